import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '#core/workbooks/read-workbook.ts'
import { noResult } from '#core/workbooks/workbook.ts'
import type { ReadProgress } from '#core/workbooks/workbook.ts'
import { tableFile, textSheet, worksheet, xlsxFile } from './xlsx-file.ts'

async function firstRows(bytes: Uint8Array, name = 'a.xlsx'): Promise<string[][]> {
  const workbook = await readWorkbook(bytes, name)
  return workbook.sheets[0]?.rows ?? []
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const oneRow = (cells: string): Uint8Array => xlsxFile([{ name: 'S', xml: worksheet(`<row r="1">${cells}</row>`) }])

describe('an .xlsx file', () => {
  test('gives the text of every cell, all rows equally long', async () => {
    expect(await firstRows(tableFile([['序号', '部门'], ['1'], ['', '办公室']]))).toEqual([['序号', '部门'], ['1', ''], ['', '办公室']])
  })

  test('keeps line breaks as they are typed and drops carriage returns', async () => {
    expect(await firstRows(tableFile([['1.甲\r\n2.乙']]))).toEqual([['1.甲\n2.乙']])
  })

  test('shows numbers without exponent and without the noise of binary fractions', async () => {
    const cells = ['1E+21', '0.30000000000000004', '1.5E-7', '45', '123456789012345'].map((value, index) => `<c r="${'ABCDE'[index]}1"><v>${value}</v></c>`)
    expect(await firstRows(oneRow(cells.join('')))).toEqual([['1000000000000000000000', '0.3', '0.00000015', '45', '123456789012345']])
  })

  test('shows dates as yyyy-mm-dd, with the time only where there is one', async () => {
    expect(await firstRows(oneRow('<c r="A1" s="1"><v>41180</v></c><c r="B1" s="1"><v>41180.5</v></c>'))).toEqual([['2012-09-28', '2012-09-28 12:00']])
  })

  test('shows the stored result of a formula, be it empty, and the formula itself behind a sign where none is stored', async () => {
    const cells = '<c r="A1"><f>SUM(1,2)</f><v>3</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>3x</v></c><c r="D1" t="str"><f>IF(A1=3,"","x")</f><v></v></c>'
    expect(await firstRows(oneRow(cells))).toEqual([['3', `${noResult}=NOW()`, '3x', '']])
  })

  test('joins the runs of a formatted text, shared or in the cell', async () => {
    const shared = '<sst><si><r><t>风险</t></r><r><rPr><b/></rPr><t>等级</t></r></si></sst>'
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>防控</t></r><r><t>措施</t></r></is></c>'
    const file = xlsxFile([{ name: 'S', xml: worksheet(`<row r="1">${cells}</row>`) }], { 'xl/sharedStrings.xml': strToU8(shared) })
    expect(await firstRows(file)).toEqual([['风险等级', '防控措施']])
  })

  test('fills merged cells with the text of their first cell and reports the blocks', async () => {
    const workbook = await readWorkbook(tableFile([['办公室', 'a'], ['', 'b'], ['', 'c']], ['A1:A3']), 'a.xlsx')
    expect(workbook.sheets[0]?.rows.map((row) => row[0])).toEqual(['办公室', '办公室', '办公室'])
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 2, right: 0 }])
  })

  test('reads hidden sheets and says that they are hidden', async () => {
    const file = xlsxFile([
      { name: '一', xml: textSheet([['a']]) },
      { name: '二', xml: textSheet([['b']]), state: 'hidden' },
      { name: '三', xml: textSheet([['c']]), state: 'veryHidden' },
    ])
    const { sheets } = await readWorkbook(file, 'a.xlsx')
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['一', false], ['二', true], ['三', true]])
  })

  test('is not put off by a million formatted but empty cells', async () => {
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"></c></row>'
    expect(await firstRows(xlsxFile([{ name: 'S', xml: worksheet(rows) }]))).toEqual([['序号']])
  })

  test('finds the places of cells that leave out their references, empty ones between them included', async () => {
    const rows = '<row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="inlineStr"><is><t>c</t></is></c></row>'
    expect(await firstRows(xlsxFile([{ name: 'S', xml: worksheet(rows) }]))).toEqual([['a', '', 'c']])
  })

  test('is known by its content whatever its name', async () => {
    expect(await firstRows(tableFile([['甲']]), '清单.csv')).toEqual([['甲']])
  })

  test('takes off the apostrophe that an export put before a text that looks like a formula', async () => {
    expect(await firstRows(tableFile([["'=1+1", "'tis", "'-5"]]))).toEqual([['=1+1', "'tis", '-5']])
  })

  test('reports the sheets and then the rows read, up to the last', async () => {
    const seen: ReadProgress[] = []
    const sheets = ['一', '二'].map((name) => ({ name, xml: textSheet(Array.from({ length: 2500 }, (_, index) => [String(index)])) }))
    await readWorkbook(xlsxFile(sheets), 'a.xlsx', { onProgress: (progress) => seen.push(progress) })
    expect(seen.filter(({ what }) => what === 'sheet').map(({ done, total }) => [done, total])).toEqual([[1, 2], [2, 2]])
    expect(seen.filter(({ what }) => what === 'row').map(({ done, total }) => [done, total])).toEqual([[2000, 5000], [2500, 5000], [4500, 5000], [5000, 5000]])
  })

  test('leaves the bytes it was given as they were', async () => {
    const bytes = tableFile([['甲']])
    const before = bytes.slice()
    await readWorkbook(bytes, 'a.xlsx')
    expect(bytes).toEqual(before)
  })
})

describe('a text table', () => {
  test('is read in UTF-8 with and without its mark', async () => {
    expect(await firstRows(utf8('序号,部门\n1,办公室\n'), 'a.csv')).toEqual([['序号', '部门'], ['1', '办公室']])
    expect(await firstRows(utf8('\uFEFF序号,部门'), 'a.csv')).toEqual([['序号', '部门']])
  })

  test('is read in GB18030 where it is not UTF-8', async () => {
    const bytes = Uint8Array.from([0xb2, 0xbf, 0xc3, 0xc5, 0x2c, 0xb5, 0xc8, 0xbc, 0xb6])
    expect(await firstRows(bytes, 'a.csv')).toEqual([['部门', '等级']])
  })

  test('is read in UTF-16 with tabs, as spreadsheets save Unicode text', async () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('部门\t等级\r\n办公室\t高', 'utf16le')]))
    expect(await firstRows(bytes, 'a.txt')).toEqual([['部门', '等级'], ['办公室', '高']])
  })

  test('keeps quoted commas, quotes and line breaks', async () => {
    expect(await firstRows(utf8('a,b\n"甲,乙","1.丙\n2.""丁"""\n'), 'a.csv')).toEqual([['a', 'b'], ['甲,乙', '1.丙\n2."丁"']])
  })

  test('names its sheet after the file', async () => {
    const { sheets } = await readWorkbook(utf8('a,b'), 'C:\\文件\\排查表.csv')
    expect(sheets[0]?.name).toBe('排查表')
  })

  test('may be saved under the name of a workbook, as many systems do', async () => {
    expect(await firstRows(utf8('部门\t等级\n办公室\t高\n'), 'a.xls')).toEqual([['部门', '等级'], ['办公室', '高']])
  })
})
