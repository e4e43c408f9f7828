import { rmSync } from 'node:fs'
import type { Core } from '#core/core.ts'
import { systemEnvironment } from '#core/environment.ts'
import { openCore } from '#core/open-core.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { quickPasswords } from '#test/core/helpers/register.ts'
import { founding } from './people.ts'

/** Makes a data folder that holds the example and its people, by the contract and without a window. */
export const makeExampleFolder = (folder: string): Promise<void> =>
  makeFolder(folder, async (client) => { await readToEnd(await client.system.openExample(), () => undefined) })

/** A data folder with an organisation and its people, and nothing in the register. */
export const makeEmptyFolder = (folder: string): Promise<void> =>
  makeFolder(folder, async (client) => { await client.organisation.setUp({ name: '某县水利局' }) })

async function makeFolder(folder: string, fill: (client: ContractClient, core: Core) => Promise<void>): Promise<void> {
  const core = await openCore({ folder, version: '0.0.0-test', env: { ...systemEnvironment(), passwordWork: quickPasswords } })
  try {
    const client = coreClient({ core, identity: serviceIdentity('e2e'), reportFault: (fault) => { throw fault } })
    await fill(client, core)
    await client.people.found(founding())
  } finally {
    await core.close()
  }
  // The closing copy is of no use to a test and would be copied with every folder.
  rmSync(`${folder}/backups`, { recursive: true, force: true })
}
