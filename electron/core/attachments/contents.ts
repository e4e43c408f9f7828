import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '#shared/model/refusal.ts'
import type { DataFolder } from '../core.ts'
import { flushFile, renameDurably } from '../database/durable-files.ts'
import { onDisk } from '../database/storage-refusal.ts'

type Place = Pick<DataFolder, 'attachments'>

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Where a content lies. The name is made of the hash alone, so that no name of a file can lead anywhere else. */
export function contentFile({ attachments }: Place, hash: string): string {
  if (!/^[0-9a-f]{64}$/u.test(hash)) throw new Refusal('attachment.damaged')
  return join(attachments, hash.slice(0, 2), hash.slice(2))
}

/**
 * Stores a content once, whole before it has its name. A content nobody names in the end is harmless and stays.
 * @returns its hash
 * @throws Refusal `disk.full`, `folder.not-writable`
 */
export function storeContent(place: Place, bytes: Uint8Array): string {
  const hash = hashOf(bytes)
  const file = contentFile(place, hash)
  return onDisk(place.attachments, () => {
    if (existsSync(file) && hashOf(readFileSync(file)) === hash) return hash
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const unfinished = `${file}.unfinished`
    rmSync(unfinished, { force: true })
    writeFileSync(unfinished, bytes, { mode: 0o600 })
    flushFile(unfinished)
    renameDurably(unfinished, file)
    return hash
  })
}

export type ContentFault = 'missing' | 'damaged'

/** What is wrong with a stored content; undefined where it is whole. */
export function contentFault(place: Place, hash: string): ContentFault | undefined {
  const file = contentFile(place, hash)
  if (!existsSync(file)) return 'missing'
  return hashOf(readFileSync(file)) === hash ? undefined : 'damaged'
}

/**
 * Reads a content and holds it against its hash.
 * @throws Refusal `attachment.missing`, `attachment.damaged`
 */
export function readContent(place: Place, hash: string): Buffer<ArrayBuffer> {
  const file = contentFile(place, hash)
  if (!existsSync(file)) throw new Refusal('attachment.missing')
  const bytes = readFileSync(file)
  if (hashOf(bytes) !== hash) throw new Refusal('attachment.damaged')
  return bytes
}
