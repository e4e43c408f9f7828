import { UnreadableWorkbook } from '../unreadable-workbook.ts'

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // TypeError is the decoder's word for "these bytes are not in this encoding": the question asked here.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * The text of a file in UTF-16 (marked), UTF-8 or GB18030.
 *
 * Valid UTF-8 is practically never GB18030 by chance, while most byte strings are valid GB18030; hence the order.
 *
 * @throws UnreadableWorkbook file.undecodable
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes)
  const text = marked === undefined ? (decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')) : decoded(bytes, marked)
  if (text === undefined) throw new UnreadableWorkbook('file.undecodable')
  return text
}
