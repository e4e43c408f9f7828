import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { electronBinary } from '#build/electron-binary.ts'
import { runDesktop } from '#build/run-desktop.ts'
import { EXIT_REFUSED } from '#shared/desktop/exit-codes.ts'
import { runToEnd } from '../hosts/run-to-end.ts'

/** Node in Electron's place: what it is told to do it does. */
const run = (script: string, settle?: number): ReturnType<typeof runDesktop> =>
  runDesktop({ binary: process.execPath, args: ['-e', script], ...(settle === undefined ? {} : { settle }) })

test('a desktop program that is not there was not started', async () => {
  expect(await runDesktop({ binary: undefined, args: [] })).toBe('not-started')
  expect(await runDesktop({ binary: '/nowhere/electron', args: [] })).toBe('not-started')
})

test('one that ends badly at once (no screen, a missing library) was not started', async () => {
  expect(await run('process.exit(127)')).toBe('not-started')
  expect(await run('process.kill(process.pid, "SIGKILL")')).toBe('not-started')
})

test('one that ended badly later was started', async () => {
  expect(await run('setTimeout(() => process.exit(9), 300)', 100)).toBe(9)
})

test('one that ended well, or refused and said why, is not followed by a browser window', async () => {
  expect(await run('process.exit(0)')).toBe(0)
  expect(await run(`process.exit(${EXIT_REFUSED})`)).toBe(1)
})

test('looking for Electron’s program does not begin to fetch it', () => {
  const found = electronBinary()
  expect(found === undefined || existsSync(found)).toBe(true)
})

test('where Electron’s program is not there, the desktop tests are not run and say so by exit code 77', async () => {
  const { exitCode, stdout } = await runToEnd(['build/test-desktop.ts'], { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })
  expect(exitCode).toBe(77)
  expect(stdout.trim().split('\n')).toHaveLength(1)
})
