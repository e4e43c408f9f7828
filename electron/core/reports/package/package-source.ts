import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, fstatSync, openSync, readSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { Refusal } from '#shared/model/refusal.ts'
import { DEFLATED, DIRECTORY_BYTES, DIRECTORY_SIGNATURE, END_BYTES, END_SIGNATURE, LOCAL_BYTES, LOCAL_SIGNATURE, MAX_COMMENT_BYTES } from '../../zip-layout.ts'

/** One file of a package as it is found: in the zip file, or in the folder it was unpacked into. */
export interface FoundFile {
  readonly path: string
  readonly stream: () => Readable
}

export interface PackageSource {
  readonly files: readonly FoundFile[]
  /** What is no plain file, or stands there twice. */
  readonly odd: readonly string[]
  close(): void
}

/** @throws Refusal `package.not-found`, `package.not-a-package` */
export function openPackage(place: string): PackageSource {
  if (!existsSync(place)) throw new Refusal('package.not-found', { file: place })
  return statSync(place).isDirectory() ? fromFolder(place) : fromZip(place)
}

/** Links are not followed: a package brings everything with it. */
function fromFolder(root: string): PackageSource {
  const files: FoundFile[] = []
  const odd: string[] = []
  const walk = (steps: readonly string[]): void => {
    for (const entry of readdirSync(join(root, ...steps), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = [...steps, entry.name]
      if (entry.isDirectory()) walk(inner)
      else if (entry.isFile()) files.push({ path: inner.join('/'), stream: () => createReadStream(join(root, ...inner)) })
      else odd.push(inner.join('/'))
    }
  }
  walk([])
  return { files, odd, close: () => undefined }
}

interface ZipEntry { readonly path: string; readonly method: number; readonly packedBytes: number; readonly offset: number }

/** Only the directory is read into memory; contents are streamed, so a package of any size can be checked. */
function fromZip(file: string): PackageSource {
  const descriptor = openSync(file, 'r')
  try {
    const entries = directoryOf(descriptor)
    const seen = new Set<string>()
    const odd = entries.map(({ path }) => path).filter((path) => seen.has(path) || unsafePath(path) || !seen.add(path))
    const files = entries.filter(({ path }) => !path.endsWith('/')).map((entry): FoundFile => ({ path: entry.path, stream: () => contentStream(file, descriptor, entry) }))
    return { files, odd, close: () => closeSync(descriptor) }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

/** A path that leads out of the folder a package is unpacked into. */
export const unsafePath = (path: string): boolean => /^(?:\/|[A-Za-z]:)|\\|\0/u.test(path) || path.split('/').includes('..')

function readAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const read = readSync(descriptor, bytes, 0, length, offset)
  return bytes.subarray(0, read)
}

const noPackage = (): Refusal => new Refusal('package.not-a-package')

function directoryOf(descriptor: number): ZipEntry[] {
  const { size } = fstatSync(descriptor)
  const from = Math.max(0, size - END_BYTES - MAX_COMMENT_BYTES)
  const tail = readAt(descriptor, from, size - from)
  let end = tail.length - END_BYTES
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1
  if (end < 0) throw noPackage()
  const directory = readAt(descriptor, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: ZipEntry[] = []
  for (let at = 0, left = tail.readUInt16LE(end + 10); left > 0; left--) {
    if (at + DIRECTORY_BYTES > directory.length || directory.readUInt32LE(at) !== DIRECTORY_SIGNATURE) throw noPackage()
    const nameEnd = at + DIRECTORY_BYTES + directory.readUInt16LE(at + 28)
    entries.push({
      path: directory.toString('utf8', at + DIRECTORY_BYTES, nameEnd), method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function contentStream(file: string, descriptor: number, { method, packedBytes, offset }: ZipEntry): Readable {
  const header = readAt(descriptor, offset, LOCAL_BYTES)
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw noPackage()
  const start = offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (packedBytes === 0) return Readable.from([])
  const raw = createReadStream(file, { start, end: start + packedBytes - 1 })
  if (method !== DEFLATED) return raw
  const inflated = createInflateRaw()
  raw.on('error', (error) => inflated.destroy(error))
  return raw.pipe(inflated)
}

/**
 * SHA-256 and size of a stream. It is read no further than `most` bytes: what is longer than it says is changed already.
 * @returns undefined where it cannot be unpacked
 */
export async function measured(file: FoundFile, most: number): Promise<{ readonly sha256: string; readonly size: number } | undefined> {
  const hash = createHash('sha256')
  let size = 0
  const stream = file.stream()
  try {
    for await (const part of stream) {
      const bytes = part as Buffer
      size += bytes.length
      hash.update(bytes)
      if (size > most) break
    }
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  } finally {
    stream.destroy()
  }
  return { sha256: hash.digest('hex'), size }
}

/** A small file as a whole; undefined where it is longer than `most` or cannot be unpacked. */
export async function whole(file: FoundFile, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  const stream = file.stream()
  try {
    for await (const part of stream) {
      const bytes = part as Buffer
      size += bytes.length
      if (size > most) return undefined
      parts.push(bytes)
    }
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  } finally {
    stream.destroy()
  }
  return Buffer.concat(parts)
}
