import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database as Connection } from 'better-sqlite3'
import { openConnection } from '#core/database/connection.ts'
import { migrate } from '#core/database/migrate.ts'
import { uuidV7Generator } from '#core/environment.ts'
import { chainProblems } from '#core/evidence/chain-problems.ts'
import { entryColumns } from '#core/evidence/entry-hash.ts'
import { logWriter } from '#core/evidence/log-writer.ts'
import { measure } from './measure.ts'
import type { Measured } from './measure.ts'
import { seeded } from './random.ts'

/** Entries of which the bare loop hashes the very bytes, again and again. */
const sampled = 10_000

/** The chain of a log of so many entries walked as `verify` walks it, against a bare loop of SHA-256 over the same bytes. */
export async function measureVerify(entries: number, runs: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-verify-'))
  const connection = openConnection(join(folder, 'register.sqlite'), 'write')
  try {
    migrate(connection)
    writeLog(connection, entries)
    const texts = connection.prepare<[number], (string | number | null)[]>(`SELECT '${'0'.repeat(64)}', ${entryColumns} FROM audit_entry ORDER BY number LIMIT ?`).raw().all(sampled).map((row) => JSON.stringify(row))
    return await measure({
      runs,
      ours: () => { if (chainProblems(connection).length > 0) throw new Error('the chain is broken') },
      bare: () => { for (let done = 0; done < entries; done++) hash('sha256', texts[done % texts.length] ?? '', 'hex') },
    })
  } finally {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Changes of risk points as people make them: half a kilobyte each, before and after. */
function writeLog(connection: Connection, entries: number): void {
  const random = seeded(7)
  const newId = uuidV7Generator(() => Date.UTC(2026, 0, 5))
  const log = logWriter(connection)
  const at = '2026-01-05T01:00:00.000Z'
  const write = connection.transaction((count: number) => {
    const open = log.begin()
    for (let number = 0; number < count; number++) {
      const text = `现场核查走过场，核定取水量与实际需求严重不符（第${random.below(1_000_000)}号）`
      open.write({
        id: newId(), at, actorKind: 'person', actor: '示例填报员', actorId: null, action: 'risk-point.change', entity: 'risk-point', entityId: newId(),
        before: JSON.stringify({ manifestation: text, directOwner: '经办人' }), after: JSON.stringify({ manifestation: `${text}，未两人同行`, directOwner: '窗口经办人' }), batchId: null, seals: [],
      })
    }
  })
  for (let left = entries; left > 0; left -= 50_000) write(Math.min(left, 50_000))
}
