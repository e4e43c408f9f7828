import { contentSecurityPolicy } from '#shared/page/page-policy.ts'
import { expect, launch, test } from './desktop.ts'

test('the page has neither Node nor Electron', async ({ window }) => {
  const reach = await window.evaluate(() => ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis))
  expect(reach).toEqual([])
})

test('the page runs in the sandbox, apart from its preload script', async ({ program, window }) => {
  await window.waitForLoadState()
  const preferences = await program.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    const contents: unknown = first?.webContents
    const last = typeof contents === 'object' && contents !== null ? Reflect.get(contents, 'getLastWebPreferences') : undefined
    return typeof last === 'function' ? Reflect.apply(last, contents, []) as unknown : undefined
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false })
})

test('the page is served with its policy', async ({ window }) => {
  expect(await window.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))).toBe(contentSecurityPolicy)
})

test('nothing outside the page’s folder is served', async ({ window }) => {
  const statuses = await window.evaluate(async () => await Promise.all(['/../package.json', '/..%2fmain/main.js', '/%2e%2e/package.json'].map(async (path) => (await fetch(path)).headers.get('content-type'))))
  expect(statuses).not.toContain('text/javascript; charset=utf-8')
  expect(statuses).not.toContain('application/json; charset=utf-8')
})

test('nothing outside is reached', async ({ window }) => {
  const outcomes = await window.evaluate(async () => await Promise.all(['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/hosts'].map(async (address) => await fetch(address).then(() => 'reached', () => 'refused'))))
  expect(outcomes).toEqual(['refused', 'refused', 'refused'])
})

test('the window does not leave the page, and opens no other', async ({ program, window }) => {
  const before = window.url()
  await window.evaluate(() => { location.href = 'https://example.org/' })
  const opened = await window.evaluate(() => globalThis.open('https://example.org/') === null)
  expect(opened).toBe(true)
  expect(window.url()).toBe(before)
  expect(program.windows()).toHaveLength(1)
})

test('permissions are refused', async ({ window }) => {
  const states = await window.evaluate(async () => await Promise.all((['geolocation', 'notifications', 'camera', 'microphone'] as const).map(async (name) => (await navigator.permissions.query({ name })).state)))
  expect(states).not.toContain('granted')
})

test('a second start on the same folder ends by itself', async ({ program, window, data }) => {
  await window.waitForLoadState()
  const second = await launch(data).then(async (started) => { await started.waitForEvent('close'); return 'ended' }, () => 'ended')
  expect(second).toBe('ended')
  expect(program.windows()).toHaveLength(1)
})
