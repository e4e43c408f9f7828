import { mustEqual } from '#shared/model/report-figures.ts'
import { allRows } from '../../archive/snapshot.ts'
import type { SnapshotGradeChange } from '../../archive/snapshot.ts'
import { liveSnapshot } from '../../archive/live-snapshot.ts'
import type { Paper } from '../paper/paper.ts'
import { refuseWhere } from '../report-does-not-foot.ts'
import { headedSection, listBlocks, numberColumn, titleOf, widePaper, wordsFor } from './list-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { among } from '../../lists/page-values.ts'
import type { Weight } from './edition-view.ts'
import { readingOf, weightOf } from './read-points.ts'
import type { Reading } from './read-points.ts'
import type { ReportKind } from './report-kind.ts'

/** 动态调整表: what changed around the register in the year, and every grade that was changed. */
export const adjustmentSheet: ReportKind = {
  code: 'adjustments', formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'year',
  paper: async (core, order, report) => {
    const reading = await readingOf(core, order)
    const adjustments = await readAdjustments(reading)
    const changes = await readChanges(reading)
    await report({ done: changes.length, total: changes.length, stage: 'collect' })
    return adjustmentsPaper(reading, adjustments, changes)
  },
}

const readAdjustments = ({ db, order: { year } }: Reading) =>
  db.selectFrom('adjustment as a').select((eb) => {
    const tasks = eb.selectFrom('adjustment_task as t').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('t.adjustment_id', '=', 'a.id')
    return ['a.id', 'a.kind', 'a.title', 'a.happened_on', 'a.basis', 'a.text', 'a.recorded_by', tasks.as('tasks'), tasks.where('t.state', '=', 'open').as('open')]
  }).where('a.happened_on', '>=', `${year}-01-01`).where('a.happened_on', '<=', `${year}-12-31`).orderBy('a.happened_on').orderBy('a.number').execute()

type Adjustment = Awaited<ReturnType<typeof readAdjustments>>[number]

/** A change, and whether its point may be read now: what was lighter then may be the heaviest today. */
interface Change extends SnapshotGradeChange { readonly readable: boolean }

/** The year's changes of grades; what was read is held against what the database counts. @throws {ReportDoesNotFoot} */
async function readChanges(reading: Reading): Promise<Change[]> {
  const { db, order: { year, departmentIds = [], locale }, today, words, view } = reading
  const snapshot = liveSnapshot(db, { year, today })
  const changes = await allRows(snapshot, 'grade-change')
  refuseWhere(mustEqual('rows-total', '', { stated: await snapshot.count('grade-change'), counted: changes.length }), locale)
  const own = departmentIds.length === 0 ? changes : changes.filter(({ departmentId }) => departmentId !== null && departmentIds.includes(departmentId))
  const weights = await weightsOf(reading, own.map(({ riskPointId }) => riskPointId))
  return own.map((change) => ({ ...change, readable: [words.weight(change.from), words.weight(change.to), weights.get(change.riskPointId) ?? 'heaviest'].every(view.readsDetail) }))
}

async function weightsOf({ db, words }: Reading, ids: readonly string[]): Promise<Map<string, Weight>> {
  const rows = await db.selectFrom('risk_point').select(['id', 'grade_code as gradeCode', 'entry_grade as entryGrade', 'determined_grade as determinedGrade']).where(among('id', [...new Set(ids)])).execute()
  return new Map(rows.map((row) => [row.id, weightOf(row, words)]))
}

function adjustmentsPaper(reading: Reading, adjustments: readonly Adjustment[], changes: readonly Change[]): Paper {
  const w = wordsFor(reading)
  const title = titleOf(reading, 'adjustments')
  const raised = changes.filter(({ direction }) => direction === 'raised').length
  const below = [w('sum.changes', { count: changes.length, raised, lowered: changes.length - raised })]
  return widePaper(reading, title, [headedSection(reading, title, [
    { kind: 'table-caption', text: w('table.adjustments') },
    ...listBlocks({ name: w('sheet.adjustments'), columns: adjustmentColumns(reading), rows: adjustments, empty: w('empty.adjustments') }, reading),
    { kind: 'gap' },
    { kind: 'table-caption', text: w('table.changes') },
    ...listBlocks({ name: w('sheet.changes'), columns: changeColumns(reading), rows: changes, empty: w('empty.changes'), below }, reading),
  ])])
}

function adjustmentColumns(reading: Reading): ListColumn<Adjustment>[] {
  const w = wordsFor(reading)
  const { view } = reading
  return [
    numberColumn(reading),
    { title: w('col.date'), share: 9, align: 'center', text: (row) => row.happened_on },
    { title: w('col.adjustment-kind'), share: 9, align: 'center', text: (row) => w(`adjustment.${row.kind}`) },
    { title: w('col.adjustment'), share: 22, text: (row) => (row.kind === 'case' && !view.shows('adjustment-text') ? view.withheld : row.title) },
    { title: w('col.basis'), share: 18, text: (row) => row.basis || w('none') },
    ...(view.shows('adjustment-text') ? [{ title: w('col.adjustment-text'), share: 22, text: (row: Adjustment) => row.text || w('none') }] : []),
    { title: w('col.tasks'), share: 9, align: 'center', text: (row) => w('tasks-of', { tasks: row.tasks ?? 0, open: row.open ?? 0 }) },
    ...(view.shows('person') ? [{ title: w('col.recorded-by'), share: 8, align: 'center' as const, text: (row: Adjustment) => row.recorded_by }] : []),
  ]
}

function changeColumns(reading: Reading): ListColumn<Change>[] {
  const w = wordsFor(reading)
  const { view, words } = reading
  return [
    numberColumn(reading),
    { title: w('col.date'), share: 9, align: 'center', text: (row) => row.on },
    { title: w('col.unit'), share: 10, align: 'center', text: (row) => words.department(row.departmentId) || w('unassigned') },
    { title: w('col.power'), share: 14, text: (row) => row.powerName },
    { title: w('col.manifestation'), share: 20, text: (row) => (row.readable ? row.manifestation : view.withheld) },
    { title: w('col.from'), share: 6, align: 'center', text: (row) => words.grade(row.from) },
    { title: w('col.to'), share: 6, align: 'center', text: (row) => words.grade(row.to) },
    { title: w('col.direction'), share: 6.5, align: 'center', text: (row) => w(row.direction) },
    ...(view.shows('reason') ? [{ title: w('col.change-reason'), share: 16, text: (row: Change) => row.reason || w('none') }] : []),
    ...(view.shows('person') ? [{ title: w('col.decided-by'), share: 8, align: 'center' as const, text: (row: Change) => row.approver ?? row.gradedBy }] : []),
  ]
}
