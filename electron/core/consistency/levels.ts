import { consistencyRules, isRuleCode, ruleOf } from '#shared/model/consistency/rules.ts'
import type { ConsistencyLevel, RuleCode } from '#shared/model/consistency/rules.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'

export type Levels = ReadonlyMap<RuleCode, ConsistencyLevel>

/** How heavy each rule is taken to be, in the order of the rules. */
export async function readLevels(db: ReadableDatabase): Promise<Levels> {
  const own = new Map((await db.selectFrom('consistency_level').selectAll().execute()).flatMap(({ rule, level }) => (isRuleCode(rule) ? [[rule, level] as const] : [])))
  return new Map(consistencyRules.map(({ code, severity }) => [code, own.get(code) ?? severity]))
}

/** Takes a rule to be so heavy from now on; the program's own word needs no row. */
export async function setLevel(change: Change, { rule, level }: { rule: RuleCode; level: ConsistencyLevel }): Promise<void> {
  const before = (await readLevels(change.db)).get(rule)
  if (before === level) return
  await change.db.deleteFrom('consistency_level').where('rule', '=', rule).execute()
  if (level !== ruleOf(rule).severity) await change.db.insertInto('consistency_level').values({ rule, level }).execute()
  await change.record({ action: 'consistency-rule.change', entity: 'consistency-rule', entityId: rule, before: { consistencyLevel: before }, after: { consistencyLevel: level } })
}
