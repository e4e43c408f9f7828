import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test as base } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { electronBinary } from '#build/electron-binary.ts'

export { expect }

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the real program on a data folder. */
export async function launch(data: string): Promise<ElectronApplication> {
  const executablePath = electronBinary()
  if (executablePath === undefined) throw new Error('Electron’s program is not here; run these tests by npm run test:desktop')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return await _electron.launch({ executablePath, args: [...asRoot, root, '--data', data, '--lang=zh-CN'], locale: 'zh-CN' })
}

/** Each test has a data folder and a program of its own. */
export const test = base.extend<{ data: string; program: ElectronApplication; window: Page }>({
  data: async ({}, give) => {
    const data = mkdtempSync(join(tmpdir(), 'desktop-'))
    await give(data)
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  },
  program: async ({ data }, give) => {
    const program = await launch(data)
    await give(program)
    await program.close()
  },
  window: async ({ program }, give) => {
    const window = await program.firstWindow()
    await window.waitForSelector('#root > *')
    await give(window)
  },
})
