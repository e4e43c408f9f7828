import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { headOccasions } from './head.ts'
import type { KeptHead } from './head.ts'

/** Lies outside the register, so that whoever cuts the register has a second place to reach. One head in JSON per line. */
export const headsFile = (root: string): string => join(root, 'heads.jsonl')

const lineSchema = z.object({
  register: z.string(), number: z.number().int(), hash: z.string(), at: z.string(), occasion: z.enum(headOccasions), keyId: z.string(), signature: z.string(),
})

export interface HeadsFile {
  readonly exists: boolean
  readonly heads: readonly KeptHead[]
  /** Lines, counted from 1, that hold no head. A last line without its end was interrupted by a power cut and does not count. */
  readonly damaged: readonly number[]
}

export function readHeadsFile(root: string): HeadsFile {
  const file = headsFile(root)
  if (!existsSync(file)) return { exists: false, heads: [], damaged: [] }
  return { exists: true, ...headsInLines(readFileSync(file, 'utf8')) }
}

/** The heads in the text of such a file. */
export function headsInLines(text: string): Omit<HeadsFile, 'exists'> {
  const heads: KeptHead[] = []
  const damaged: number[] = []
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    const head = headOf(line)
    if (head === undefined) damaged.push(index + 1)
    else heads.push(head)
  }
  return { heads, damaged }
}

function headOf(line: string): KeptHead | undefined {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

/** Adds lines at the end and waits until they are on the disk. */
export function appendHeads(root: string, heads: readonly KeptHead[]): void {
  if (heads.length === 0) return
  const file = headsFile(root)
  if (existsSync(file)) dropTornLine(file)
  const lines = heads.map(({ register, number, hash, at, occasion, keyId, signature }) => `${JSON.stringify({ register, number, hash, at, occasion, keyId, signature })}\n`)
  const descriptor = openSync(file, 'a', 0o600)
  try {
    writeSync(descriptor, lines.join(''))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** What a power cut left unfinished would make the next line unreadable. */
function dropTornLine(file: string): void {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf('\n') + 1
  if (end < bytes.length) truncateSync(file, end)
}
