import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { watchNetwork } from './no-network.ts'
import { signIn } from './people.ts'
import { startProgram } from './program.ts'
import type { Program } from './program.ts'

export { expect }

/** Each test has a data folder, a program and a browser context of its own, and fails on any call to the network. */
export const test = base.extend<{ data: string; prepare: (data: string) => Promise<void>; program: Program; user: string | undefined }>({
  /** Who signs in before the test begins; nobody where there are no people yet. */
  user: [undefined, { option: true }],
  data: async ({}, give) => {
    const data = mkdtempSync(join(tmpdir(), 'e2e-'))
    await give(data)
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  },
  /** Fills the data folder before the program opens it; tests that start with data extend this one. */
  prepare: async ({}, give) => { await give(async () => undefined) },
  program: async ({ data, prepare }, give) => {
    await prepare(data)
    const program = await startProgram(data)
    await give(program)
    expect(await program.stop(), 'the program ends cleanly').toBe(0)
  },
  page: async ({ program, page, context, user }, give) => {
    const watch = await watchNetwork(context, program.origin)
    await page.goto(program.url)
    if (user !== undefined) await signIn(page, user)
    await give(page)
    expect(watch.offences, 'calls to the network, refused scripts and styles, uncaught errors').toEqual([])
  },
})
