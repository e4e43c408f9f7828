import { plainLine, plainText, xmlText } from '../plain-text.ts'

/** Text as content of an element; each line end breaks the line. */
export function htmlLines(text: string): string {
  return plainText(text).replaceAll('\t', ' ').split('\n').map(xmlText).join('<br>')
}

/** Text on one line, as content or inside an attribute. */
export function htmlLine(text: string): string {
  return xmlText(plainLine(text))
}

/** A class attribute of the names that apply; the names are ours, never a text of the register. */
export function classes(...names: readonly (string | false)[]): string {
  const own = names.filter((name) => name !== false && name !== '')
  return own.length === 0 ? '' : ` class="${own.join(' ')}"`
}
