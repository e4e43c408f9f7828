import type { Reason, WarnedEntity, WarningRuleCode } from '#shared/model/warnings/rules.ts'
import type { ReadableDatabase } from '../../database/database.ts'

/** What a rule found: about what, whose it is, and the figures by which the reason is said. */
export interface Finding {
  readonly entity: WarnedEntity
  /** Together with the rule it tells one warning from another. */
  readonly subjectId: string
  readonly departmentId: string | null
  readonly powerId: string | null
  readonly riskPointId: string | null
  /** The subject in words, as it was called then. */
  readonly object: string
  readonly reason: Reason
}

/** Where the next page begins; a rule knows what its own mean. */
export type Cursor = readonly (string | number)[]

export interface RulePage {
  readonly findings: readonly Finding[]
  /** undefined behind the last page. */
  readonly next: Cursor | undefined
}

export interface RuleQuestion {
  /** Local calendar date. */
  readonly today: string
  readonly params: Readonly<Record<string, number>>
  readonly after: Cursor | undefined
  /** The local calendar date of a UTC instant. */
  readonly dateOf: (instant: string) => string
}

/** One rule: a query by an index that answers its findings page by page, at a cost that does not grow from page to page. */
export interface Rule {
  readonly code: WarningRuleCode
  readonly page: (db: ReadableDatabase, question: RuleQuestion) => Promise<RulePage>
}

/** Records looked at for one page. */
export const pageSize = 500

/** The findings among the records of a page, and where the next begins. */
export function pageOf<T>(rows: readonly T[], { finding, cursor }: { finding: (row: T) => Finding | undefined; cursor: (row: T) => Cursor }): RulePage {
  const last = rows.at(-1)
  return { findings: rows.flatMap((row) => finding(row) ?? []), next: last === undefined || rows.length < pageSize ? undefined : cursor(last) }
}

/** Begins of texts, as long as a line takes them. */
export const shortened = (text: string, most = 60): string => {
  const signs = [...text.replaceAll(/\s+/gu, ' ').trim()]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('')
}
