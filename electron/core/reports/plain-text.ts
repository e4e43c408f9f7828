/** Characters XML 1.0 cannot hold (§2.2), alone-standing surrogates and the two non-characters among them. */
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * Text as a document may hold it: what no XML document can carry is dropped, every kind of line end becomes '\n'.
 * Everything else, markup and formulas included, stays as it was typed; the writers escape it.
 */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?|\u2028|\u2029/g, '\n').replaceAll(notInXml, '')
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
