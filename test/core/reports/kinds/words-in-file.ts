import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'

/**
 * Every text that a file could be read as: each part of a package as it stands, without its marks, with its escapes
 * undone and as UTF-16; of a PDF every stream inflated and its glyphs turned back into letters.
 */
export function textsIn(bytes: Uint8Array): string[] {
  if (strFromU8(bytes.subarray(0, 2), true) === 'PK') return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [name, ...readings(part)])
  return [...readings(bytes), ...pdfTexts(bytes)]
}

function readings(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes)
  const text = buffer.toString('utf8')
  const bare = text.replaceAll(/<[^>]*>/gu, '')
  return [text, bare, unescaped(bare), buffer.toString('utf16le'), Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2))).swap16().toString('utf16le')]
}

/** Numbers of characters (XML), `_x0041_` (workbooks), hexadecimal strings and escaped letters (PDF). */
function unescaped(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]+);/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/gu, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Streams of a PDF, its hexadecimal strings as UTF-16, and what is shown through each font's table from glyphs to letters. */
function pdfTexts(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1')
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].map(([, data = '']) => inflated(Buffer.from(data, 'latin1')))
  const all = [file, ...streams]
  const hex = all.flatMap((text) => [...text.matchAll(/<(?:FEFF)([0-9A-F]+)>/giu)].map(([, code = '']) => Buffer.from(code, 'hex').swap16().toString('utf16le')))
  const tables = streams.filter((text) => text.includes('beginbfchar') || text.includes('beginbfrange')).map(lettersOf)
  const shown = streams.filter((text) => /T[jJ]/u.test(text)).flatMap(shownByFont)
  return [...streams, ...hex, ...tables.flatMap(({ letters, digits }) => shown.map((codes) => (codes.match(new RegExp(`.{${digits}}`, 'gu')) ?? []).map((code) => letters.get(Number.parseInt(code, 16)) ?? '').join('')))]
}

/** The glyphs a stream shows, in their order, apart for each of its fonts. */
function shownByFont(stream: string): string[] {
  const fonts = new Map<string, string>()
  let font = ''
  for (const [whole, name, codes] of stream.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-F]+)>/giu)) {
    if (name !== undefined) font = name
    else fonts.set(font, (fonts.get(font) ?? '') + (codes ?? whole))
  }
  return [...fonts.values()]
}

function inflated(data: Buffer): string {
  try {
    return inflateSync(data).toString('latin1')
  } catch {
    return data.toString('latin1')
  }
}

const letter = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** A ToUnicode table: single glyphs and ranges of them. */
function lettersOf(cmap: string): { letters: Map<number, string>; digits: number } {
  const letters = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu)) for (const [, glyph = '', hex = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/giu)) letters.set(Number.parseInt(glyph, 16), letter(hex))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) {
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/giu)) {
      for (let glyph = Number.parseInt(from, 16), step = 0; glyph <= Number.parseInt(to, 16); glyph++, step++) letters.set(glyph, String.fromCodePoint((letter(hex).codePointAt(0) ?? 0) + step))
    }
  }
  return { letters, digits: /begincodespacerange\s*<([0-9A-F]+)>/iu.exec(cmap)?.[1]?.length ?? 4 }
}

/** Which of the words stand in the file. */
export function wordsIn(bytes: Uint8Array, words: readonly string[]): string[] {
  const texts = textsIn(bytes)
  return words.filter((word) => texts.some((text) => text.includes(word)))
}
