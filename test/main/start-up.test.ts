import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { PAGE_ADDRESS } from '#shared/desktop/page-address.ts'
import { translator } from '#shared/locales/translator.ts'
import { phases, startDesktop } from '#main/phases.ts'
import { electronDouble } from './electron-double.ts'
import type { DoubleOptions, ElectronDouble } from './electron-double.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'desktop-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

interface Started { double: ElectronDouble; started: ReturnType<typeof startDesktop> }

function begin(options: Partial<DoubleOptions> = {}, args: string[] = []): Started {
  const double = electronDouble({ userData: folder(), ...options })
  const started = startDesktop({ electron: double.electron, args, variables: { HOME: '/home/officer', NODE_OPTIONS: '--require /tmp/evil.js', ELECTRON_RUN_AS_NODE: '1' }, platform: 'linux' })
  return { double, started }
}

/** Lets the phases up to the wait for the core run. */
const settled = async (double: ElectronDouble): Promise<void> => { await expect.poll(() => double.windows.length).toBe(1) }

/** Below the folder of all applications' data. */
const lockFolder = ({ paths }: ElectronDouble): string => (paths.get('userData') ?? '').slice((paths.get('appData') ?? '').length)

async function beginReady(options: Partial<DoubleOptions> = {}, args: string[] = []): Promise<ElectronDouble> {
  const { double, started } = begin(options, args)
  await settled(double)
  double.cores[0]?.say({ kind: 'ready' })
  await started
  return double
}

describe('the start of the desktop program', () => {
  test('goes through its phases in one fixed order', () => {
    expect(phases.map((phase) => phase.name)).toEqual([
      'folders', 'single-instance', 'seal', 'page-scheme', 'guards', 'ready', 'language', 'session', 'page-files', 'core', 'page-messages', 'menu', 'window', 'end', 'show',
    ])
  })

  test('does before Electron is ready what has no effect afterwards, and guards before the first window', async () => {
    const { log } = await beginReady()
    expect(log).toEqual(['setPath userData', 'requestSingleInstanceLock', 'enableSandbox', 'registerSchemesAsPrivileged', 'ready', 'handle app', 'fork', 'menu', 'window'])
  })

  test('does so within the first call, because Electron does not wait', () => {
    const { double } = begin()
    expect(double.log).toEqual(['setPath userData', 'requestSingleInstanceLock', 'enableSandbox', 'registerSchemesAsPrivileged', 'ready'])
  })

  test('shows the window only when the core has opened the register', async () => {
    const { double, started } = begin()
    await settled(double)
    expect(double.windows[0]?.calls).toEqual([`load ${PAGE_ADDRESS}`])
    double.cores[0]?.say({ kind: 'ready' })
    await started
    expect(double.windows[0]?.calls).toEqual([`load ${PAGE_ADDRESS}`, 'show', 'focus'])
  })

  test('a second start brings the first window forward and ends without touching anything', async () => {
    const second = begin({ isFirst: false })
    await second.started
    expect(second.double.quits).toBe(1)
    expect(second.double.cores).toHaveLength(0)
    expect(second.double.windows).toHaveLength(0)

    const first = await beginReady()
    const [window] = first.windows
    if (window) window.minimised = true
    first.app.emit('second-instance')
    expect(window?.calls.slice(-3)).toEqual(['restore', 'show', 'focus'])
  })

  test('another data folder has a single-instance lock of its own', async () => {
    const own = await beginReady()
    const other = await beginReady({}, ['.', '--data', '/srv/other'])
    expect(lockFolder(own)).not.toBe(lockFolder(other))
    expect(other.cores[0]?.start[1]).toEqual(['--data', '/srv/other'])
  })

  test('the core runs outside the archive of a package and gets no variable that Node obeys', async () => {
    const double = await beginReady({ isPackaged: true })
    const [program, args, options] = double.cores[0]?.start ?? []
    expect(program).toBe('/opt/app/resources/app.asar.unpacked/dist/core/core-process.js')
    expect(args).toEqual([])
    expect(options?.env).toEqual({ HOME: '/home/officer' })
  })

  test.each(['zh-CN', 'en'] as const)('a register from a newer version is refused with a sentence in the system’s language (%s)', async (locale) => {
    const { double, started } = begin({ languages: [locale] })
    await settled(double)
    double.cores[0]?.say({ kind: 'refused', code: 'database.from-the-future', params: { found: 9, known: 1 } })
    await started
    const t = translator(locale)
    expect(double.boxes).toEqual([{ title: t('product'), text: t('database.from-the-future', { ns: 'errors', found: 9, known: 1 }) }])
    expect(double.exits).toEqual([3])
    expect(double.windows[0]?.calls).not.toContain('show')
  })

  test.each([{ kind: 'failed', reference: 'AB12CD34' }, 'an end without a word'])('a core that cannot start is told with what to do (%j)', async (failure) => {
    const { double, started } = begin()
    await settled(double)
    if (typeof failure === 'string') double.cores[0]?.end(1)
    else double.cores[0]?.say(failure)
    await started
    expect(double.boxes[0]?.text).toContain(typeof failure === 'string' ? '—' : failure.reference)
    expect(double.exits).toEqual([3])
  })

  test('the program ends after the window, and the core closes before it', async () => {
    const double = await beginReady()
    double.app.emit('window-all-closed')
    expect(double.quits).toBe(1)
    let prevented = false
    double.app.emit('will-quit', { preventDefault: () => { prevented = true } })
    expect(prevented).toBe(true)
    expect(double.cores[0]?.messages).toEqual([{ message: { kind: 'close' }, ports: [] }])
    expect(double.exits).toEqual([])
    double.cores[0]?.say({ kind: 'closed' })
    double.cores[0]?.end(0)
    await expect.poll(() => double.exits).toEqual([0])
    expect(double.questions).toHaveLength(0)
  })
})

