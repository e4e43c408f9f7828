import { setImmediate } from 'node:timers/promises'
import type { RuleCount } from '#shared/contract/consistency.ts'
import { consistencyRules } from '#shared/model/consistency/rules.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { countRule } from './ask-rule.ts'
import { finders } from './finders.ts'
import { readLevels } from './levels.ts'
import { readRuleSetting } from './rule-setting.ts'

export interface CountOrder {
  readonly departmentIds?: readonly string[] | undefined
  /** Only the rules about risk points, asked of these. */
  readonly pointIds?: readonly string[] | undefined
  /** Told before each rule how many were asked, of how many. */
  readonly onRule?: (done: number, total: number) => Promise<void>
}

/** Asks the rules one after the other, giving way between them. Rules that are switched off are told without being asked. */
export async function countRules(db: ReadableDatabase, today: string, { departmentIds, pointIds, onRule }: CountOrder = {}): Promise<RuleCount[]> {
  const [setting, levels] = [await readRuleSetting(db, today), await readLevels(db)]
  const rules = consistencyRules.filter(({ entity }) => pointIds === undefined || entity === 'risk-point')
  const counts: RuleCount[] = []
  for (const { code: rule, severity } of rules) {
    await onRule?.(counts.length, rules.length)
    const level = levels.get(rule) ?? severity
    counts.push({ rule, level, count: level === 'off' ? 0 : await countRule(db, finders[rule](setting), { departmentIds, ids: pointIds }) })
    await setImmediate()
  }
  return counts
}
