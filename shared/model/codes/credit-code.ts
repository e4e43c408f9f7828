/** The 31 signs of GB 32100: digits and capital letters without I, O, S, V and Z. A sign's value is its position. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const signsBeforeCheck = 17

export type CreditCodeVerdict = 'ok' | 'length' | 'alphabet' | 'check-digit'

/** The check sign for the first 17 signs: (31 − Σ value × 3^position mod 31) mod 31. */
function checkSign(signs: readonly string[]): string {
  let weight = 1
  let sum = 0
  for (const sign of signs) {
    sum = (sum + alphabet.indexOf(sign) * weight) % alphabet.length
    weight = (weight * 3) % alphabet.length
  }
  return alphabet.charAt((alphabet.length - sum) % alphabet.length)
}

/**
 * Checks a unified social credit code (统一社会信用代码) by GB 32100: 18 signs of its alphabet, the last one computed.
 * Takes the code in its stored form; what a person typed goes through `foldCode` first.
 */
export function checkCreditCode(text: string): CreditCodeVerdict {
  const signs = [...text]
  if (signs.length !== signsBeforeCheck + 1) return 'length'
  if (signs.some((sign) => !alphabet.includes(sign))) return 'alphabet'
  return checkSign(signs.slice(0, signsBeforeCheck)) === signs.at(-1) ? 'ok' : 'check-digit'
}
