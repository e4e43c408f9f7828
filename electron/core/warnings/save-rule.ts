import type { WarningRule } from '#shared/contract/warnings.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { ruleParams, soundParams } from '#shared/model/warnings/rules.ts'
import type { Change } from '../database/database.ts'
import { levelNamed, readLevels, toRule } from './settings.ts'

/** @throws Refusal `warning.level-unknown`, `warning.rule-stale` */
export async function saveRule(change: Change, { code, labels, enabled, levelCode, params, revision }: WarningRule): Promise<number> {
  const row = await change.db.selectFrom('warning_rule').selectAll().where('code', '=', code).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  if (row.revision !== revision) throw new Refusal('warning.rule-stale')
  levelNamed((await readLevels(change.db)).filter(({ active }) => active), levelCode)
  for (const [name, limits] of Object.entries(ruleParams[code])) {
    const value = params[name]
    if (value === undefined || value < limits.min || value > limits.max) throw new Refusal('warning.param', { min: limits.min, max: limits.max }, name)
  }
  const after = { label_zh: labels['zh-CN'].trim(), label_en: labels.en.trim(), enabled: enabled ? 1 as const : 0 as const, level_code: levelCode, params: JSON.stringify(soundParams(code, params)) }
  const was = toRule(row)
  await change.db.updateTable('warning_rule').set({ ...after, revision: revision + 1 }).where('code', '=', code).execute()
  await change.record({
    action: 'warning-rule.change', entity: 'warning-rule', entityId: code,
    before: { labels: was.labels, enabled: was.enabled, warningLevel: was.levelCode, params: Object.values(was.params) }, after: { labels, enabled, warningLevel: levelCode, params: Object.values(params) },
  })
  return revision + 1
}
