import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { readWorkbook } from '#core/workbooks/read-workbook.ts'
import { packageParts, tableFile, textSheet, workbookXml, worksheet, xlsxFile } from '#test/core/workbooks/xlsx-file.ts'
import { refusalOf, stillReads } from './workbook-refusal.ts'

afterEach(async () => {
  expect(await stillReads()).toBe(true)
})

function declareSizeOf(bytes: Uint8Array, name: string, declared: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entry = text.lastIndexOf(name) - 46
  view.setUint32(entry + 24, declared, true)
}

describe('a workbook that would swell', () => {
  const swollen = xlsxFile([{ name: 'S', xml: new Uint8Array(300 * 1024 * 1024).fill(0x20) }])

  test('is refused when a sheet inflates a thousand times', async () => {
    expect(await refusalOf(swollen)).toBe('file.too-large')
  })

  test('is refused also when the archive declares a small size for it', async () => {
    const bytes = swollen.slice()
    declareSizeOf(bytes, 'xl/worksheets/sheet1.xml', 100)
    expect(await refusalOf(bytes)).toBe('file.too-large')
  })

  test('is refused when many parts together inflate too far', async () => {
    const part = Buffer.from('<a>' + '0123456789abcdef'.repeat(512 * 1024) + '</a>')
    const extra = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`xl/custom${index}.xml`, new Uint8Array(part)]))
    expect(await refusalOf(xlsxFile([{ name: 'S', xml: textSheet([['a']]) }], extra))).toBe('file.too-large')
  })
})

describe('a workbook with too many cells', () => {
  // Numbers that differ, so that the archive is large and the ratio ordinary: 100 000 cells.
  const many = Array.from({ length: 1000 }, (_, row) => `<row>${Array.from({ length: 100 }, (__, column) => `<c><v>${(row * 7919 + column * 104_729) % 99_991}</v></c>`).join('')}</row>`).join('')

  test('is refused at ten million filled cells', async () => {
    const sheets = Array.from({ length: 100 }, (_, index) => ({ name: `S${index}`, xml: worksheet(many) }))
    expect(await refusalOf(xlsxFile(sheets))).toBe('file.too-many-cells')
  })

  test('is refused for its cells, not for the memory they would take, where all stand in one sheet', async () => {
    expect(await refusalOf(xlsxFile([{ name: 'S', xml: worksheet(many.repeat(100)) }]))).toBe('file.too-many-cells')
  })

  test('is refused when two cells in opposite corners span a whole sheet', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    expect(await refusalOf(xlsxFile([{ name: 'S', xml: worksheet(rows) }]))).toBe('file.too-many-cells')
  })

  test('is refused when a reference lies beyond any sheet', async () => {
    const rows = '<row r="999999999"><c r="ZZZ999999999"><v>1</v></c></row>'
    expect(await refusalOf(xlsxFile([{ name: 'S', xml: worksheet(rows) }]))).toBe('file.too-many-cells')
  })

  test('is refused as text as well', async () => {
    expect(await refusalOf(strToU8(`${'1,2,3,4,5,6,7,8,9,0\n'.repeat(250_000)}`), 'a.csv')).toBe('file.too-many-cells')
  })

  test('is read when only its formats reach to the last cell', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    expect(await refusalOf(xlsxFile([{ name: 'S', xml: worksheet(rows) }]))).toBe('read')
  })
})

describe('a workbook with too many sheets', () => {
  const sheet = { name: 'S', xml: textSheet([['a']]) }

  test('is refused at a hundred thousand parts', async () => {
    const part = strToU8(sheet.xml)
    const extra = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`xl/worksheets/s${index}.xml`, part]))
    expect(await refusalOf(zipSync(packageParts([sheet], extra), { level: 0 }))).toBe('file.too-complex')
  })

  test('is refused at a hundred thousand sheets in its list', async () => {
    const list = strToU8(workbookXml(Array.from({ length: 100_000 }, (_, index) => ({ ...sheet, name: `S${index}` }))))
    expect(await refusalOf(xlsxFile([sheet], { 'xl/workbook.xml': list }))).toBe('file.too-complex')
  })

  test('is refused when many sheets of the list share one part', async () => {
    const list = workbookXml(Array.from({ length: 300 }, (_, index) => ({ ...sheet, name: `S${index}` }))).replaceAll(/r:id="rId\d+"/gu, 'r:id="rId1"')
    expect(await refusalOf(xlsxFile([sheet], { 'xl/workbook.xml': strToU8(list) }))).toBe('file.too-complex')
  })

  test('is refused when overlapping merges would be filled without end', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => Array.from({ length: 20 }, () => String(row)))
    const merges = Array.from({ length: 5000 }, () => 'A1:XFD1048576')
    expect(await refusalOf(tableFile(rows, merges))).toBe('file.too-complex')
  })
})

describe('a workbook with too many texts', () => {
  test('is refused before a tree of them fills the memory', async () => {
    const shared = strToU8(`<sst>${'<si><t>x</t></si>'.repeat(1_500_000)}</sst>`)
    const parts = packageParts([{ name: 'S', xml: textSheet([['a']]) }], { 'xl/sharedStrings.xml': shared })
    // Stored, so that the ratio of a repeated text does not decide.
    expect(await refusalOf(zipSync(parts, { level: 0 }))).toBe('file.too-complex')
  })
})

describe('reading that exhausts its thread', () => {
  test('ends only the thread', async () => {
    // A text that is one unclosed quotation makes the parser build its cell letter by letter.
    const text = strToU8(`a,b\n"${'x'.repeat(60 * 1024 * 1024)}`)
    expect(await refusalOf(text, 'a.csv')).toBe('file.too-complex')
  })
})

describe('cancelling', () => {
  const rows = Array.from({ length: 60_000 }, (_, row) => [String(row), '办公室', '采购', '化整为零规避公开采购', '高'])

  test('ends reading in the middle with its own code', async () => {
    const abort = new AbortController()
    const reading = readWorkbook(tableFile(rows), 'a.xlsx', { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(reading).rejects.toMatchObject({ code: 'file.cancelled' })
  })

  test('ends reading before its thread has said anything', async () => {
    const abort = new AbortController()
    const reading = readWorkbook(tableFile(rows), 'a.xlsx', { signal: abort.signal })
    abort.abort()
    await expect(reading).rejects.toMatchObject({ code: 'file.cancelled' })
  })

  test('prevents reading that has not begun', async () => {
    await expect(readWorkbook(tableFile([['a']]), 'a.xlsx', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'file.cancelled' })
  })
})
