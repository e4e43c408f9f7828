import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportList } from '#core/exchange/lists/export-list.ts'
import type { ExportOrder } from '#core/exchange/lists/export-list.ts'
import { joinItems } from '#core/exchange/lists/join-items.ts'
import { csvBytes, xlsxBytes } from '#core/exchange/lists/list-files.ts'
import { readCsv } from '#core/workbooks/reading/read-csv.ts'
import { readXlsx } from '#core/workbooks/reading/read-xlsx.ts'
import { cleanText } from '#core/workbooks/reading/clean-text.ts'
import { splitMeasures } from '#core/workbooks/cells/split-items.ts'
import { changePower } from '#core/powers/power-records.ts'
import { changeMeasure } from '#core/measures/measure-records.ts'
import { foldText } from '#shared/model/text-key.ts'
import { locales } from '#shared/model/labels.ts'
import { officer } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { importAllExamples, importExample } from './example-import.ts'
import { finished, imported, inRegister, planOf } from './importing.ts'
import { pictureOf } from './register-picture.ts'

const formats = ['xlsx', 'csv'] as const
const lists = ['powers', 'risks', 'measures'] as const

const exported = (register: TestRegister, list: (typeof lists)[number], { format, locale }: Pick<ExportOrder, 'format' | 'locale'>): Promise<File> =>
  finished(exportList(register.core, { of: { list, filter: {} }, format, locale }))

/** The example, with values in the fields that none of its files has. */
async function fillRegister(register: TestRegister): Promise<void> {
  await importAllExamples(register)
  const power = await register.database.read.selectFrom('power').select('id').where('code', '=', 'XK-001').executeTakeFirstOrThrow()
  const measure = await register.database.read.selectFrom('control_measure').select('id').orderBy('number').executeTakeFirstOrThrow()
  await register.change(async (change) => {
    await changePower(change, { id: power.id, patch: {
      codeScheme: '县级 2012', benchmarkNo: '龙水〔2011〕8号', benchmarkCalibratedOn: '2025-12-01', duties: '1.受理责任：公示材料清单\n2.审查责任', liability: '=HYPERLINK("x")', remarks: '-备注，含“引号”',
      threeMajors: true, pastCase: true, feeBasis: '@见附件', legalBases: ['《水法》第七条；第四十八条', '《条例》第三条'],
    } })
    await changeMeasure(change, { id: measure.id, patch: { kindCode: 'prevention', progress: 'done', doneOn: '2026-01-31', remarks: '+已落实' } })
    const [recurring, owned] = await change.db.selectFrom('control_measure').select('id').orderBy('number').offset(1).limit(2).execute()
    const post = await change.db.selectFrom('post').select('id').orderBy('number', 'desc').executeTakeFirstOrThrow()
    await changeMeasure(change, { id: recurring?.id ?? '', patch: { frequency: 'monthly', dueOn: '2027-02-28', rhythmFrom: '2026-12-31', ownerPostId: post.id } })
    await changeMeasure(change, { id: owned?.id ?? '', patch: { ownerPostId: post.id } })
  })
}

