import type { Factors } from '#shared/contract/grading.ts'
import { factorsOf, methodDefinitionSchema } from '#shared/model/grading/definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { valueOf } from '#shared/model/grading/factors.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { among } from '../../lists/page-values.ts'
import type { Paper } from '../paper/paper.ts'
import { footPoints, pointSum } from './foot-points.ts'
import { headedSection, listBlocks, numberColumn, titleOf, widePaper, wordsFor } from './list-paper.ts'
import type { ListColumn } from './list-paper.ts'
import { atOnce, decisionsOf, readingOf, readPoints } from './read-points.ts'
import type { Decision, PointView, Reading } from './read-points.ts'
import type { ReportKind } from './report-kind.ts'

/** What a grade of a point rests on. */
interface Graded {
  readonly grading: Row<'grading'> | undefined
  readonly method: MethodDefinition | undefined
  /** Of the present way, oldest first. */
  readonly decisions: readonly Decision[]
}

/** 等级评定表: factors, total, override rules and the grade of each level, with reason, person and day. */
export const gradingSheet: ReportKind = {
  code: 'grading-sheet', formats: ['docx', 'xlsx', 'pdf'], editions: ['public', 'internal', 'assessment'], subject: 'year',
  paper: async (core, order, report) => {
    const reading = await readingOf(core, order)
    const points = await readPoints(reading, report)
    await footPoints(reading, points)
    return gradingSheetPaper(reading, points, await readGraded(reading, points))
  },
}

/** What each point's grade rests on, by its id. */
async function readGraded({ db }: Reading, points: readonly PointView[]): Promise<Map<string, Graded>> {
  const ids = points.map(({ id }) => id)
  const gradings = await standingGradings(db, ids)
  const methods = await readMethods(db, [...gradings.values()].map(({ method_version_id }) => method_version_id))
  const decisions = await decisionsOf(db, ids)
  return new Map(ids.map((id) => {
    const grading = gradings.get(id)
    return [id, { grading, method: methods.get(grading?.method_version_id ?? ''), decisions: decisions.get(id) ?? [] }]
  }))
}

async function standingGradings(db: ReadableDatabase, ids: readonly string[]): Promise<Map<string, Row<'grading'>>> {
  const found = new Map<string, Row<'grading'>>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await db.selectFrom('risk_point as r').innerJoin('grading as g', 'g.id', 'r.grading_id').selectAll('g').where(among('r.id', ids.slice(from, from + atOnce))).execute()
    for (const row of rows) found.set(row.risk_point_id, row)
  }
  return found
}

async function readMethods(db: ReadableDatabase, ids: readonly string[]): Promise<Map<string, MethodDefinition>> {
  const rows = await db.selectFrom('grading_method_version').select(['id', 'definition']).where(among('id', [...new Set(ids)])).execute()
  return new Map(rows.map(({ id, definition }) => [id, methodDefinitionSchema.parse(JSON.parse(definition))]))
}

function gradingSheetPaper(reading: Reading, points: readonly PointView[], graded: ReadonlyMap<string, Graded>): Paper {
  const w = wordsFor(reading)
  const title = titleOf(reading, 'grading-sheet')
  const rows = points.map((point): GradingRow => ({ point, ...graded.get(point.id) ?? { grading: undefined, method: undefined, decisions: [] } }))
  const blocks = listBlocks({ name: w('kind.grading-sheet'), columns: columnsOf(reading), rows, empty: w('empty.points'), merged: [1], below: [pointSum(reading, points)] }, reading)
  return widePaper(reading, title, [headedSection(reading, title, blocks)])
}

interface GradingRow extends Graded { readonly point: PointView }

