import { describe, expect, test } from 'vitest'
import type { Computer } from '#hosts/installed-browsers/find-browsers.ts'
import { windowCommands } from '#hosts/browser/window-commands.ts'
import type { WindowCommand, WindowSetting } from '#hosts/browser/window-commands.ts'

const url = 'http://127.0.0.1:4000/#token=abc'

const linux: Computer = { platform: 'linux', variables: { DISPLAY: ':0', PATH: 'relative:/usr/local/bin:/usr/bin' }, isExecutable: (path) => path === '/usr/bin/chromium' }
const windows: Computer = {
  platform: 'win32',
  variables: { ProgramFiles: String.raw`C:\Program Files`, 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` },
  isExecutable: (path) => path === String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
}
const mac: Computer = { platform: 'darwin', variables: {}, isExecutable: (path) => path.endsWith('/Google Chrome') }

const commands = (computer: Computer, more: Partial<WindowSetting> = {}): WindowCommand[] => windowCommands({ url, profile: '/tmp/profile', computer, isRoot: false, ...more })

describe('the ways to open a window', () => {
  test.each([
    ['linux', linux, '/usr/bin/chromium', 'xdg-open'],
    ['windows', windows, String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`, 'rundll32.exe'],
    ['mac', mac, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'open'],
  ] as const)('on %s are a window of an installed browser, then the default browser', (_system, computer, browser, fallback) => {
    const [first, second, ...more] = commands(computer)
    expect(first).toMatchObject({ kind: 'app-window', file: browser })
    expect(second).toMatchObject({ kind: 'default-browser', file: fallback })
    expect(second?.args.at(-1)).toBe(url)
    expect(more).toEqual([])
  })

  test('give the browser a profile of its own, ask nothing at its first start and fetch nothing', () => {
    const [first] = commands(linux)
    expect(first?.args).toEqual(expect.arrayContaining([`--app=${url}`, '--user-data-dir=/tmp/profile', '--no-first-run', '--no-default-browser-check', '--disable-component-update', '--disable-background-networking']))
  })

  test('never turn the sandbox off: as root only the default browser is left', () => {
    for (const isRoot of [true, false]) expect(commands(linux, { isRoot }).flatMap((command) => command.args)).not.toContain('--no-sandbox')
    expect(commands(linux, { isRoot: true }).map((command) => command.kind)).toEqual(['default-browser'])
  })

  test('are none where there is no screen', () => {
    expect(commands({ ...linux, variables: { PATH: '/usr/bin' } })).toEqual([])
    expect(commands({ ...linux, variables: { PATH: '/usr/bin', WAYLAND_DISPLAY: 'wayland-0' } })).toHaveLength(2)
  })

  test('start no program from a folder that is not named in full', () => {
    expect(commands({ ...linux, isExecutable: (path) => path.startsWith('relative') })).toHaveLength(1)
  })
})
