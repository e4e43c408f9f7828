import { describe, expect, it } from 'vitest'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Paper } from '#core/reports/paper/paper.ts'
import { fileName, paperFile } from '#core/reports/paper/paper-file.ts'
import type { PaperFormat } from '#core/reports/paper/paper-file.ts'
import { fullPaper } from './paper-fixture.ts'

const longPaper = (rows: number): Paper => fullPaper({ sections: [{ page: 'landscape', blocks: [{ kind: 'table', table: { columns: [{ title: '序号', share: 1, numbers: true }], rows: Array.from({ length: rows }, (_, index) => [String(index + 1)]) } }] }] })

async function written(paper: Paper, format: PaperFormat, name = '报告'): Promise<{ file: File; told: Progress[] }> {
  const told: Progress[] = []
  const work = paperFile({}, paper, { format, name })
  for (;;) {
    const step = await work.next()
    if (step.done === true) return { file: step.value, told }
    told.push(step.value)
  }
}

describe('a paper as a file', () => {
  it('bears a name every file system takes, and tells how far it is', async () => {
    const { file, told } = await written(fullPaper(), 'docx', ' 报告/一:二? ')
    expect([file.name, file.type]).toEqual(['报告 一 二.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'])
    expect(told.at(0)).toEqual({ done: 0, total: 1, stage: 'write-file' })
    expect(told.at(-1)).toEqual({ done: 1, total: 1, stage: 'write-file' })
  })

  it('is the same file each time', async () => {
    const [first, second] = [await written(fullPaper(), 'xlsx'), await written(fullPaper(), 'xlsx')]
    expect(await first.file.arrayBuffer()).toEqual(await second.file.arrayBuffer())
  })

  it('takes 5 000 rows; more go into a workbook only', async () => {
    await expect(written(longPaper(5001), 'docx')).rejects.toMatchObject({ code: 'report.too-many-rows', params: { rows: 5001, limit: 5000 } })
    await expect(written(longPaper(5001), 'pdf')).rejects.toMatchObject({ code: 'report.too-many-rows' })
    expect((await written(longPaper(5001), 'xlsx')).file.size).toBeGreaterThan(10_000)
    expect((await written(longPaper(5000), 'docx')).file.size).toBeGreaterThan(10_000)
  })

  it('ends its thread where nobody reads it any more', async () => {
    const work = paperFile({}, longPaper(5000), { format: 'docx', name: 'x' })
    await work.next()
    await work.next()
    await work.return(new File([], 'none'))
    expect(await work.next()).toEqual({ done: true, value: undefined })
  })

  it('is refused as PDF where nothing prints', async () => {
    await expect(written(fullPaper(), 'pdf')).rejects.toMatchObject({ code: 'report.no-printer' })
  })
})

it('a file is named without signs that no file system takes, and without holes in their place', () => {
  expect(fileName('County, Integrity Risk Control: Annual Report 2026', 'docx')).toBe('County, Integrity Risk Control Annual Report 2026.docx')
  expect(fileName(' ../甲\\乙\n丙?', 'pdf')).toBe('.. 甲 乙 丙.pdf')
})
