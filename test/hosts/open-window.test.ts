import { readFileSync } from 'node:fs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openWindow } from '#hosts/browser/open-window.ts'
import type { WindowCommand } from '#hosts/browser/window-commands.ts'

const noPage = { isPageOpen: () => false, settle: 400 }

/** A program that does what the script says. */
const program = (script: string, kind: WindowCommand['kind'] = 'app-window'): WindowCommand => ({ kind, file: process.execPath, args: ['-e', script] })

describe('opening a window', () => {
  test('takes the first way that works', async () => {
    const stays = program('setInterval(() => 0, 1000)')
    const window = await openWindow([{ kind: 'app-window', file: '/nowhere/browser', args: [] }, program('process.exit(21)'), stays, program('', 'default-browser')], noPage)
    expect(window?.kind).toBe('app-window')
    await window?.close()
    await window?.ended
  })

  test('tells when the window’s program ends', async () => {
    const window = await openWindow([program('setTimeout(() => process.exit(0), 500)')], { ...noPage, settle: 50 })
    await window?.ended
    expect(window?.kind).toBe('app-window')
  })

  test('a program that handed the address on and ended well has opened it', async () => {
    expect((await openWindow([program('', 'default-browser')], noPage))?.kind).toBe('default-browser')
  })

  test('a program that failed after the page came to life has opened it too', async () => {
    expect((await openWindow([program('process.exit(1)')], { isPageOpen: () => true }))?.kind).toBe('app-window')
  })

  test('says when there is no way', async () => {
    expect(await openWindow([], noPage)).toBeUndefined()
    expect(await openWindow([{ kind: 'default-browser', file: '/nowhere/xdg-open', args: [] }], noPage)).toBeUndefined()
  })

  test('hands arguments over as they are: no shell reads them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'window-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const script = join(folder, 'keep.cjs')
    writeFileSync(script, 'require("node:fs").writeFileSync(process.argv[2], JSON.stringify(process.argv.slice(3)))')
    const hostile = ['--app=http://127.0.0.1/#token=$(id)', '; touch x', '"&calc&"', '`id`']
    const window = await openWindow([{ kind: 'app-window', file: process.execPath, args: [script, join(folder, 'kept.json'), ...hostile] }], { ...noPage, settle: 20_000 })
    await window?.ended
    expect(JSON.parse(readFileSync(join(folder, 'kept.json'), 'utf8'))).toEqual(hostile)
  })
})
