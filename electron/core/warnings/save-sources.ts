import type { WarningSource } from '#shared/contract/warnings.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'

/** Puts these sources in place of those that stood; one that is left out is no longer chosen. @throws Refusal `warning.source-double` */
export async function saveSources(change: Change, sources: readonly WarningSource[]): Promise<number> {
  if (new Set(sources.map(({ code }) => code)).size < sources.length || new Set(sources.map(({ labels }) => labels['zh-CN'].trim())).size < sources.length) throw new Refusal('warning.source-double')
  const before = new Map((await change.db.selectFrom('warning_source').selectAll().execute()).map((row) => [row.code, row]))
  let saved = 0
  const entered = [...sources, ...[...before.values()].filter(({ code }) => !sources.some((source) => source.code === code))
    .map((row) => ({ code: row.code, labels: { 'zh-CN': row.label_zh, en: row.label_en }, active: false }))]
  for (const [index, { code, labels, active }] of entered.entries()) {
    const row = before.get(code)
    const after = { position: index + 1, label_zh: labels['zh-CN'].trim(), label_en: labels.en.trim(), active: active ? 1 as const : 0 as const }
    if (row === undefined) await change.db.insertInto('warning_source').values({ code, ...after }).execute()
    else if (Object.entries(after).some(([column, value]) => Reflect.get(row, column) !== value)) await change.db.updateTable('warning_source').set({ ...after, revision: row.revision + 1 }).where('code', '=', code).execute()
    else continue
    await change.record({
      action: 'warning-source.change', entity: 'warning-source', entityId: code,
      ...(row === undefined ? {} : { before: { labels: { 'zh-CN': row.label_zh, en: row.label_en }, active: row.active === 1 } }), after: { labels, active },
    })
    saved++
  }
  return saved
}
