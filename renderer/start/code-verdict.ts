import { checkCreditCode } from '#shared/model/codes/credit-code.ts'
import { foldCode } from '#shared/model/codes/fold-code.ts'
import { checkRegionCode } from '#shared/model/codes/region-code.ts'

/** What is said beside a code while it is typed. `counting` until it has its length: a code in the making is no error. */
export interface CodeVerdict {
  readonly state: 'empty' | 'counting' | 'ok' | 'faulty'
  readonly key: 'hint' | 'counting' | 'ok' | 'length' | 'alphabet' | 'check-digit' | 'digits'
  readonly count: number
  /** The signs that cannot be in such a code. */
  readonly signs: string
}

/** @param left whether the person has left the field, after which a missing sign is a fault */
export function creditCodeVerdict(typed: string, left: boolean): CodeVerdict {
  const code = foldCode(typed)
  const signs = [...new Set([...code].filter((sign) => !/^[0-9A-HJ-NPQRTUWXY]$/u.test(sign)))].join(' ')
  const told = { count: [...code].length, signs }
  if (code === '') return { state: 'empty', key: 'hint', ...told }
  if (signs !== '') return { state: 'faulty', key: 'alphabet', ...told }
  const verdict = checkCreditCode(code)
  if (verdict === 'length') return lengthVerdict(told, 18, left)
  return verdict === 'ok' ? { state: 'ok', key: 'ok', ...told } : { state: 'faulty', key: verdict, ...told }
}

/** @param left as in `creditCodeVerdict` */
export function regionCodeVerdict(typed: string, left: boolean): CodeVerdict {
  const code = foldCode(typed)
  const told = { count: [...code].length, signs: '' }
  if (code === '') return { state: 'empty', key: 'hint', ...told }
  if (!/^[1-9][0-9]*$/u.test(code)) return { state: 'faulty', key: 'digits', ...told }
  return checkRegionCode(code) === 'ok' ? { state: 'ok', key: 'ok', ...told } : lengthVerdict(told, 6, left)
}

function lengthVerdict(told: { count: number; signs: string }, length: number, left: boolean): CodeVerdict {
  return left || told.count > length ? { state: 'faulty', key: 'length', ...told } : { state: 'counting', key: 'counting', ...told }
}
