import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { YearMark } from '#shared/model/states.ts'
import { matchExpression } from '../search/match-expression.ts'

export type Condition = RawBuilder<unknown>

/** What a condition may need besides the value. */
export interface FilterSetting {
  /** A column of the listed record. */
  readonly column: (name: string) => Condition
  /** The local calendar date. */
  readonly today: string
}

/** How one filter of a list is carried out. Every list has one table of these: a new filter is a new line there. */
export interface FilterRule<V> {
  /** Holds for the records that pass. */
  readonly rows?: (value: V, setting: FilterSetting) => Condition
  /** The same asked of a table of totals, by which the list is counted; left out where the totals do not know. */
  readonly totals?: TotalsRule<V>
  /** Whether the value asks for withdrawn records too; the rule then says of which state its records are. */
  readonly withdrawn?: (value: V) => boolean
  /** Passes records whose searchable text contains the value: in these columns of the search table, or in any. */
  readonly contains?: readonly string[] | 'anywhere'
}
/** The column of a totals table, and what it must hold. */
export interface TotalsRule<V> { readonly column: string; readonly where: (value: V, column: Condition) => Condition }

export type FilterTable<F> = { readonly [K in keyof F]-?: FilterRule<NonNullable<F[K]>> }

/** One of several codes or ids; '' stands for none set. */
export const oneOf = (column: string, totals?: string): FilterRule<readonly string[]> => ({
  rows: (values, setting) => amongValues(setting.column(column), values),
  ...(totals === undefined ? {} : { totals: { column: totals, where: (values, kept) => sql`${kept} IN (${sql.join(values)})` } }),
})

function amongValues(column: Condition, values: readonly string[]): Condition {
  const set = values.filter((value) => value !== '')
  if (set.length === 0) return sql`${column} IS NULL`
  const among = set.length === 1 ? sql`${column} = ${set[0]}` : sql`${column} IN (${sql.join(set)})`
  return set.length === values.length ? among : sql`(${among} OR ${column} IS NULL)`
}

/** Exactly this value. */
export const exactly = (column: string, totals?: string): FilterRule<string | number> => ({
  rows: (value, setting) => sql`${setting.column(column)} = ${value}`,
  ...(totals === undefined ? {} : { totals: { column: totals, where: (value, kept) => sql`${kept} = ${value}` } }),
})

/** Whether the column holds anything. `totals` names a 0/1 column, or a text column in which '' is nothing. */
export const present = (column: string, totals: { flag: string } | { text: string }): FilterRule<boolean> => ({
  rows: (yes, setting) => (yes ? sql`${setting.column(column)} IS NOT NULL` : sql`${setting.column(column)} IS NULL`),
  totals: 'flag' in totals ? flagged(totals.flag) : { column: totals.text, where: (yes, kept) => (yes ? sql`${kept} <> ''` : sql`${kept} = ''`) },
})

/** Whether a count is above nought. */
export const counted = (column: string, totals: string): FilterRule<boolean> => ({
  rows: (yes, setting) => (yes ? sql`${setting.column(column)} > 0` : sql`${setting.column(column)} = 0`),
  totals: flagged(totals),
})

/** Whether a 0/1 column is set. The 1 is written out, because an index of the marked records is only found by it. */
export const marked = (column: string): FilterRule<boolean> => ({
  rows: (yes, setting) => (yes ? sql`${setting.column(column)} = 1` : sql`${setting.column(column)} = 0`),
})

const flagged = (column: string): TotalsRule<boolean> => ({ column, where: (yes, kept) => sql`${kept} = ${Number(yes)}` })

/** Text the record must contain. */
export const containing = (...columns: readonly string[]): FilterRule<string> => ({ contains: columns.length === 0 ? 'anywhere' : columns })

/** What the working year has done to a record. What it cancelled is no longer in force and is shown only when asked for. */
export const markedByYear: FilterRule<readonly YearMark[]> = {
  withdrawn: (marks) => marks.includes('cancelled'),
  rows: (marks, { column }) => {
    const standing = marks.filter((mark) => mark !== 'cancelled')
    const inForce = sql`(${column('year_mark')} IN (${sql.join(standing)}) AND r.state = 'in-force')`
    if (!marks.includes('cancelled')) return inForce
    const cancelled = sql`${column('year_mark')} = 'cancelled'`
    return standing.length === 0 ? cancelled : sql`(${inForce} OR ${cancelled})`
  },
}

/** A filter as it was read, ready for any of the list's queries. */
export interface Selection {
  readonly rules: readonly { readonly name: string; readonly value: unknown; readonly rows: (setting: FilterSetting) => Condition }[]
  /** Conditions on a table of totals with the columns they need; undefined where no totals can answer. */
  readonly totals: readonly { readonly column: string; readonly condition: Condition }[] | undefined
  /** MATCH expression; undefined where no text is asked for. */
  readonly match: string | undefined
  /** Whether withdrawn records are asked for; otherwise only those in force are listed. */
  readonly withdrawn: boolean
  readonly today: string
}

/** Reads a filter by the list's table. Empty texts and empty lists filter nothing. */
export function readFilter<F extends object>(table: FilterTable<F>, filter: F, today: string): Selection {
  const given = Object.entries(filter).filter(([, value]) => !isNothing(value)).map(([name, value]: [string, unknown]) => ({ name, value, rule: ruleOf(table, name) }))
  const plain = given.flatMap(({ name, value, rule }) => (rule.rows ? [{ name, value, rows: rule.rows, totals: rule.totals }] : []))
  const matches = given.flatMap(({ value, rule }) => (rule.contains ? [matchExpression(String(value), rule.contains === 'anywhere' ? undefined : rule.contains) ?? []].flat() : []))
  const countable = matches.length === 0 && plain.every(({ totals }) => totals)
  return {
    rules: plain.map(({ name, value, rows }) => ({ name, value, rows: (setting) => rows(value, setting) })),
    totals: countable ? plain.flatMap(({ value, totals }) => (totals ? [{ column: totals.column, condition: totals.where(value, sql.ref(totals.column)) }] : [])) : undefined,
    match: matches.length === 0 ? undefined : matches.map((match) => `(${match})`).join(' AND '),
    withdrawn: given.some(({ value, rule }) => rule.withdrawn?.(value)),
    today,
  }
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Values come through the contract, which holds each filter to its type; here they are only handed on. */
function ruleOf<F extends object>(table: FilterTable<F>, name: string): FilterRule<unknown> {
  const rule: unknown = Reflect.get(table, name)
  if (rule === undefined) throw new Error(`filter ${name} has no rule`)
  return rule as FilterRule<unknown>
}
