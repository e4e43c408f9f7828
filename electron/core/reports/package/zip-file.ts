import { hash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { Refusal } from '#shared/model/refusal.ts'

/** Bytes a zip file can hold without the 64-bit format, which many office programs do not open. */
const largest = 0xffff_ffff - 64 * 1024 * 1024
const mostEntries = 60_000
/** Bytes handed to the packer at once; between two of them other work gets its turn. */
const chunk = 1024 * 1024

/** Contents that are packed already and only cost time to pack again. */
const packed = /\.(?:docx|xlsx|pptx|zip|7z|rar|png|jpe?g|gif|mp4|pdf)$/iu

export interface WrittenEntry {
  readonly path: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** A zip file that is written as it grows: in memory is only what is being packed. Equal contents in equal order give equal bytes. */
export class ZipFile {
  readonly entries: WrittenEntry[] = []
  readonly file: string
  readonly #descriptor: number
  readonly #zip: Zip
  #size = 0
  #failure: Error | undefined
  #open = true

  constructor(file: string) {
    this.file = file
    this.#descriptor = openSync(file, 'wx', 0o600)
    this.#zip = new Zip((error, data) => {
      if (error !== null) this.#failure ??= error
      else this.#write(data)
    })
  }

  /** @throws Refusal `package.too-large` */
  async add(path: string, content: Uint8Array): Promise<WrittenEntry> {
    if (this.entries.length >= mostEntries || this.#size + content.length > largest) throw new Refusal('package.too-large')
    const entry = packed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    // The earliest time the format can carry, in local parts because that is what it stores.
    entry.mtime = new Date(1980, 0, 1)
    this.#zip.add(entry)
    for (let from = 0; from < content.length || from === 0; from += chunk) {
      entry.push(content.subarray(from, from + chunk), from + chunk >= content.length)
      await setImmediate()
      if (this.#failure !== undefined) throw this.#failure
    }
    const written = { path, sha256: hash('sha256', content, 'hex'), size: content.length }
    this.entries.push(written)
    return written
  }

  /** Writes the directory. @returns bytes of the whole file */
  end(): number {
    this.#zip.end()
    if (this.#failure !== undefined) throw this.#failure
    return this.#size
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#zip.terminate()
    closeSync(this.#descriptor)
  }

  #write(data: Uint8Array): void {
    try {
      for (let at = 0; at < data.length;) at += writeSync(this.#descriptor, data, at)
      this.#size += data.length
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
    }
  }
}
