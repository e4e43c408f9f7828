import { strFromU8, unzipSync } from 'fflate'

export type Parts = Record<string, string>

/** The parts of a Word document as text; pictures are left out. */
export function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, /\.(?:png|jpg)$/u.test(path) ? '' : strFromU8(content)]))
}

export const partOf = (parts: Parts, path: string): string => parts[path] ?? ''

const unescaped = (xml: string) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

/** What a reader sees of a piece of the document, runs put together. */
export const textOf = (xml: string): string => unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''))
export const tablesOf = (xml: string): string[] => [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map((match) => match[0])
export const rowsOf = (table: string): string[] => [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map((match) => match[0])
export const cellsOf = (row: string): string[] => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map((match) => textOf(match[0]))
export const paragraphsOf = (xml: string): string[] => [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map((match) => textOf(match[0]))
