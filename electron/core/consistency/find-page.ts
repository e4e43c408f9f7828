import type { Finding } from '#shared/contract/consistency.ts'
import { ruleOf } from '#shared/model/consistency/rules.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { countRule, keysOfPage } from './ask-rule.ts'
import type { Asked } from './ask-rule.ts'
import { finders } from './finders.ts'
import { findingsOf } from './findings.ts'
import { openEntries } from './open-entries.ts'
import { readRuleSetting } from './rule-setting.ts'

export interface PageOrder extends Asked { readonly rule: RuleCode; readonly offset: number; readonly limit: number }

/** One page of what a rule finds, whether it is switched on or not. */
export async function findPage(db: ReadableDatabase, today: string, { rule, offset, limit, ...asked }: PageOrder): Promise<{ total: number; offset: number; rows: Finding[] }> {
  const query = finders[rule](await readRuleSetting(db, today))
  const keys = await keysOfPage(db, query, { ...asked, offset, limit })
  const found = await findingsOf(db, ruleOf(rule).entity, keys)
  const entries = await openEntries(db, rule, found.map(({ id }) => id))
  return { total: await countRule(db, query, asked), offset, rows: found.map((finding) => ({ ...finding, rectificationId: entries.get(finding.id) ?? null })) }
}

/** What a rule finds about one record; undefined where it finds nothing, or no longer. */
export async function findFinding(db: ReadableDatabase, today: string, { rule, id }: { rule: RuleCode; id: string }): Promise<Finding | undefined> {
  const { rows: [finding] } = await findPage(db, today, { rule, ids: [id], offset: 0, limit: 1 })
  return finding
}