describe('when the core’s process dies', () => {
  test('the user may start it again, and the page is loaded anew', async () => {
    const double = await beginReady({ answer: 0 })
    double.cores[0]?.end(139)
    await expect.poll(() => double.cores.length).toBe(2)
    expect(double.questions[0]).toMatchObject({ type: 'error', buttons: ['重新启动数据服务', '退出程序'], defaultId: 0, cancelId: 1 })
    expect(double.windows[0]?.webContents.calls).toEqual([])
    double.cores[1]?.say({ kind: 'ready' })
    await expect.poll(() => double.windows[0]?.webContents.calls).toEqual(['reload'])
  })

  test('the user may end the program instead', async () => {
    const double = await beginReady({ answer: 1 })
    double.cores[0]?.end(139)
    await expect.poll(() => double.quits).toBe(1)
    expect(double.cores).toHaveLength(1)
    double.app.emit('will-quit', { preventDefault: () => undefined })
    await expect.poll(() => double.exits).toEqual([0])
  })

  test('a core that cannot open the register again says so and the program ends', async () => {
    const double = await beginReady({ answer: 0 })
    double.cores[0]?.end(139)
    await expect.poll(() => double.cores.length).toBe(2)
    double.cores[1]?.say({ kind: 'refused', code: 'database.foreign', params: {} })
    await expect.poll(() => double.exits).toEqual([3])
  })
})

describe('when the page’s process dies', () => {
  test('the user may load it again', async () => {
    const double = await beginReady({ answer: 0, languages: ['en-GB'] })
    double.windows[0]?.webContents.events.emit('render-process-gone', {}, { reason: 'oom' })
    await expect.poll(() => double.windows[0]?.webContents.calls).toEqual(['reload'])
    expect(double.questions[0]?.buttons?.[0]).toBe('Open the page again')
  })

  test('closing it in the usual way is no accident', async () => {
    const double = await beginReady()
    double.windows[0]?.webContents.events.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(double.questions).toHaveLength(0)
  })
})