describe.each(formats)('lists exported as %s', (format) => {
  it('import into an empty register and give the same register', async () => {
    await inRegister(async (register) => {
      await fillRegister(register)
      const files = await Promise.all(lists.map((list) => exported(register, list, { format, locale: 'zh-CN' })))
      await inRegister(async (empty) => {
        for (const file of files) expect((await imported(empty, file)).summary).toMatchObject({ rejected: 0 })
        expect(await pictureOf(empty.database)).toEqual(await pictureOf(register.database))
      })
    })
  })

  it.each(locales)('in %s import into the register they come from without a change', async (locale) => {
    await inRegister(async (register) => {
      await fillRegister(register)
      for (const list of lists) {
        const plan = await planOf(register, await exported(register, list, { format, locale }))
        expect(plan.changes.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
        expect(plan.issues).toEqual([])
        expect(plan.changeTotal).toBeGreaterThan(29)
      }
    })
  })

  it('keep what is shared by several points apart from what is stated for one', async () => {
    await inRegister(async (register) => {
      await importExample(register, '廉政风险点情况表.xlsx')
      const plan = await planOf(register, await exported(register, 'risks', { format, locale: 'en' }))
      expect(plan.changes.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
      const measures = await planOf(register, await exported(register, 'measures', { format, locale: 'en' }))
      expect(measures.changes.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
    })
  })

  it('hold only what the filter passes, and say how far they have come', async () => {
    await inRegister(async (register) => {
      await fillRegister(register)
      const work = exportList(register.core, { of: { list: 'risks', filter: { gradeCodes: ['low'] } }, format, locale: 'zh-CN' })
      const first = await work.next()
      expect(first.value).toMatchObject({ done: 7, stage: 'export' })
      const rows = await rowsOf(await finished(work), format)
      expect(rows).toHaveLength(8)
    })
  })
})

async function rowsOf(file: File, format: (typeof formats)[number]): Promise<string[][]> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sheets = format === 'csv' ? readCsv(bytes, file.name) : await readXlsx(bytes, () => undefined)
  return sheets[0]?.rows ?? []
}

/** Texts as the register holds them: everything that reading a file lets through, signs of formulas first of all. */
const storedText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', "'", "''=", "'=", "'-", '＝', '|', '_x0041_', '"', ',', '；', '\n'), fc.string({ maxLength: 20 })).map((parts) => parts.join('')),
).map((text) => cleanText(`x${text}`).slice(1))

const tooLong = () => ({ sheet: 'S', titles: ['甲'], widths: [], rows: (async function* () { yield ['长'.repeat(32_768)] })() })

describe('any text', () => {
  it.each(formats)('comes back from a .%s file as it went in', async (format) => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(storedText, storedText), { minLength: 1, maxLength: 5 }), async (texts) => {
      const list = { sheet: 'S', titles: ['甲', '乙', '丙'], widths: [], rows: texts.map((pair) => [...pair, '末']) }
      const outgoing = { ...list, rows: (async function* () { yield* list.rows })() }
      const bytes = format === 'csv' ? await csvBytes(outgoing) : await xlsxBytes(outgoing)
      expect(await rowsOf(new File([bytes], `a.${format}`), format)).toEqual([list.titles, ...list.rows])
    }), { numRuns: 150 })
  })

  it('is never the start of a formula in a .csv file', async () => {
    await fc.assert(fc.asyncProperty(storedText, async (text) => {
      const csv = new TextDecoder().decode(await csvBytes({ sheet: 'S', titles: ['甲'], widths: [], rows: (async function* () { yield [text] })() }))
      expect(csv.split('\r\n')[1]).not.toMatch(/^"[=+\-@\t＝＋－＠]/u)
    }))
  })

  it('too long for a cell is refused rather than cut', async () => {
    await expect(csvBytes(tooLong())).rejects.toMatchObject({ code: 'export.cell-too-long' })
    await expect(xlsxBytes(tooLong())).rejects.toMatchObject({ code: 'export.cell-too-long' })
  })
})

describe('items in one cell', () => {
  const item = fc.oneof(
    fc.constantFrom('任前公示', '1.先；2.后', '（一）查；（二）办', '①甲②乙', '一、受理；二、审查', '第1、2条', '9.28专项', '甲\n2.乙', '金额1.5万元以上；集体研究'),
    fc.string({ minLength: 1, maxLength: 12 }),
  )

  it('are read as the same items, or not written at all', () => {
    fc.assert(fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      const cell = joinItems(items, splitMeasures)
      if (cell === undefined || items.length === 0) return
      expect(splitMeasures(cell).map(foldText)).toEqual(items.map(foldText))
    }))
  })

  it('find another numbering where their own numbers are in the way', () => {
    expect(joinItems(['任前公示', '党组会票决'], splitMeasures)).toBe('1.任前公示\n2.党组会票决')
    expect(joinItems(['任前公示'], splitMeasures)).toBe('任前公示')
    expect(joinItems(['公示；听证', '票决'], splitMeasures)).toBe('1.公示；听证\n2.票决')
    expect(joinItems(['先公示\n2.再听证', '票决'], splitMeasures)).toBe('（1）先公示\n2.再听证\n（2）票决')
  })
})

it('a list is read while others work: stopping to read it ends it', async () => {
  await inRegister(async (register) => {
    await fillRegister(register)
    const work = exportList(register.core, { of: { list: 'powers', filter: {} }, format: 'csv', locale: 'zh-CN' })
    await work.next()
    await work.return(new File([], ''))
    expect(await work.next()).toMatchObject({ done: true })
    await register.database.change(officer, (change) => change.record({ action: 'test.note', entity: 'test', entityId: 'test' }))
  })
})
