import { keyOf } from '../text-key.ts'
import { isCommonPassword } from './common-passwords.ts'

/** Signs; shorter ones are guessed by machine in no time. */
export const shortestPassword = 10
/** From this length on a sentence is good enough without different kinds of signs. */
export const longPassword = 16
/** Longer than anything a person types; a ceiling because all input is hostile. */
export const longestPassword = 200
/** So many of the last passwords, the present one among them, are not taken again. */
export const rememberedPasswords = 5

export const passwordFaults = ['too-short', 'too-long', 'too-few-kinds', 'contains-name', 'common'] as const
export type PasswordFault = (typeof passwordFaults)[number]

/** The spelling a password is hashed in: one sign has one form, whatever keyboard it was typed on. */
export const passwordText = (typed: string): string => typed.normalize('NFC')

/**
 * What stands against a password, worst first; empty for a good one. Whether it was used before is known in core alone.
 * @param name of the person whose it shall be
 */
export function passwordFaultsOf(typed: string, name: string): PasswordFault[] {
  const password = passwordText(typed)
  const length = [...password].length
  const faults: Record<PasswordFault, boolean> = {
    'too-short': length < shortestPassword,
    'too-long': length > longestPassword,
    'too-few-kinds': length < longPassword && kindsIn(password) < 3,
    'contains-name': containsName(password, name),
    'common': isCommonPassword(password),
  }
  return passwordFaults.filter((fault) => faults[fault])
}

/** Of four: small letters, capital letters, digits, everything else (Chinese signs among them). */
const kindsIn = (password: string): number => [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length

function containsName(password: string, name: string): boolean {
  const key = keyOf(name)
  return key !== '' && keyOf(password).includes(key)
}
