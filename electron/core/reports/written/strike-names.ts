const struck = '×××'
const han = /^\p{Script=Han}+$/u
/** Blanks within one line: forms set a short name wide, so that names of two and three signs stand equally wide. */
const blanks = String.raw`[^\S\r\n]*`

/** Puts a sign in the place of names that stand within a text; the longest first, so that no part of one is left. */
export function nameStriker(names: readonly string[]): (text: string) => string {
  const words = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '').toSorted((a, b) => b.length - a.length).map(patternOf)
  if (words.length === 0) return (text) => text
  const pattern = new RegExp(words.join('|'), 'gu')
  return (text) => text.replace(pattern, struck)
}

function patternOf(name: string): string {
  const close = name.replaceAll(/\s+/gu, '')
  return han.test(close) ? [...close].join(blanks) : name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
}
