import type { LinkedMeasure, ListedRiskPoint } from '../../risks/each-risk-point.ts'
import { eachRiskPoint } from '../../risks/each-risk-point.ts'
import type { Core } from '../../core.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { Report } from '../../long-work.ts'
import { among } from '../../lists/page-values.ts'
import { editionView } from './edition-view.ts'
import type { EditionView, Weight } from './edition-view.ts'
import { readKindWords } from './kind-words.ts'
import type { KindWords } from './kind-words.ts'
import type { ReportOrder } from './report-kind.ts'

/** A risk point in the words of a report and no further than its edition goes. */
export interface PointView {
  readonly id: string
  readonly powerId: string
  readonly stepId: string | null
  readonly departmentId: string | null
  readonly categoryCode: string | null
  readonly gradeCode: string | null
  readonly weight: Weight
  /** Whether what it says may be read; where not, its texts hold the stated wording. */
  readonly detail: boolean
  readonly department: string
  readonly power: string
  readonly post: string
  readonly step: string
  readonly category: string
  readonly grade: string
  /** Its title or, where it has none or may not show it, its power. */
  readonly name: string
  readonly manifestation: string
  readonly rules: string
  readonly measures: readonly MeasureView[]
  /** How many measures it has, shown or not. */
  readonly measureCount: number
  readonly owner: string
  readonly head: string
  readonly leader: string
}

export interface MeasureView {
  readonly content: string
  readonly kind: string
  readonly owner: string
  readonly dueOn: string
  readonly planned: boolean
}

/** What a kind of report is given to work with: the words of the register and what the edition lets through. */
export interface Reading {
  readonly db: ReadableDatabase
  readonly words: KindWords
  readonly view: EditionView
  readonly order: ReportOrder
  /** Local calendar date on which the register held. */
  readonly today: string
}

export async function readingOf({ database, env }: Core, order: ReportOrder): Promise<Reading> {
  const words = await readKindWords(database.read, order.locale)
  return { db: database.read, words, view: editionView(order.edition, words), order, today: env.localDate(env.now()) }
}

/** Which points a report takes in. */
export interface PointChoice {
  readonly powerId?: string
  readonly riskPointId?: string
  readonly gradeCodes?: readonly string[]
}

/** The points in force of an order, by department and number. */
export async function readPoints(reading: Reading, report: Report, choice: PointChoice = {}): Promise<PointView[]> {
  const { db, order, words, today } = reading
  const departmentIds = order.departmentIds ?? []
  const filter = {
    ...(departmentIds.length === 0 ? {} : { departmentIds: [...departmentIds] }),
    ...(choice.powerId === undefined ? {} : { powerId: choice.powerId }),
    ...(choice.gradeCodes === undefined ? {} : { gradeCodes: [...choice.gradeCodes] }),
  }
  const found: { point: PointView; number: number }[] = []
  const total = await pointsInAll(db, choice)
  const holders = reading.view.shows('holder') ? await readHolders(db, today) : new Map<string, string>()
  for await (const chunk of eachRiskPoint(db, { filter, today })) {
    for (const row of chunk) if (choice.riskPointId === undefined || row.id === choice.riskPointId) found.push({ point: viewOf(row, reading, holders), number: row.number })
    await report({ done: found.length, total: Math.max(found.length, total), stage: 'collect' })
  }
  return found.toSorted((a, b) => words.departmentOrder(a.point.departmentId) - words.departmentOrder(b.point.departmentId) || a.number - b.number).map(({ point }) => point)
}

/** About how many are to be read, for the progress; 0 where only few are. */
async function pointsInAll(db: ReadableDatabase, { powerId, gradeCodes }: PointChoice): Promise<number> {
  if (powerId !== undefined || gradeCodes !== undefined) return 0
  const { points } = await db.selectFrom('risk_point_department_total').select(({ fn }) => fn.sum<number | null>('points').as('points')).executeTakeFirstOrThrow()
  return points ?? 0
}

