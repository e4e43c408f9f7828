import { translator } from '#shared/locales/translator.ts'
import { mustEqual, mustMatchTally, tally } from '#shared/model/report-figures.ts'
import type { LabelledCount } from '#shared/model/report-figures.ts'
import type { Report } from '../../long-work.ts'
import { among } from '../../lists/page-values.ts'
import { eachPower } from '../../powers/each-power.ts'
import type { ListedPower } from '../../powers/each-power.ts'
import { workingDaysOf } from '../assemble-powers.ts'
import type { Paper } from '../paper/paper.ts'
import { numberedLines } from '../plain-text.ts'
import { refuseWhere } from '../report-does-not-foot.ts'
import { headedSection, listBlocks, numberColumn, titleOf, widePaper, wordsFor } from './list-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { readingOf } from './read-points.ts'
import type { Reading } from './read-points.ts'
import type { ReportKind } from './report-kind.ts'

type Column = ListColumn<ListedPower>

/** 职权目录, form A (2011–13). */
function formA(reading: Reading): Column[] {
  const w = wordsFor(reading)
  const t = translator(reading.order.locale)
  const { words } = reading
  return [
    numberColumn(reading),
    { title: w('col.power-code'), share: 7.5, align: 'center', text: (power) => power.code ?? '' },
    { title: w('col.power-type'), share: 6, align: 'center', text: (power) => words.powerType(power.typeCode) || w('unassigned') },
    { title: w('col.power-name'), share: 10.5, text: (power) => power.name },
    { title: w('col.sub-item'), share: 6, text: (power) => power.subItem || w('none') },
    { title: w('col.legal-basis'), share: 14, text: (power) => numberedLines(power.legalBases) || w('none') },
    { title: w('col.exercised-by'), share: 6.5, align: 'center', text: (power) => power.exercisedBy ?? words.organisation },
    { title: w('col.handling-department'), share: 6.5, align: 'center', text: (power) => power.departmentName ?? w('unassigned') },
    { title: w('col.handling-post'), share: 6.5, align: 'center', text: (power) => power.postName ?? w('none') },
    { title: w('col.limits'), share: 8.5, align: 'center', text: (power) => limits(power, w) },
    { title: w('col.fees'), share: 6.5, text: (power) => power.feeBasis ?? w('none') },
    { title: w('col.publicity'), share: 6.5, text: (power) => power.publicity ?? w('none') },
    { title: w('col.discretion'), share: 5.5, align: 'center', text: (power) => (power.discretion === 'unknown' ? w('none') : t(`discretion.${power.discretion}`, { ns: 'states' })) },
    { title: w('col.remarks'), share: 6, text: (power) => power.remarks ?? '' },
  ]
}

/** A bare number means working days, as the field writes it. */
function limits({ statutoryLimit, promisedLimit }: ListedPower, w: ReturnType<typeof wordsFor>): string {
  const told = (limit: string): string => {
    const days = workingDaysOf(limit)
    return days === undefined ? limit : w('limit.days', { count: days })
  }
  const given = [...(statutoryLimit === null ? [] : [w('limit.statutory', { limit: told(statutoryLimit) })]), ...(promisedLimit === null ? [] : [w('limit.promised', { limit: told(promisedLimit) })])]
  return given.length === 0 ? w('none') : given.join('\n')
}

/** 职权目录, form B (2019): what the office is bound to and what it answers for. */
function formB(reading: Reading): Column[] {
  const w = wordsFor(reading)
  const { words } = reading
  return [
    numberColumn(reading),
    { title: w('col.right-type'), share: 9.5, align: 'center', text: (power) => words.powerType(power.typeCode) || w('unassigned') },
    { title: w('col.item-code'), share: 10, align: 'center', text: (power) => power.code ?? '' },
    { title: w('col.item-name'), share: 15, text: (power) => power.name },
    { title: w('col.sub-item'), share: 9, text: (power) => power.subItem || w('none') },
    { title: w('col.implementing-basis'), share: 20, text: (power) => numberedLines(power.legalBases) || w('none') },
    { title: w('col.duties'), share: 17, text: (power) => power.duties ?? w('none') },
    { title: w('col.liability'), share: 17, text: (power) => power.liability ?? w('none') },
  ]
}

const catalogueKind = (code: string, columnsOf: (reading: Reading) => Column[]): ReportKind => ({
  code, formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'year',
  paper: async (core, order, report) => {
    const reading = await readingOf(core, order)
    const powers = await readPowers(reading, report)
    await footPowers(reading, powers)
    return cataloguePaper(reading, powers, { code, columnsOf })
  },
})

/** The powers in force of an order, by department and number. */
async function readPowers({ db, order, words, today }: Reading, report: Report): Promise<ListedPower[]> {
  const powers: ListedPower[] = []
  const filter = order.departmentIds === undefined || order.departmentIds.length === 0 ? {} : { departmentIds: [...order.departmentIds] }
  for await (const chunk of eachPower(db, { filter, today })) {
    powers.push(...chunk)
    await report({ done: powers.length, total: 0, stage: 'collect' })
  }
  return powers.toSorted((a, b) => words.departmentOrder(a.departmentId) - words.departmentOrder(b.departmentId) || a.number - b.number)
}

/** @throws {ReportDoesNotFoot} where the rows are not what the kept totals say */
async function footPowers({ db, order, words }: Reading, powers: readonly ListedPower[]): Promise<void> {
  const { departmentIds = [] } = order
  const chosen = departmentIds.length > 0
  const byDepartment = await db.selectFrom('power_department_total').selectAll().where('powers', '>', 0).execute()
  const departments = byDepartment.filter(({ department_id }) => !chosen || departmentIds.includes(department_id)).map((row): LabelledCount => ({ label: words.department(row.department_id || null), count: row.powers }))
  let counting = db.selectFrom('power').select(({ fn }) => ['type_code', fn.countAll<number>().as('powers')]).where('state', '=', 'in-force').groupBy('type_code')
  if (chosen) counting = counting.where(among('department_id', departmentIds))
  const types = (await counting.execute()).map((row): LabelledCount => ({ label: words.powerType(row.type_code), count: row.powers }))
  refuseWhere([
    ...mustEqual('rows-total', '', { stated: departments.reduce((sum, { count }) => sum + count, 0), counted: powers.length }),
    ...mustMatchTally('rows-department', departments, tally(powers.map((power) => words.department(power.departmentId)))),
    ...mustMatchTally('rows-type', types, tally(powers.map((power) => words.powerType(power.typeCode)))),
  ], order.locale)
}

function cataloguePaper(reading: Reading, powers: readonly ListedPower[], { code, columnsOf }: { code: string; columnsOf: (reading: Reading) => Column[] }): Paper {
  const w = wordsFor(reading)
  const title = titleOf(reading, code)
  const counted = tally(powers.toSorted((a, b) => reading.words.powerTypeOrder(a.typeCode) - reading.words.powerTypeOrder(b.typeCode)).map((power) => reading.words.powerType(power.typeCode) || w('unassigned')))
  const types = [...counted].map(([type, count]) => w('count.part', { label: type, count }))
  const below = [w('sum.powers', { count: powers.length, parts: types.join(w('comma')) })]
  const blocks = listBlocks({ name: w('sheet.catalogue'), columns: columnsOf(reading), rows: powers, empty: w('empty.powers'), below }, reading)
  return widePaper(reading, title, [headedSection(reading, title, blocks)])
}

export const catalogueA = catalogueKind('catalogue-a', formA)
export const catalogueB = catalogueKind('catalogue-b', formB)
