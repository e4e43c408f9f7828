/** Code points XML 1.0 can hold (§2.2); what `codePointAt` gives for a surrogate standing alone is not among them. */
function fitsXml(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x09 || codePoint === 0x0a
  return codePoint < 0xd800 || (codePoint > 0xdfff && codePoint < 0xfffe) || codePoint > 0xffff
}

/**
 * Text as a document may hold it: what no XML document can carry is dropped, every kind of line end becomes '\n'.
 * Everything else, markup and formulas included, stays as it was typed; the writers escape it.
 */
export function plainText(text: string): string {
  const lines = text.replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
  return Array.from(lines, (character) => (fitsXml(character.codePointAt(0) ?? 0) ? character : '')).join('')
}

/** `plainText` on one line, for titles, captions and labels. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\s*[\n\t]\s*/g, ' ').trim()
}

const xmlEntities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text ready to stand in XML, as content or inside an attribute. */
export function xmlText(text: string): string {
  return plainText(text).replaceAll(/[&<>"']/g, (character) => xmlEntities[character] ?? character)
}

/** Measures as they are written into one cell: numbered when there are several, one to a line. */
export function numberedLines(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return items.map((item, index) => `${index + 1}.${item}`).join('\n')
}
