import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Core } from '#core/core.ts'
import { openConnection } from '#core/database/connection.ts'
import { openCore } from '#core/open-core.ts'
import { setUpOrganisation } from '#core/organisation/set-up.ts'
import type { Call } from '#core/registration.ts'
import { everyRole, testCall } from '../core/helpers/callers.ts'
import { generate } from './generate.ts'

export interface BenchRegister { core: Core; call: Call; close(): Promise<void> }

/** A register of its own in a temporary folder, set up like any other, the product method in force. */
export async function openBenchRegister(points: number): Promise<BenchRegister> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const core = await (points > 0 ? openFilled(folder, points) : openSetUp(folder))
  const call = testCall(core, everyRole('bench'))
  const close = async (): Promise<void> => {
    await core.database.idle()
    core.database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { core, call, close }
}

async function openSetUp(folder: string): Promise<Core> {
  const core = await openCore({ folder, version: '0.0.0' })
  const actor = { kind: 'service', name: 'bench' } as const
  await core.database.change(actor, (change) => setUpOrganisation(change, { name: '示例市', creditCode: null, regionCode: null, level: 'city', parentName: null }))
  core.database.connection.exec(`INSERT INTO method_in_force (method_version_id, since, set_by)
    SELECT v.id, '2026-01-05T00:00:00.000Z', 'bench' FROM grading_method_version v JOIN grading_method m ON m.id = v.method_id WHERE m.code = 'product'`)
  return core
}

/** Filled while nobody else has it open: without a journal a million points take minutes and not hours. */
async function openFilled(folder: string, points: number): Promise<Core> {
  const core = await openSetUp(folder)
  await core.close()
  const connection = openConnection(core.folder.database, 'write')
  connection.pragma('journal_mode = OFF')
  connection.pragma('synchronous = OFF')
  connection.pragma('cache_size = -1048576')
  generate(connection, points)
  connection.pragma('journal_mode = WAL')
  connection.close()
  return openCore({ folder, version: '0.0.0' })
}
