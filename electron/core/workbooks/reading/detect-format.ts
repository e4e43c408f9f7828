import { UnreadableWorkbook } from '../unreadable-workbook.ts'

export type FileFormat = 'xlsx' | 'text'

const zipMark = [0x50, 0x4b, 0x03, 0x04]
const emptyZipMark = [0x50, 0x4b, 0x05, 0x06]
// Compound File Binary, [MS-CFB] 2.2: the container of old .xls and of every encrypted workbook.
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
// [MS-OFFCRYPTO] 2.3.2: an encrypted workbook is kept in a stream of this name.
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')
const otherKinds = ['%PDF', '{\\rtf', '\u0089PNG', 'Rar!', '7z\u00BC\u00AF', '\u001F\u008B', '\u00FF\u00D8\u00FF', 'MZ', '\u007FELF', 'SQLite format 3']

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((value, index) => bytes[index] === value)
}

function compoundError(bytes: Uint8Array): UnreadableWorkbook {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedStream)
  return new UnreadableWorkbook(encrypted ? 'file.encrypted' : 'file.old-xls')
}

/**
 * What a file is, by what it holds: names are often wrong (pages and text saved as .xls).
 *
 * @throws UnreadableWorkbook for everything that is neither a zip archive nor possibly text
 */
export function detectFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) throw new UnreadableWorkbook('file.empty')
  if (startsWith(bytes, compoundMark)) throw compoundError(bytes)
  if (startsWith(bytes, zipMark)) return 'xlsx'
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (startsWith(bytes, emptyZipMark) || otherKinds.some((kind) => head.startsWith(kind))) {
    throw new UnreadableWorkbook('file.not-a-workbook')
  }
  return 'text'
}
