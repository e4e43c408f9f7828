import { randomFillSync } from 'node:crypto'

/** The world outside the data: passed in, so that tests hold the clock and the identifiers in their hands. */
export interface Environment {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** A new UUIDv7; later calls sort after earlier ones. */
  newId(): string
  /** The local calendar date of an instant, `yyyy-mm-dd`. */
  localDate(at: number): string
  /** How passwords are made hard to guess; left out, as hard as is asked for today. */
  readonly passwordWork?: PasswordWork
}

/** Parameters of scrypt (RFC 7914). */
export interface ScryptCost { readonly N: number; readonly r: number; readonly p: number }

/** The work that stands between a stolen register and its passwords. */
export interface PasswordWork {
  readonly cost: ScryptCost
  derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer>
}

/** The real clock of this computer and time-ordered identifiers (RFC 9562, version 7). */
export function systemEnvironment(): Environment {
  return { now: Date.now, newId: uuidV7Generator(Date.now), localDate }
}

/** `yyyy-mm-dd` in the computer's time zone. */
export function localDate(at: number): string {
  const date = new Date(at)
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`
}

/**
 * UUIDv7 identifiers: 48 bits of time, then 12 bits that count up within a millisecond, then 62 random bits. Should the
 * clock step back, the last time seen goes on counting, so order is never lost.
 */
export function uuidV7Generator(now: () => number): () => string {
  let last = 0
  let counter = 0
  const random = Buffer.alloc(8 * 512)
  let used = random.length
  return () => {
    const time = Math.max(now(), last)
    counter = time === last ? counter + 1 : 0
    if (counter > 0xfff) { last = time + 1; counter = 0 } else last = time
    if (used === random.length) { randomFillSync(random); used = 0 }
    const tail = random.toString('hex', used, used + 8)
    used += 8
    const clock = last.toString(16).padStart(12, '0')
    const variant = ((Number.parseInt(tail[0] ?? '0', 16) & 0x3) | 0x8).toString(16)
    return `${clock.slice(0, 8)}-${clock.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
  }
}
