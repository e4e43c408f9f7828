import type { RuleCode } from '#shared/model/consistency/rules.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'

/** Entries of the rectification ledger into which findings of a rule were put and that are not closed, by record. */
export async function openEntries(db: ReadableDatabase, rule: RuleCode, subjectIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('rectification').select(['id', 'subject_id']).where(among('subject_id', subjectIds)).where('rule', '=', rule).where('state', '<>', 'closed').execute()
  return new Map(rows.flatMap(({ id, subject_id: subject }) => (subject === null ? [] : [[subject, id] as const])))
}
