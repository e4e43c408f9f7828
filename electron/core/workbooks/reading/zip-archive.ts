import { crc32, inflateRawSync } from 'node:zlib'
import { MAX_INFLATE_RATIO, MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES, RATIO_JUDGED_FROM_BYTES } from '../limits.ts'
import { UnreadableWorkbook } from '../unreadable-workbook.ts'
import { DEFLATED, DIRECTORY_BYTES, DIRECTORY_SIGNATURE, END_BYTES, END_SIGNATURE, LOCAL_BYTES, LOCAL_SIGNATURE, MAX_COMMENT_BYTES } from '../../zip-layout.ts'

const STORED = 0
const ENCRYPTED_FLAG = 1

/** One entry as the archive's directory declares it. */
export interface ZipEntry {
  name: string
  method: number
  checksum: number
  packedBytes: number
  declaredBytes: number
  headerOffset: number
}

function damaged(cause?: unknown): UnreadableWorkbook {
  return new UnreadableWorkbook('file.truncated', {}, { cause })
}

function endOffset(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  throw damaged()
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + DIRECTORY_BYTES > view.byteLength || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) throw damaged()
  if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0) throw new UnreadableWorkbook('file.encrypted')
  const nameEnd = at + DIRECTORY_BYTES + view.getUint16(at + 28, true)
  const rawName = new TextDecoder().decode(bytes.subarray(at + DIRECTORY_BYTES, nameEnd))
  return {
    next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
    entry: {
      // Some writers use backslashes and a leading slash; names are only ever looked up, never used as paths on disk.
      name: rawName.replaceAll('\\', '/').replace(/^\/+/u, ''),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      declaredBytes: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    },
  }
}

/**
 * The directory of a zip archive, read without inflating anything.
 *
 * Written here because the libraries at hand hand back neither the encryption flag nor the place of the data, which are
 * needed to refuse an archive before it costs anything. ZIP64 (archives above 4 GB or 65 535 entries) is far above the
 * ceilings and therefore refused.
 *
 * @throws UnreadableWorkbook file.truncated, file.encrypted or file.too-complex
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  if (bytes.byteLength < END_BYTES) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOffset(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ZIP_ENTRIES) throw new UnreadableWorkbook('file.too-complex')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    const { entry, next } = entryAt(bytes, view, at)
    entries.push(entry)
    at = next
  }
  return entries
}

/** Counts what was really inflated, so that no declared size is ever believed. */
export class InflateBudget {
  #left = MAX_INFLATED_BYTES

  get left(): number {
    return this.#left
  }

  spend(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0) throw tooLarge()
  }
}

function tooLarge(): UnreadableWorkbook {
  return new UnreadableWorkbook('file.too-large', { limitMb: MAX_INFLATED_BYTES / 1024 / 1024 })
}

function packedData(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.headerOffset
  if (at + LOCAL_BYTES > bytes.byteLength || view.getUint32(at, true) !== LOCAL_SIGNATURE) throw damaged()
  const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + entry.packedBytes > bytes.byteLength) throw damaged()
  return bytes.subarray(start, start + entry.packedBytes)
}

/** A part that grows past both limits at once is a bomb; the inflater stops there, it does not finish first. */
function inflateCeiling(packedBytes: number, budget: InflateBudget): number {
  return Math.min(budget.left, Math.max(RATIO_JUDGED_FROM_BYTES, packedBytes * MAX_INFLATE_RATIO))
}

function inflate(packed: Uint8Array, ceiling: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, ceiling) })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge()
    throw damaged(error)
  }
}

/**
 * The content of one entry.
 *
 * @throws UnreadableWorkbook file.too-large past the budget or the ratio, file.truncated where data or checksum are wrong
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, budget: InflateBudget): Uint8Array {
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new UnreadableWorkbook('file.not-a-workbook')
  const packed = packedData(bytes, entry)
  const content = entry.method === STORED ? packed : inflate(packed, inflateCeiling(packed.byteLength, budget))
  budget.spend(content.byteLength)
  if (crc32(content) !== entry.checksum) throw damaged()
  return content
}
