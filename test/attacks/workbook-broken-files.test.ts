import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { MAX_FILE_BYTES } from '#core/workbooks/limits.ts'
import { packageParts, tableFile, textSheet } from '#test/core/workbooks/xlsx-file.ts'
import { refusalOf, stillReads } from './workbook-refusal.ts'

afterEach(async () => {
  expect(await stillReads()).toBe(true)
})

const compoundHead = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a file that is no workbook', () => {
  test('is refused when it is empty or blank', async () => {
    expect(await refusalOf(new Uint8Array())).toBe('file.empty')
    expect(await refusalOf(bytesOf(' \r\n\t'), 'a.csv')).toBe('file.empty')
  })

  test('is refused when it is prose under the name of a workbook', async () => {
    expect(await refusalOf(bytesOf('this is not a zip'))).toBe('file.not-a-workbook')
  })

  test('is refused when it is a web page saved as .xls', async () => {
    expect(await refusalOf(bytesOf('<html><body><table><tr><td>1</td></tr></table></body></html>'), 'a.xls')).toBe('file.not-a-workbook')
    expect(await refusalOf(bytesOf('\uFEFF\n<!DOCTYPE html><table></table>'), 'a.xls')).toBe('file.not-a-workbook')
    expect(await refusalOf(bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related'), 'a.xls')).toBe('file.not-a-workbook')
  })

  test.each(['%PDF-1.7\n%', '{\\rtf1\\ansi a,b}', '7z\u00bc\u00af\u0027\u001c', 'MZ\u0090'])('is refused when it begins with %j', async (head) => {
    expect(await refusalOf(Buffer.from(head, 'latin1'), 'a.csv')).toBe('file.not-a-workbook')
  })

  test('is refused when it is noise', async () => {
    for (let round = 0; round < 5; round++) {
      expect(['file.not-a-workbook', 'file.undecodable']).toContain(await refusalOf(randomBytes(50_000), 'a.csv'))
    }
  })

  test('is refused when its bytes are text in no encoding', async () => {
    expect(await refusalOf(Uint8Array.from([0x61, 0x2c, 0xff, 0xff, 0x2c, 0x62]), 'a.csv')).toBe('file.undecodable')
  })

  test('is refused when it is a zip archive of something else', async () => {
    expect(await refusalOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('file.not-a-workbook')
    expect(await refusalOf(zipSync({}))).toBe('file.not-a-workbook')
  })

  test('is refused when it is larger than any workbook', async () => {
    expect(await refusalOf(new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61))).toBe('file.too-large')
  })
})

describe('an old or encrypted workbook', () => {
  test('is told apart by what its container holds', async () => {
    expect(await refusalOf(compoundHead, 'a.xls')).toBe('file.old-xls')
    expect(await refusalOf(Buffer.concat([compoundHead, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]))).toBe('file.encrypted')
  })

  test('is refused when it is a binary workbook in a zip archive', async () => {
    expect(await refusalOf(zipSync({ 'xl/workbook.bin': new Uint8Array(10) }))).toBe('file.old-xls')
  })

  test('is refused when an entry of the archive is encrypted', async () => {
    const bytes = tableFile([['甲']])
    const directory = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'))
    bytes[directory + 8] = 1
    expect(await refusalOf(bytes)).toBe('file.encrypted')
  })
})

describe('a damaged workbook', () => {
  const whole = tableFile(Array.from({ length: 200 }, (_, row) => [String(row), '办公室']))

  test('is refused wherever it was cut off', async () => {
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.999]) {
      expect(await refusalOf(whole.slice(0, Math.max(5, Math.floor(whole.length * share))))).toBe('file.truncated')
    }
  })

  test('is refused when a byte of its content was changed', async () => {
    const changed = whole.slice()
    const sheet = Buffer.from(changed).indexOf('xl/worksheets/sheet1.xml')
    for (let at = sheet + 60; at < sheet + 90; at++) changed[at] = (changed[at] ?? 0) ^ 0x55
    expect(await refusalOf(changed)).toBe('file.truncated')
  })

  test('never ends otherwise than read or refused, whatever byte is wrong', async () => {
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 20)) {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(await refusalOf(changed)).toMatch(/^(?:read|file\.[a-z-]+)$/u)
    }
  })

  test('is refused when a part the workbook names is missing', async () => {
    const parts = packageParts([{ name: 'S', xml: textSheet([['a']]) }])
    delete parts['xl/worksheets/sheet1.xml']
    expect(await refusalOf(zipSync(parts))).toBe('file.not-a-workbook')
  })

  test('is refused when its XML ends in the middle', async () => {
    const xml = textSheet([['甲']])
    expect(await refusalOf(zipSync(packageParts([{ name: 'S', xml: xml.slice(0, xml.length - 40) }], { 'xl/workbook.xml': strToU8('<workbook><sheets>') })))).toBe('file.not-a-workbook')
  })
})
