import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits nobody can guess, in characters an address may hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * Threat: learning a secret byte by byte from how long a comparison takes. Digests of equal length are compared in
 * constant time, so neither content nor length of the secret shows.
 */
export function sameSecret(given: string, kept: string): boolean {
  return timingSafeEqual(digest(given), digest(kept))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export interface OneTimeToken {
  readonly value: string
  /** True once only, for the right value, within its life. */
  redeem(given: string): boolean
  /** Gives an unused token a longer life, in milliseconds from now. */
  prolong(life: number): void
}

/**
 * The token of the address the program opens. Threat: somebody else on this computer reads the address (it stands in
 * the list of processes and in the terminal). It is worth nothing after its first use or its life.
 *
 * @param life milliseconds
 */
export function oneTimeToken(life: number, now: () => number): OneTimeToken {
  const value = newSecret()
  let end = now() + life
  let used = false
  return {
    value,
    redeem: (given) => {
      if (used || now() > end || !sameSecret(given, value)) return false
      used = true
      return true
    },
    prolong: (longer) => { end = now() + longer },
  }
}
