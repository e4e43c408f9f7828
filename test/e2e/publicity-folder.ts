import { cpSync } from 'node:fs'
import { stopFrom } from '#shared/model/review/way.ts'
import { systemEnvironment } from '#core/environment.ts'
import { openCore } from '#core/open-core.ts'
import { readEntries } from '#core/review/entries.ts'
import { keepDecision } from '#core/review/keep-decision.ts'
import { settingFor } from '#core/review/setting.ts'
import { quickPasswords } from '#test/core/helpers/register.ts'

/** A copy of the example in which the first points of the register have just been determined and wait to be published. */
export async function withPublicity(example: string, data: string, points = 6): Promise<void> {
  cpSync(example, data, { recursive: true })
  const core = await openCore({ folder: data, version: '0.0.0-test', env: { ...systemEnvironment(), passwordWork: quickPasswords } })
  try {
    await core.database.change({ kind: 'service', name: 'e2e' }, async (change) => {
      const ids = await change.db.selectFrom('risk_point').select('id').where('entry_state', '=', 'in-force').where('determined_grade', 'is not', null).orderBy('number').limit(points).execute()
      const entries = await readEntries(change.db, ids.map(({ id }) => id))
      const setting = await settingFor(change, entries)
      for (const entry of entries) {
        const ladder = setting.ladderOf(entry)
        const grade = entry.determined_grade ?? ''
        const stop = stopFrom(ladder, ladder.steps.findIndex(({ kind }) => kind === 'publicity'), { grade, heaviest: grade, needs: null })
        await keepDecision(change, entry, { action: 'keep', to: stop.state, role: 'chief-leader', snapshot: setting.snapshotOf(entry), entry: { entry_step: stop.step, entry_grade: grade, entry_heaviest: grade } })
      }
    })
  } finally {
    await core.close()
  }
}
