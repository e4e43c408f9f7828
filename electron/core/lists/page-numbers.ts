import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { allOf, conditionsOf, sourceOf } from './conditions.ts'
import type { MayIndex } from './conditions.ts'
import { countAll, countBySearch } from './count-rows.ts'
import type { Condition, Selection } from './filter-rules.ts'
import type { AnyList, ListKind } from './list-kind.ts'
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
  const rule = list.sorts[request.sort.column]
  const query = { list, rule, direction: request.sort.direction, selection: request.selection, mayIndex: await indexChoice(db, list, { request, rule }) }
  if (rule.blank === undefined) return fetchPart(db, { ...query, part: 'all' }, request)
  const filled = await fetchPart(db, { ...query, part: 'filled' }, request)
  if (filled.length === request.limit) return filled
  const before = filled.length > 0 || request.offset === 0 ? request.offset + filled.length : await countFilled(db, list, { request, rule })
  const rest = { offset: Math.max(0, request.offset - before), limit: request.limit - filled.length }
  return [...filled, ...await fetchPart(db, { ...query, part: 'blank' }, rest)]
}

async function countFilled<Column extends string>(db: ReadableDatabase, list: AnyList, { request, rule }: { request: PageRequest<Column>; rule: SortRule }): Promise<number> {
  return request.total - await countBySearch(db, list, request.selection, [isBlank(rule)])
}

const isBlank = ({ blank }: SortRule): Condition => sql`${sql.ref(`r.${blank ?? ''}`)} IS NULL`

interface PartQuery {
  readonly list: AnyList
  readonly rule: SortRule
  readonly direction: Direction
  readonly selection: Selection
  readonly mayIndex: MayIndex
  readonly part: 'all' | 'filled' | 'blank'
}

async function fetchPart(db: ReadableDatabase, query: PartQuery, page: Page): Promise<number[]> {
  const { rows } = await partQuery(query, page).execute(db)
  return rows.map(({ number }) => number)
}

function partQuery({ list, rule, direction, selection, mayIndex, part }: PartQuery, { offset, limit }: Page) {
  const source = sourceOf(list, selection)
  const outer = part === 'blank' ? undefined : rule.through
  const keys = part === 'blank' ? [] : [...outer?.keys ?? [], ...rule.keys.map((key) => `r.${key}`)]
  const order = [...keys.map((key) => sql.ref(key)), numberOf(list, selection, outer !== undefined)].map((key) => sql`${key} ${sql.raw(direction)}`)
  const where = [...source.conditions, ...conditionsOf(selection, mayIndex), ...(part === 'blank' ? [isBlank(rule)] : filledIn(rule, outer !== undefined, part))]
  const from = outer === undefined ? source.from : throughOuter(source.from, outer, selection)
  return sql<{ number: number }>`SELECT r.number AS number FROM ${from} WHERE ${allOf(where)} ORDER BY ${sql.join(order)} LIMIT ${limit} OFFSET ${offset}`
}

/** The join with the outer table keeps out those without a value by itself. */
const filledIn = (rule: SortRule, joined: boolean, part: PartQuery['part']): Condition[] =>
  part === 'filled' && !joined ? [sql`${sql.ref(`r.${rule.blank ?? ''}`)} IS NOT NULL`] : []

/** The search table is read in the order of its rowid, which is the record's number; SQLite knows it by that name only. */
const numberOf = (list: AnyList, selection: Selection, joined: boolean): Condition =>
  selection.match === undefined || joined ? sql.ref('r.number') : sql`${sql.table(list.search)}.rowid`

/** A cross join fixes the order of the loops: the outer table's order, or the records found by text and then sorted. */
function throughOuter(from: Condition, outer: NonNullable<SortRule['through']>, selection: Selection): Condition {
  return selection.match === undefined
    ? sql`${outer.table} AS o CROSS JOIN ${from} ON ${outer.on}`
    : sql`${from} CROSS JOIN ${outer.table} AS o ON ${outer.on}`
}

/**
 * Which filters may choose the index. Where many records pass, walking the sort's own index and passing over the others
 * is cheaper than fetching and sorting all that pass; where few pass, the other way round.
 */
async function indexChoice<Column extends string>(db: ReadableDatabase, list: AnyList, { request, rule }: { request: PageRequest<Column>; rule: SortRule }): Promise<MayIndex> {
  const { selection, total, offset, limit } = request
  if (selection.match !== undefined) return () => false
  if (selection.rules.length === 0) return () => true
  const anchor = selection.rules.find(({ name, value }) => rule.within?.includes(name) && isSingle(value))
  if (anchor !== undefined) return (name) => name === anchor.name
  const walked = (offset + limit) * await countAll(db, list) / Math.max(total, 1)
  return walked < total ? () => false : () => true
}

const isSingle = (value: unknown): boolean => !Array.isArray(value) || (value.length === 1 && value[0] !== '')
