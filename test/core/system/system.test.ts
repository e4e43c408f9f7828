import { createRouterClient } from '@orpc/server'
import type { AnyRouter, RouterClient } from '@orpc/server'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Core } from '#core/core.ts'
import { newestVersion } from '#core/database/migrate.ts'
import { setUpOrganisation } from '#core/organisation/set-up.ts'
import { overviewHandlers } from '#core/overview/router.ts'
import { historyHandlers } from '#core/history/router.ts'
import { serve } from '#core/registration.ts'
import { systemHandlers } from '#core/system/router.ts'
import { contextOf, everyRole, withRole } from '#test/core/helpers/callers.ts'
import type { Caller } from '#shared/model/caller.ts'
import { contract } from '#shared/contract/index.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { finished, inTemporaryFolder, note, openAt } from '#test/core/database/register-folder.ts'

const { system, overview, history } = contract

/** The system area asked by its contract, as a page asks it. */
function clientOf(core: Core, caller: Caller = everyRole('李明')): Pick<ContractClient, 'system' | 'overview' | 'history'> {
  const router = serve({ system, overview, history }, { system: systemHandlers, overview: overviewHandlers, history: historyHandlers })
  const client: RouterClient<AnyRouter> = createRouterClient(router, { context: contextOf(core, caller) })
  return client as Pick<ContractClient, 'system' | 'overview' | 'history'>
}

async function withSystem(work: (setting: { folder: string; core: Core; client: ReturnType<typeof clientOf> }) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const core = await openAt(folder, { version: '1.2.3' })
    await work({ folder, core, client: clientOf(core) })
    await core.close().catch(() => undefined)
  })
}

const result = async <T>(work: Promise<AsyncIteratorObject<unknown, T, void>>): Promise<T> => finished(await work as AsyncGenerator<unknown, T, void>)

describe('what the program tells of itself', () => {
  test('version, folder, who is there, and whether there is an organisation', async () => {
    await withSystem(async ({ folder, core, client }) => {
      const about = { version: '1.2.3', dataFolder: folder, actor: '李明', schemaVersion: newestVersion }
      expect(await client.system.about()).toEqual({ ...about, hasOrganisation: false })
      await core.database.change({ kind: 'person', name: '李明' }, (change) => setUpOrganisation(change, { name: '示例县水利局', creditCode: null, regionCode: null, level: null, parentName: null }))
      expect(await client.system.about()).toEqual({ ...about, hasOrganisation: true })
    })
  })
})

describe('preferences of the screens', () => {
  test('are kept by key, without an entry in the audit log', async () => {
    await withSystem(async ({ client }) => {
      await client.system.setPreference({ key: 'theme', value: 'dark' })
      await client.system.setPreference({ key: 'columns', value: { risks: ['number', 'grade'] } })
      await client.system.setPreference({ key: 'theme', value: 'light' })
      expect(await client.system.preferences()).toEqual({ theme: 'light', columns: { risks: ['number', 'grade'] } })
      expect((await client.history.recent({})).entries).toEqual([])
    })
  })

  test('are a person’s: scheduled work may not set them', async () => {
    await withSystem(async ({ core }) => {
      await expect(clientOf(core, withRole('service')).system.setPreference({ key: 'theme', value: 'dark' })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'permission.missing' } })
    })
  })
})

describe('copies', () => {
  test('are made, listed newest first, and brought back', async () => {
    await withSystem(async ({ folder, core, client }) => {
      await note(core, 'one')
      const first = await result(client.system.backUp())
      await note(core, 'two')
      const second = await result(client.system.backUp())
      expect((await client.system.backups()).map(({ name }) => name)).toEqual([second.name, first.name])
      const { kept } = await result(client.system.restore({ name: first.name }))
      expect(readdirSync(join(folder, 'backups'))).toContain(kept)
      const { entries } = await client.history.recent({})
      expect(entries.map(({ action, actor }) => [action, actor])).toEqual([['backup.restore', '李明'], ['test.one', 'test']])
      expect(entries[0]?.after).toMatchObject({ file: first.name, kept })
    })
  })

  test('an unknown one is refused as data', async () => {
    await withSystem(async ({ client }) => {
      await expect(result(client.system.restore({ name: '../register.sqlite' }))).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'backup.unknown' } })
    })
  })

  test('while one is brought back, whoever asks is told to wait', async () => {
    await withSystem(async ({ core, client }) => {
      await note(core, 'one')
      const { name } = await result(client.system.backUp())
      const answers: unknown[] = []
      for await (const { stage } of await client.system.restore({ name })) {
        answers.push(await client.overview.get().then(() => stage, (error: { data?: { code?: string } }) => error.data?.code))
      }
      expect(answers).toContain('database.closed')
      expect((await client.overview.get()).powers).toBe(0)
    })
  })
})

describe('examination', () => {
  test('a sound register has no problems', async () => {
    await withSystem(async ({ client }) => {
      expect(await result(client.system.verify())).toEqual({ problems: [] })
    })
  })

  test('damage met while reading is a sentence, not a fault of the program', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      for (let i = 0; i < 60; i++) await note(core, `entry ${i} `.repeat(300))
      await core.close()
      const file = join(folder, 'register.sqlite')
      const bytes = readFileSync(file)
      bytes.fill(0x5a, bytes.length - 40 * 4096, bytes.length)
      writeFileSync(file, bytes)
      const again = await openAt(folder)
      await expect(clientOf(again).history.recent({})).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'database.damaged' } })
      await again.close().catch(() => undefined)
    })
  })
})
