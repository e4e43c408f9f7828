import { existsSync } from 'node:fs'
import { strToU8, type Zippable } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { readWorkbook } from '#core/workbooks/read-workbook.ts'
import { noResult } from '#core/workbooks/workbook.ts'
import { escapeXml, tableFile, textSheet, worksheet, xlsxFile } from '#test/core/workbooks/xlsx-file.ts'
import { refusalOf, stillReads } from './workbook-refusal.ts'

afterEach(async () => {
  expect(await stillReads()).toBe(true)
})

const sheet = { name: 'S', xml: textSheet([['a']]) }
const withPart = (extra: Zippable): Uint8Array => xlsxFile([sheet], extra)

async function firstCells(bytes: Uint8Array, name = 'a.xlsx'): Promise<string[]> {
  const { sheets } = await readWorkbook(bytes, name)
  return sheets[0]?.rows[0] ?? []
}

describe('XML that reaches outside', () => {
  const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY b${index} "${'&a;'.repeat(10)}">`).join('')}]>`

  test.each([['external entities', external], ['a billion laughs', laughs], ['a bare document type', '<!DOCTYPE worksheet>'], ['lower case', '<!doctype x>']])(
    'is refused for %s in a sheet',
    async (_, declaration) => {
      const xml = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>').replace('?>', `?>${declaration}`)
      expect(await refusalOf(xlsxFile([{ name: 'S', xml }]))).toBe('file.external-entities')
    },
  )

  test.each(['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', '[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'docProps/core.xml', 'xl/drawings/drawing1.xml'])(
    'is refused for a document type in %s',
    async (name) => expect(await refusalOf(withPart({ [name]: strToU8(`<?xml version="1.0"?>${external}<x>&e;</x>`) }))).toBe('file.external-entities'),
  )

  test('is refused also when it hides in UTF-16', async () => {
    const wide = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<?xml version="1.0"?>${external}<sst/>`, 'utf16le')]))
    expect(await refusalOf(withPart({ 'xl/sharedStrings.xml': wide }))).toBe('file.external-entities')
  })

  test('is refused when it nests without a bottom', async () => {
    const deep = '<a>'.repeat(200_000) + '</a>'.repeat(200_000)
    expect(await refusalOf(withPart({ 'xl/sharedStrings.xml': strToU8(deep) }))).toBe('file.too-complex')
    expect(await refusalOf(xlsxFile([{ name: 'S', xml: worksheet(deep) }]))).toBe('file.too-complex')
  })
})

describe('names in the archive', () => {
  test('are never used as paths', async () => {
    const bytes = withPart({ '../../../../tmp/workbook-escaped.xml': strToU8('<x/>'), '/tmp/workbook-escaped.xml': strToU8('<x/>'), 'xl/../../x.xml': strToU8('<x/>') })
    expect(await firstCells(bytes)).toEqual(['a'])
    expect(existsSync('/tmp/workbook-escaped.xml')).toBe(false)
  })

  test('may be those of an object’s inner workings', async () => {
    expect(await firstCells(withPart({ 'xl/__proto__.xml': strToU8('<x/>'), 'xl/constructor.xml': strToU8('<x/>') }))).toEqual(['a'])
  })

  test('cannot send the reader to a part outside the package', async () => {
    const relations = '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    expect(await refusalOf(withPart({ 'xl/_rels/workbook.xml.rels': strToU8(relations) }))).toBe('file.not-a-workbook')
  })
})

describe('text in cells', () => {
  const formulas = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(1)', '=HYPERLINK("http://x","y")', '=WEBSERVICE("http://x")']

  test('is plain text when it is a formula, in a workbook and in a text table', async () => {
    expect(await firstCells(tableFile([formulas]))).toEqual(formulas)
    const quoted = formulas.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')
    expect(await firstCells(strToU8(quoted), 'a.csv')).toEqual(formulas)
  })

  test('is the formula itself, unevaluated and marked, when a formula cell holds no result; no text can bear the mark', async () => {
    const cells = `<c r="A1"><f>${escapeXml("cmd|' /C calc'!A0")}</f></c><c r="B1"><f>1+1</f><v>5</v></c><c r="C1" t="inlineStr"><is><t>&#xFFFF;=A1</t></is></c>`
    expect(await firstCells(xlsxFile([{ name: 'S', xml: worksheet(`<row r="1">${cells}</row>`) }]))).toEqual([`${noResult}=cmd|' /C calc'!A0`, '5', '=A1'])
  })

  test('is plain text when it is markup', async () => {
    const markup = '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;'
    expect(await firstCells(tableFile([[markup]]))).toEqual([markup])
  })

  test('is kept whole at 32 000 characters and beyond', async () => {
    for (const length of [32_000, 32_767, 200_000]) expect((await firstCells(tableFile([['险'.repeat(length)]])))[0]).toHaveLength(length)
  })

  test('loses NUL and other control characters, however they are written', async () => {
    const cells = '<c r="A1" t="inlineStr"><is><t>风_x0000_险&#0;点&#7;_x001B_</t></is></c>'
    expect(await firstCells(xlsxFile([{ name: 'S', xml: worksheet(`<row r="1">${cells}</row>`) }]))).toEqual(['风险点'])
    expect(await firstCells(strToU8('部\u0000门,等\u0000级\u0000'), 'a.csv')).toEqual(['部门', '等级'])
  })

  test('loses marks that turn the reading direction', async () => {
    expect(await firstCells(tableFile([['高\u202E风险\u2066等级']]))).toEqual(['高风险等级'])
  })

  test('never holds half a character', async () => {
    const cells = '<c r="A1" t="inlineStr"><is><t>甲&#xD800;乙</t></is></c>'
    const [text = ''] = await firstCells(xlsxFile([{ name: 'S', xml: worksheet(`<row r="1">${cells}</row>`) }]))
    expect(text.isWellFormed()).toBe(true)
  })
})