/** Who holds which post on a day, by post. */
async function readHolders(db: ReadableDatabase, today: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('post_holding as h').innerJoin('person as p', 'p.id', 'h.person_id').select(['h.post_id', 'p.name'])
    .where('h.since', '<=', today).where((on) => on.or([on('h.until', 'is', null), on('h.until', '>=', today)])).orderBy('h.number').execute()
  return new Map([...Map.groupBy(rows, (row) => row.post_id)].map(([id, of]) => [id, of.map(({ name }) => name).join('、')]))
}

/** What may be read goes by the heaviest grade anybody stands by: the one in the list, the one proposed, the one determined. */
export function weightOf({ gradeCode, entryGrade, determinedGrade }: Pick<ListedRiskPoint, 'gradeCode' | 'entryGrade' | 'determinedGrade'>, words: KindWords): Weight {
  const weights = [gradeCode, entryGrade ?? gradeCode, determinedGrade ?? gradeCode].map(words.weight)
  return weights.includes('heaviest') ? 'heaviest' : weights.includes('ungraded') ? 'ungraded' : 'lighter'
}

function viewOf(row: ListedRiskPoint, { words, view }: Reading, holders: ReadonlyMap<string, string>): PointView {
  const weight = weightOf(row, words)
  const detail = view.readsDetail(weight)
  const post = row.postName ?? ''
  const holder = holders.get(row.postId ?? '')
  const hidden = (text: string): string => (detail ? text : view.withheld)
  return {
    id: row.id, powerId: row.powerId, stepId: row.stepId, departmentId: row.departmentId, categoryCode: row.categoryCode, gradeCode: row.gradeCode, weight, detail,
    department: row.departmentName ?? '', power: row.powerName, post, step: row.stepName ?? '', category: words.category(row.categoryCode), grade: words.grade(row.gradeCode),
    name: detail ? row.title ?? row.powerName : row.powerName,
    manifestation: hidden(row.manifestation),
    rules: detail ? row.existingRules ?? '' : '',
    measures: detail ? row.controlMeasures.map((measure) => measureView(measure, { words, view, post })) : [],
    measureCount: row.controlMeasures.length,
    owner: withHolder(view.owner(row.directOwner, post), holder),
    head: view.owner(row.departmentHead, words.head(row.departmentId)),
    leader: view.owner(row.responsibleLeader, words.leader(row.gradeCode)),
  }
}

const withHolder = (owner: string, holder: string | undefined): string => (holder === undefined || owner.includes(holder) ? owner : `${owner}（${holder}）`)

const measureView = (measure: LinkedMeasure, { words, view, post }: { words: KindWords; view: EditionView; post: string }): MeasureView => ({
  content: measure.content, kind: words.measureKind(measure.kindCode), owner: view.owner(measure.owner, post), dueOn: measure.dueOn ?? '', planned: measure.progress === 'planned',
})

/** The decisions of the entries' present ways, oldest first, by risk point, by chunks that fit one statement. */
export async function decisionsOf(db: ReadableDatabase, ids: readonly string[]) {
  const found = new Map<string, Awaited<ReturnType<typeof decisionRows>>>()
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const [id, rows] of Map.groupBy(await decisionRows(db, ids.slice(from, from + atOnce)), (row) => row.risk_point_id)) found.set(id, rows)
  }
  return found
}

export const atOnce = 500

const decisionRows = (db: ReadableDatabase, ids: readonly string[]) =>
  db.selectFrom('review_decision as d').innerJoin('risk_point as r', (join) => join.onRef('r.id', '=', 'd.risk_point_id').onRef('r.entry_cycle', '=', 'd.cycle'))
    .selectAll('d').where(among('d.risk_point_id', ids)).orderBy('d.risk_point_id').orderBy('d.number').execute()

export type Decision = Awaited<ReturnType<typeof decisionRows>>[number]
