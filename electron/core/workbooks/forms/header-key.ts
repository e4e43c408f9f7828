import { foldText } from '#shared/model/text-key.ts'

const bracketed = /\([^()]*\)|\[[^[\]]*\]/gu

/** Joins the levels of a header: 办理时限 over 法定 is 办理时限/法定. */
export const LEVEL_MARK = '/'

function squeezed(text: string): string {
  return foldText(text).replaceAll(' ', '').toLowerCase().replaceAll('*', '').replace(/[:：]+$/u, '')
}

/** The key under which two spellings of a column's header meet, and under which a mapping made by hand is remembered. */
export function headerKey(header: string): string {
  return squeezed(header)
}

/**
 * The keys to look a header up by, best first: as written, without bracketed remarks (风险等级(高/中/低)), and its lowest
 * level alone.
 */
export function lookupKeys(header: string): string[] {
  const whole = squeezed(header)
  const plain = whole.replaceAll(bracketed, '')
  const lowest = plain.split(LEVEL_MARK).at(-1) ?? ''
  return [...new Set([whole, plain, lowest])].filter((key) => key !== '')
}
