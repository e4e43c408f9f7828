import { rmSync } from 'node:fs'
import { openCore } from '#core/open-core.ts'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import { contextOf, everyRole } from '#test/core/helpers/callers.ts'

/** Makes a data folder that holds the example, by the contract and without a window. */
export async function makeExampleFolder(folder: string): Promise<void> {
  const core = await openCore({ folder, version: '0.0.0-test' })
  try {
    const client = coreClient(contextOf(core, everyRole('e2e')))
    await readToEnd(await client.system.openExample(), () => undefined)
  } finally {
    await core.close()
  }
  // The closing copy is of no use to a test and would be copied with every folder.
  rmSync(`${folder}/backups`, { recursive: true, force: true })
}
