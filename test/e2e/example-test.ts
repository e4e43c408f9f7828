import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeExampleFolder } from './example-folder.ts'
import { worker } from './people.ts'
import { test as base } from './test.ts'

export { expect } from './test.ts'

/** Tests on a data folder with the example: 30 powers, 40 risk points, all graded and accepted. */
export const test = base.extend<object, { exampleFolder: string }>({
  // Made once for each worker; every test gets a copy, so that none sees what another did.
  exampleFolder: [async ({}, give) => {
    const folder = mkdtempSync(join(tmpdir(), 'e2e-example-'))
    await makeExampleFolder(folder)
    await give(folder)
    rmSync(folder, { recursive: true, force: true })
  }, { scope: 'worker' }],
  user: worker,
  prepare: async ({ exampleFolder }, give) => {
    await give(async (data) => { cpSync(exampleFolder, data, { recursive: true }) })
  },
})
