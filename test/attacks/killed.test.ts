import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Core } from '#core/core.ts'
import { keepCopy } from '#core/database/copies/kept-copies.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { setUpOrganisation } from '#core/organisation/set-up.ts'
import { finished, inTemporaryFolder, note, openAt } from '../core/database/register-folder.ts'
import { listedEvents, listedPoints } from './long-list.ts'

const program = fileURLToPath(new URL('./killed-program.ts', import.meta.url))
const actor = { kind: 'person', name: 'tester' } as const

/** Runs the program and kills it as soon as it says that it has come this far; answers whether it had to be killed. */
function killedAt(moment: RegExp, args: readonly string[]): Promise<'killed' | 'ended'> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString('utf8')
      if (moment.test(said)) child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : 'ended'))
  })
}

async function counts(core: Core): Promise<{ points: number; batches: number; gradings: number }> {
  const count = async (table: 'risk_point' | 'import_batch' | 'grading'): Promise<number> =>
    (await core.database.read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  return { points: await count('risk_point'), batches: await count('import_batch'), gradings: await count('grading') }
}

async function newRegister(folder: string): Promise<void> {
  const core = await openAt(folder)
  await core.database.change(actor, (change) => setUpOrganisation(change, { name: '龙岭县水利局', creditCode: null, regionCode: null, level: 'county', parentName: null }))
  await core.close()
}

/** Opens the folder after the program was killed; what is there must be whole. */
async function reopened(folder: string, look: (core: Core) => Promise<void>): Promise<void> {
  const core = await openAt(folder)
  try {
    expect(await finished(verifyRegister(core))).toEqual({ problems: [] })
    await look(core)
  } finally {
    await core.close()
  }
}

describe('a program killed while it imports', () => {
  test.each([['while it copies the register', /^copy /mu], ['at the first record', /^write /mu], ['half-way', /^write 1[0-9]{3}/mu]])('%s leaves nothing of the import, and the folder free', async (_when, moment) => {
    await inTemporaryFolder(async (folder) => {
      await newRegister(folder)
      expect(await killedAt(moment, ['import', folder])).toBe('killed')
      await reopened(folder, async (core) => {
        expect(await counts(core)).toEqual({ points: 0, batches: 0, gradings: 0 })
        await note(core, 'afterwards')
      })
      expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('unfinished'))).toEqual([])
    })
  })

  test('after it was carried out loses nothing of it', async () => {
    await inTemporaryFolder(async (folder) => {
      await newRegister(folder)
      expect(await killedAt(/^applied$/mu, ['import', folder])).toBe('killed')
      await reopened(folder, async (core) => {
        expect(await counts(core)).toEqual({ points: listedPoints, batches: 1, gradings: listedPoints })
      })
    })
  })
})

async function eventsIn({ database }: Core): Promise<{ events: number; batches: number }> {
  const count = async (table: 'supervision_event' | 'supervision_batch'): Promise<number> =>
    (await database.read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  return { events: await count('supervision_event'), batches: await count('supervision_batch') }
}

describe('a program killed while it takes events of a platform in', () => {
  test.each([
    ['while it copies the register', /^copy /mu, { events: 0, batches: 0 }], ['half-way', /^write 1[0-9]{3}/mu, { events: 0, batches: 0 }],
    ['after it was carried out', /^applied$/mu, { events: listedEvents, batches: 1 }],
  ])('%s has taken in all of them or none', async (_when, moment, left) => {
    await inTemporaryFolder(async (folder) => {
      await newRegister(folder)
      expect(await killedAt(moment, ['events', folder])).toBe('killed')
      await reopened(folder, async (core) => {
        expect(await eventsIn(core)).toEqual(left)
        await note(core, 'afterwards')
      })
    })
  })
})

describe('a program killed while it restores', () => {
  test.each([['while it examines the file', /^check\.structure /mu], ['while it keeps the present state', /^copy /mu], ['while it examines what it keeps', /^copy [^]*^check\.references /mu]])('%s leaves the register as it was or as the copy, whole', async (_when, moment) => {
    await inTemporaryFolder(async (folder) => {
      await newRegister(folder)
      const core = await openAt(folder)
      const { name } = await keepCopy(core, 'manual')
      await note(core, 'after-the-copy')
      await core.close()
      expect(await killedAt(moment, ['restore', folder, join(folder, 'backups', name)])).toBe('killed')
      await reopened(folder, async ({ database }) => {
        const actions = (await database.read.selectFrom('audit_entry').select('action').orderBy('number').execute()).map(({ action }) => action)
        expect(actions.at(-1)).toBe('test.after-the-copy')
      })
      expect(readdirSync(folder).filter((entry) => entry.startsWith('restore-'))).toEqual([])
    })
  })
})
