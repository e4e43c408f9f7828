import { inflateSync } from 'node:zlib'

/** Bytes all compressed object lists of one file may unpack to; a page takes some hundred. */
const mostUnpacked = 32 * 1024 * 1024

/**
 * How many pages a PDF has, counted from its objects (ISO 32000, 7.7.3): every object that says it is a page, in the file
 * itself or in a compressed list of objects. A later object takes the place of an earlier one of its number.
 * @returns undefined where they cannot be counted, as in an encrypted file
 */
export function pdfPages(bytes: Uint8Array): number | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.slice(0, 1024).includes('%PDF-') || /\/Encrypt\s/u.test(text.slice(-4096))) return undefined
  const pages = new Map<number, boolean>()
  let budget = mostUnpacked
  for (const { number, body, streamAt } of objectsIn(text)) {
    const listed = streamAt === undefined || !/\/Type\s*\/ObjStm\b/u.test(body) ? undefined : listedObjects(text, { body, streamAt, budget })
    if (listed === undefined) pages.set(number, isPage(body))
    else {
      budget -= listed.bytes
      for (const [inner, page] of listed.objects) pages.set(inner, page)
    }
  }
  const counted = [...pages.values()].filter(Boolean).length
  return counted === 0 ? undefined : counted
}

const isPage = (dictionary: string): boolean => /\/Type\s*\/Page(?![A-Za-z])/u.test(dictionary)

interface PdfObject { readonly number: number; readonly body: string; readonly streamAt: number | undefined }

/** The objects of a file with what stands before their streams, so that bytes of a picture are never taken for words. */
function* objectsIn(text: string): Generator<PdfObject, void, void> {
  const begin = /(\d{1,10})\s+\d{1,5}\s+obj\b/gu
  const end = /\bendobj\b|\bstream\r?\n/gu
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const from = begin.lastIndex
    end.lastIndex = from
    const stop = end.exec(text)
    if (stop === null) return
    const stream = stop[0].startsWith('stream')
    yield { number: Number(match[1]), body: text.slice(from, stop.index), streamAt: stream ? end.lastIndex : undefined }
    const after = stream ? text.indexOf('endstream', end.lastIndex) : end.lastIndex
    if (after === -1) return
    begin.lastIndex = after
  }
}

/** The objects of a compressed list (7.5.7): pairs of number and place, then the objects. */
function listedObjects(text: string, { body, streamAt, budget }: { body: string; streamAt: number; budget: number }): { bytes: number; objects: Map<number, boolean> } | undefined {
  const end = text.indexOf('endstream', streamAt)
  const raw = Buffer.from(text.slice(streamAt, end === -1 ? undefined : end), 'latin1')
  const first = Number(/\/First\s+(\d+)/u.exec(body)?.[1] ?? Number.NaN)
  const unpacked = unpack(raw, body, budget)
  if (unpacked === undefined || !Number.isInteger(first)) return undefined
  const words = unpacked.slice(0, first).trim().split(/\s+/u).map(Number)
  const objects = new Map<number, boolean>()
  for (let at = 0; at + 1 < words.length; at += 2) {
    const from = first + (words[at + 1] ?? 0)
    const next = words[at + 3]
    objects.set(words[at] ?? 0, isPage(unpacked.slice(from, next === undefined ? undefined : first + next)))
  }
  return { bytes: unpacked.length, objects }
}

function unpack(raw: Buffer, body: string, budget: number): string | undefined {
  if (!/\/Filter\s*\[?\s*\/FlateDecode\b/u.test(body)) return /\/Filter\b/u.test(body) ? undefined : raw.toString('latin1')
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, budget) }).toString('latin1')
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
