import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { blockOf } from './block-of.ts'
import { allOf, conditionsOf, sourceOf, walkedSource } from './conditions.ts'
import { countAll, countBySearch } from './count-rows.ts'
import type { Condition, Selection } from './filter-rules.ts'
import type { AnyList, ListKind } from './list-kind.ts'
import { approachFor } from './page-approach.ts'
import type { Approach } from './page-approach.ts'
import type { Direction, Sort, SortRule } from './sort-rules.ts'

export interface Page { readonly offset: number; readonly limit: number }

export interface PageRequest<Column extends string> extends Page {
  readonly selection: Selection
  readonly sort: Sort<Column>
  /** How many records pass the selection. */
  readonly total: number
}

/**
 * The numbers of one page of a list, in order. Only numbers: they come from an index alone, and the rows' details are
 * fetched for these few afterwards. Records that have nothing in the sorted column follow behind all others.
 */
export async function pageNumbers<F extends object, Column extends string>(db: ReadableDatabase, list: ListKind<F, Column>, request: PageRequest<Column>): Promise<number[]> {
  const { selection, sort, total } = request
  const rule = list.sorts[sort.column]
  const approach = await approachFor({ selection, rule, page: request, total, all: () => countAll(db, list) })
  const query = { list, rule, direction: sort.direction, selection, approach }
  if (isWholeInOrder(selection, rule)) return fetchWhole(db, query, request)
  if (rule.blank === undefined) return fetchPart(db, { ...query, part: 'all' }, request)
  const filled = await fetchPart(db, { ...query, part: 'filled' }, request)
  if (filled.length === request.limit) return filled
  const before = filled.length > 0 || request.offset === 0 ? request.offset + filled.length : total - await countBlank(db, query)
  const rest = { offset: Math.max(0, request.offset - before), limit: request.limit - filled.length }
  return [...filled, ...await fetchPart(db, { ...query, part: 'blank' }, rest)]
}

/** The list as it is opened: everything in force, by number. */
const isWholeInOrder = ({ rules, match, withdrawn }: Selection, { keys, blank, through }: SortRule): boolean =>
  rules.length === 0 && match === undefined && !withdrawn && keys.length === 0 && blank === undefined && through === undefined

async function fetchWhole(db: ReadableDatabase, query: ListQuery, { offset, limit }: Page): Promise<number[]> {
  const start = await blockOf(db, query.list, { offset, direction: query.direction })
  return fetchPart(db, { ...query, part: 'all', start: start.from }, { offset: start.offset, limit })
}

interface ListQuery {
  readonly list: AnyList
  readonly rule: SortRule
  readonly direction: Direction
  readonly selection: Selection
  readonly approach: Approach
}
interface PartQuery extends ListQuery {
  readonly part: 'all' | 'filled' | 'blank'
  /** Where the records begin that matter. */
  readonly start?: Condition
}

const countBlank = (db: ReadableDatabase, { list, selection, rule }: ListQuery): Promise<number> => countBySearch(db, list, selection, [blankIn(rule, 'IS NULL')])

const blankIn = ({ blank }: SortRule, test: 'IS NULL' | 'IS NOT NULL'): Condition => sql`${sql.ref(`r.${blank ?? ''}`)} ${sql.raw(test)}`

async function fetchPart(db: ReadableDatabase, query: PartQuery, { offset, limit }: Page): Promise<number[]> {
  const { from, where, order } = clausesOf(query)
  const { rows } = await sql<{ number: number }>`SELECT r.number AS number FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows.map(({ number }) => number)
}

function clausesOf({ list, rule, direction, selection, approach, part, start }: PartQuery): { from: Condition; where: Condition; order: Condition } {
  const source = approach.gathers ? sourceOf(list, selection) : walkedSource(list, selection)
  const outer = part === 'blank' ? undefined : rule.through
  return {
    from: outer === undefined ? source.from : joined(source.from, outer, approach),
    where: allOf([...source.conditions, ...conditionsOf(selection, approach.mayIndex), ...ofPart(rule, part), ...start === undefined ? [] : [start]]),
    order: sql.join(orderOf({ list, rule, selection, approach, part }).map((key) => sql`${key} ${sql.raw(direction)}`)),
  }
}

/** The join with an outer table keeps out the records without a value by itself. */
function ofPart(rule: SortRule, part: PartQuery['part']): Condition[] {
  if (part === 'blank') return [blankIn(rule, 'IS NULL')]
  return part === 'filled' && rule.through === undefined ? [blankIn(rule, 'IS NOT NULL')] : []
}

/** A cross join fixes the order of the loops: along the outer table's order, or from the records gathered first. */
const joined = (from: Condition, outer: NonNullable<SortRule['through']>, { gathers }: Approach): Condition =>
  gathers ? sql`${from} CROSS JOIN ${outer.table} AS o ON ${outer.on}` : sql`${outer.table} AS o CROSS JOIN ${from} ON ${outer.on}`

function orderOf({ list, rule, selection, approach, part }: Omit<PartQuery, 'direction'>): Condition[] {
  const own = rule.keys.filter((key) => part !== 'blank' || key !== rule.blank).map((key) => `r.${key}`)
  const keys = [...part === 'blank' ? [] : rule.through?.keys ?? [], ...own]
  // Records found by text come in the order of their number, which SQLite knows by the search table's rowid only.
  if (keys.length === 0 && selection.match !== undefined) return [sql`${sql.table(list.search)}.rowid`]
  return [...keys, 'r.number'].map((key) => (approach.gathers ? sql`+${sql.ref(key)}` : sql.ref(key)))
}
