import { sql } from 'kysely'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Comparison, DifferenceKind } from '#shared/contract/years.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { Actor, ReadableDatabase } from '../database/database.ts'
import { reporting } from '../long-work.ts'
import type { Report } from '../long-work.ts'
import { comparisonStore } from './comparison-store.ts'
import type { ComparisonStore } from './comparison-store.ts'
import { frozenCore, openYear } from './frozen-years.ts'
import { pointWithMeasures } from './material.ts'
import { pairs } from './pairs.ts'
import type { Pair } from './pairs.ts'

/** One side of a comparison: a frozen year, or today's register. */
export interface Side { readonly db: ReadableDatabase; readonly year: number | null; /** UTC instant as of which it holds. */ readonly at: string }

export interface KeptComparison { readonly earlier: Side; readonly later: Side; readonly store: ComparisonStore }

/** Comparisons whose lists are still asked for; the oldest is let go. */
const keptComparisons = 4

/**
 * Compares the risk points of a frozen year with those of another, or with today's register, record by record. The
 * answer's totals are counted from the same rows that `differences` lists.
 * @throws Refusal `archive.missing`, `archive.tampered`, `archive.too-old`
 */
export async function* compareYears(core: Core, actor: Actor, { from, to }: { from: number; to: number | null }): AsyncGenerator<Progress, Comparison, void> {
  const earlier = yield* sideOf(core, actor, from)
  const later = yield* sideOf(core, actor, to)
  return yield* reporting((report) => compare(core, { earlier, later }, report))
}

async function* sideOf(core: Core, actor: Actor, year: number | null): AsyncGenerator<Progress, Side, void> {
  if (year === null) return { db: core.database.read, year, at: new Date(core.env.now()).toISOString() }
  const archive = yield* openYear(core, actor, year)
  const { database } = await frozenCore(core, actor, year)
  return { db: database.read, year, at: archive.frozen_at }
}

async function compare(core: Core, sides: { earlier: Side; later: Side }, report: Report): Promise<Comparison> {
  const { earlier, later } = sides
  const total = Math.max(await countPoints(earlier.db), await countPoints(later.db))
  const store = comparisonStore()
  try {
    let [earlierTotal, laterTotal, unchanged] = [0, 0, 0]
    for await (const chunk of pairs({ earlier: earlier.db, later: later.db }, pointWithMeasures)) {
      const found = chunk.map((pair) => ({ id: pair.id, departmentId: departmentOf(pair), kinds: kindsOf(pair) }))
      store.add(found.filter(({ kinds }) => kinds.length > 0))
      earlierTotal += chunk.filter(({ before }) => before !== undefined).length
      laterTotal += chunk.filter(({ after }) => after !== undefined).length
      unchanged += found.filter(({ kinds }) => kinds.length === 0).length
      await report({ done: Math.min(total, Math.max(earlierTotal, laterTotal)), total, stage: 'compare-years' })
    }
    const id = keep(core, { ...sides, store })
    return { id, from: earlier.year ?? 0, to: later.year, earlierTotal, laterTotal, unchanged, totals: store.totals(), byDepartment: await departments(sides, store) }
  } catch (error) {
    store.close()
    throw error
  }
}

/**
 * What became of a point. A grade that was given for the first time, or taken away, neither rose nor fell: it counts
 * among the changed fields. Who is responsible follows from the grade, so alone it tells nothing beside a change of it.
 */
export function kindsOf({ before, after, changed }: Pair): DifferenceKind[] {
  if (before === undefined) return ['new']
  if (after === undefined) return ['cancelled']
  const moved = movement(before['grade_rank'], after['grade_rank'])
  const text = changedFields(changed, moved !== undefined).length > 0
  const measures = changed.includes('links') || changed.includes('measures')
  return [...(moved === undefined ? [] : [moved]), ...(measures ? ['measures' as const] : []), ...(text ? ['text' as const] : [])]
}

function movement(before: unknown, after: unknown): 'raised' | 'lowered' | undefined {
  if (typeof before !== 'number' || typeof after !== 'number' || before === after) return undefined
  return after > before ? 'raised' : 'lowered'
}

/** The columns of the point itself that differ, without those that only follow from its grade. */
export const changedFields = (changed: readonly string[], moved: boolean): string[] =>
  changed.filter((name) => name !== 'links' && name !== 'measures' && !(moved && (name === 'grade_code' || name === 'responsible_leader')))

const departmentOf = ({ before, after }: Pair): string => String((after ?? before)?.['department_id'] ?? '')

async function countPoints(db: ReadableDatabase): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`SELECT coalesce(sum(points), 0) AS n FROM risk_point_total`.execute(db)
  return row?.n ?? 0
}

/** Every department that has points on the later side or a difference, by the order of the departments. */
async function departments({ earlier, later }: { earlier: Side; later: Side }, store: ComparisonStore): Promise<Comparison['byDepartment']> {
  const counted = await sql<{ departmentId: string; points: number }>`SELECT department_id AS departmentId, sum(points) AS points FROM risk_point_department_total GROUP BY department_id HAVING sum(points) > 0`.execute(later.db)
  const points = new Map(counted.rows.map((row) => [row.departmentId, row.points]))
  const differences = new Map(store.byDepartment().map((row) => [row.departmentId, row]))
  const names = await departmentNames([later, earlier])
  const none = { new: 0, cancelled: 0, raised: 0, lowered: 0, measures: 0, text: 0 }
  const all = [...new Set([...names.keys(), ''])].filter((id) => points.has(id) || differences.has(id))
  return all.map((departmentId) => ({ ...none, ...differences.get(departmentId), departmentId, departmentName: names.get(departmentId) ?? '', points: points.get(departmentId) ?? 0 }))
}

/** Names by id in the order of the departments; the first side that knows one names it. */
export async function departmentNames(sides: readonly Side[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { db } of sides) {
    const rows = await db.selectFrom('department').select(['id', 'name']).orderBy('position').orderBy('number').execute()
    for (const { id, name } of rows) if (!names.has(id)) names.set(id, name)
  }
  return names
}

function keep({ env, frozenYears: { comparisons } }: Core, comparison: KeptComparison): string {
  const id = env.newId()
  comparisons.set(id, comparison)
  const [oldest] = comparisons.keys()
  if (comparisons.size > keptComparisons && oldest !== undefined) {
    comparisons.get(oldest)?.store.close()
    comparisons.delete(oldest)
  }
  return id
}

/** @throws Refusal `comparison.gone` for one that was let go */
export function keptComparison({ frozenYears: { comparisons } }: Core, id: string): KeptComparison {
  const kept = comparisons.get(id)
  if (kept === undefined) throw new Refusal('comparison.gone')
  return kept
}
