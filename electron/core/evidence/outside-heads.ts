import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { Refusal } from '#shared/model/refusal.ts'
import { openConnection } from '../database/connection.ts'
import { admitFile } from '../database/file-header.ts'
import { headIn } from './head.ts'
import type { KeptHead } from './head.ts'
import { headsInLines } from './heads-file.ts'
import { keptHeads } from './stored-heads.ts'

/**
 * The heads that something from outside bears: a report (.docx, .xlsx or .pdf), a copy of the register, a copy of the file of
 * heads, or a head written as one word.
 * @throws Refusal `head.none` where there is none in it; those of `admitFile`
 */
export function headsFrom(fileOrText: string): KeptHead[] {
  const heads = existsSync(fileOrText) ? headsInFile(fileOrText) : found(headIn(fileOrText))
  if (heads.length === 0) throw new Refusal('head.none', { source: fileOrText })
  return heads
}

/** A head written as one word. @throws Refusal `head.none` */
export function headOf(text: string): KeptHead {
  const head = headIn(text)
  if (head === undefined) throw new Refusal('head.none', { source: text.slice(0, 80) })
  return head
}

function headsInFile(file: string): KeptHead[] {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 15) === 'SQLite format 3') return headsInCopy(file)
  if (bytes.toString('latin1', 0, 2) === 'PK') return headsInDocument(bytes)
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return headsInPdf(bytes)
  const text = bytes.toString('utf8')
  return [...headsInLines(text).heads, ...found(headIn(text))]
}

function headsInCopy(file: string): KeptHead[] {
  admitFile(file)
  const connection = openConnection(file, 'read')
  try {
    const has = connection.prepare<[], number>("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'chain_head'").pluck().get() === 1
    return has ? keptHeads(connection) : []
  } finally {
    connection.close()
  }
}

/** Reports carry their head as a property of the document; nothing else is unpacked. */
const properties = 'docProps/custom.xml'
/** Bytes; a property is no longer. */
const longestProperties = 100_000

function headsInDocument(bytes: Uint8Array): KeptHead[] {
  const part = unzipSync(bytes, { filter: ({ name, originalSize }) => name === properties && originalSize <= longestProperties })[properties]
  return part === undefined ? [] : found(headIn(strFromU8(part)))
}

/** A property of a PDF is UTF-16 in hexadecimal, written near the end of the file. */
function headsInPdf(bytes: Buffer): KeptHead[] {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - longestProperties))
  return [...end.matchAll(/<FEFF((?:[0-9A-F]{4})+)>/gu)].flatMap(([, hex = '']) => found(headIn(Buffer.from(hex, 'hex').swap16().toString('utf16le'))))
}

const found = (head: KeptHead | undefined): KeptHead[] => (head === undefined ? [] : [head])
