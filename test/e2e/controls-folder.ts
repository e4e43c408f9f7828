import { cpSync } from 'node:fs'
import { systemEnvironment } from '#core/environment.ts'
import { changeMeasure } from '#core/measures/measure-records.ts'
import { openCore } from '#core/open-core.ts'
import { quickPasswords } from '#test/core/helpers/register.ts'

/** Local calendar date so many days from today. */
export function dayFromToday(days: number): string {
  const { localDate, now } = systemEnvironment()
  return localDate(now() + days * 24 * 3600_000)
}

/**
 * A copy of the example whose first measures are due today (one of them every month) and whose third is ten days late,
 * with a post that answers for it.
 */
export async function withControls(example: string, data: string): Promise<void> {
  cpSync(example, data, { recursive: true })
  const core = await openCore({ folder: data, version: '0.0.0-test', env: { ...systemEnvironment(), passwordWork: quickPasswords } })
  try {
    await core.database.change({ kind: 'service', name: 'e2e' }, async (change) => {
      const measures = await change.db.selectFrom('control_measure').select('id').where('state', '=', 'in-force').orderBy('number').limit(3).execute()
      const [once = '', monthly = '', late = ''] = measures.map(({ id }) => id)
      const post = await change.db.selectFrom('post').select('id').orderBy('number').executeTakeFirstOrThrow()
      await changeMeasure(change, { id: once, patch: { content: '窗口公示栏更新办理流程', dueOn: dayFromToday(0), progress: 'in-force' } })
      await changeMeasure(change, { id: monthly, patch: { content: '每月抽查办结案卷', dueOn: dayFromToday(0), frequency: 'monthly', progress: 'in-force' } })
      await changeMeasure(change, { id: late, patch: { content: '关键岗位轮岗交流', dueOn: dayFromToday(-10), progress: 'planned', ownerPostId: post.id } })
    })
  } finally {
    await core.close()
  }
}