function columnsOf(reading: Reading): ListColumn<GradingRow>[] {
  const w = wordsFor(reading)
  const { view, words } = reading
  const grade = (code: string | null | undefined): string => words.grade(code ?? null) || w('none')
  const column = (key: string, share: number, text: (row: GradingRow) => string, align: 'left' | 'center' = 'center'): ListColumn<GradingRow> => ({ title: w(`col.${key}`), share, align, text })
  return [
    numberColumn(reading),
    column('power-post', 11, ({ point }) => (point.post === '' ? point.power : w('power-post', { power: point.power, post: point.post })), 'left'),
    column('point', 15, ({ point }) => (point.detail ? point.manifestation : view.withheld), 'left'),
    ...(view.shows('factors') ? [
      column('factors', reading.order.locale === 'en' ? 14 : 13.5, (row) => factorLines(row, reading) || w('none'), 'left'),
      column('score', 5.5, ({ grading }) => (grading?.score == null ? w('none') : String(grading.score))),
      column('overrides', 7.5, (row) => overrideLines(row, reading) || w('none'), 'left'),
    ] : []),
    column('self-grade', 5.2, (row) => grade(selfGrade(row))),
    column('department-grade', 5.2, ({ decisions }) => grade(lastOf(decisions, departmentStates)?.grade)),
    column('group-grade', 6, ({ decisions }) => grade(lastOf(decisions, groupStates)?.grade)),
    column('final-grade', 5.2, ({ point }) => point.grade || w('ungraded')),
    ...(view.shows('reason') ? [column('reason', 11.5, (row) => reasonOf(row) || w('none'), 'left')] : []),
    ...(view.shows('person') ? [column('graded-by', 7, (row) => deciderOf(row)?.person ?? w('none'))] : []),
    column('date', 7.5, (row) => deciderOf(row)?.on ?? w('none')),
  ]
}

const departmentStates = ['submitted', 'department-review', 'head-approval'] as const
const groupStates = ['determination'] as const

/** The last who agreed at one of the stops. */
const lastOf = (decisions: readonly Decision[], states: readonly string[]): Decision | undefined =>
  decisions.findLast(({ action, from_state, grade }) => (action === 'pass' || action === 'take') && states.includes(from_state) && grade !== null)

const selfGrade = ({ decisions, grading }: GradingRow): string | null => decisions.find(({ action }) => action === 'submit')?.grade ?? (grading?.stage === 'declared' ? grading.final_grade : null)

/** Who stands behind the grade last, by the review or, where there was none, by the grading. */
function deciderOf({ decisions, grading }: GradingRow): { person: string; on: string } | undefined {
  const last = decisions.findLast(({ grade }) => grade !== null)
  if (last !== undefined) return { person: last.person, on: last.decided_on }
  return grading === undefined ? undefined : { person: grading.approver ?? grading.graded_by, on: grading.graded_on }
}

const reasonOf = ({ decisions, grading }: GradingRow): string => decisions.findLast(({ grade, reason }) => grade !== null && reason !== '')?.reason ?? grading?.reason ?? ''

/** 发生可能性 6 */
function factorLines({ grading, method }: GradingRow, { order }: Reading): string {
  if (grading === undefined || method === undefined) return ''
  const w = wordsFor({ order })
  const values = JSON.parse(grading.factors) as Factors
  return factorsOf(method).flatMap((factor) => {
    const value = valueOf(factor, values)
    if (value === undefined) return []
    const name = factor.labels[order.locale]
    if (factor.kind === 'criterion') return [`${name} ${w(value === true ? 'yes' : 'no')}`]
    if (factor.kind !== 'choice') return [`${name} ${String(value)}`]
    return [`${name} ${factor.options.find((option) => option.value === value)?.labels[order.locale] ?? String(value)}`]
  }).join('\n')
}

function overrideLines({ grading, method }: GradingRow, { order }: Reading): string {
  const fired = grading === undefined ? [] : JSON.parse(grading.overrides) as string[]
  return fired.map((code) => method?.overrides.find((rule) => rule.code === code)?.labels[order.locale] ?? code).join('\n')
}
