import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { pagePreferences } from '#main/window/main-window.ts'
import { denyCertificates } from '#main/security/certificates.ts'
import { guardDownloads } from '#main/security/downloads.ts'
import { guardNavigation } from '#main/security/navigation.ts'
import { denyNewWindows } from '#main/security/new-windows.ts'
import { denyPermissions } from '#main/security/permissions.ts'
import { denyRemoteContent } from '#main/security/remote-content.ts'
import { sealProcess } from '#main/security/seal-process.ts'
import { denyWebviews } from '#main/security/webviews.ts'
import { ContentsDouble, electronDouble, SessionDouble } from './electron-double.ts'

const elsewhere = ['https://example.org/', 'http://127.0.0.1:8080/', 'file:///etc/passwd', 'app://register.example.org/', 'app://user@register/', 'app://other/', 'javascript:alert(1)', 'data:text/html,x', 'blob:https://example.org/1', 'chrome://settings', '']

/** Emits a cancellable event; answers whether it was cancelled. */
function isStopped(events: EventEmitter, name: string, details: object = {}, ...rest: unknown[]): boolean {
  let stopped = false
  events.emit(name, { ...details, preventDefault: () => { stopped = true } }, ...rest)
  return stopped
}

describe('navigation', () => {
  const contents = new ContentsDouble(1)
  guardNavigation(contents)

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s to anywhere but the page is stopped', (name) => {
    for (const url of elsewhere) expect([url, isStopped(contents.events, name, { url })]).toEqual([url, true])
    expect(isStopped(contents.events, name, { url: 'app://register/risks?grade=high' })).toBe(false)
    expect(isStopped(contents.events, name, { url: 'about:srcdoc' })).toBe(false)
    expect(isStopped(contents.events, name, { url: 'about:srcdoc2' })).toBe(true)
  })
})

test('no window is opened by the page', () => {
  const contents = new ContentsDouble(1)
  denyNewWindows(contents)
  expect(contents.openHandler?.({ url: 'app://register/' } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
})

test('no webview is attached', () => {
  const contents = new ContentsDouble(1)
  denyWebviews(contents)
  expect(isStopped(contents.events, 'will-attach-webview')).toBe(true)
})

describe('permissions', () => {
  const session = new SessionDouble()
  denyPermissions(session)
  const contents = {} as Electron.WebContents
  const requested = (permission: string, requestingUrl: string, isMainFrame = true): boolean | undefined => {
    let answer: boolean | undefined
    session.permissionRequest?.(contents, permission as never, (granted) => { answer = granted }, { isMainFrame, requestingUrl } as never)
    return answer
  }

  test.each(['media', 'geolocation', 'notifications', 'midi', 'usb', 'serial', 'hid', 'clipboard-read', 'fullscreen', 'openExternal', 'fileSystem', 'display-capture', 'local-network'])('%s is refused, asked or looked up', (permission) => {
    expect(requested(permission, 'app://register/')).toBe(false)
    expect(session.permissionCheck?.(contents, permission as never, 'app://register/', {} as never)).toBe(false)
  })

  test('copying rows to the clipboard works from the page and from nowhere else', () => {
    expect(requested('clipboard-sanitized-write', 'app://register/risks')).toBe(true)
    expect(requested('clipboard-sanitized-write', 'app://register/risks', false)).toBe(false)
    expect(requested('clipboard-sanitized-write', 'https://example.org/')).toBe(false)
    expect(session.permissionCheck?.(contents, 'clipboard-sanitized-write', 'app://register/', {} as never)).toBe(true)
    expect(session.permissionCheck?.(contents, 'clipboard-sanitized-write', 'https://example.org/', {} as never)).toBe(false)
  })

  test('devices and screen capture are refused', () => {
    expect(session.device?.({} as never)).toBe(false)
    let streams: unknown = 'unanswered'
    session.displayMedia?.({} as never, (given) => { streams = given })
    expect(streams).toBeNull()
  })
})

function isLoaded(session: SessionDouble, url: string): boolean {
  let cancelled: boolean | undefined
  session.beforeRequest?.({ url }, ({ cancel }) => { cancelled = cancel })
  return cancelled === false
}

describe('remote content', () => {
  const session = new SessionDouble()
  denyRemoteContent(session, { developerTools: false })

  test('nothing is loaded but the page and what it made itself', () => {
    const own = ['app://register/assets/index.js', 'blob:app://register/0d4f', 'data:image/png;base64,AA==']
    expect(own.filter((url) => isLoaded(session, url))).toEqual(own)
    const strange = ['https://example.org/x.js', 'http://127.0.0.1/', 'ws://example.org/', 'file:///etc/passwd', 'blob:https://example.org/1', 'devtools://devtools/bundled/x.js', 'app://register.example.org/']
    expect(strange.filter((url) => isLoaded(session, url))).toEqual([])
  })

  test('developer tools load themselves where there are any', () => {
    const developing = new SessionDouble()
    denyRemoteContent(developing, { developerTools: true })
    expect(isLoaded(developing, 'devtools://devtools/bundled/x.js')).toBe(true)
    expect(isLoaded(developing, 'https://example.org/x.js')).toBe(false)
  })

  test('the spell checker, which fetches its word lists, is off', () => {
    expect(session.spellChecker).toBe(false)
  })
})

test('no certificate is trusted and no credential is given', () => {
  const double = electronDouble({ userData: tmpdir() })
  denyCertificates(double.electron, double.session)
  let verdict: number | undefined
  double.session.verifyCertificate?.({} as never, (result) => { verdict = result })
  expect(verdict).toBe(-2)
  const given: unknown[][] = []
  const answer = (...what: unknown[]): void => { given.push(what) }
  expect(isStopped(double.app, 'certificate-error', {}, {}, 'https://example.org/', 'error', {}, answer)).toBe(true)
  expect(isStopped(double.app, 'select-client-certificate', {}, {}, 'https://example.org/', [], answer)).toBe(true)
  expect(isStopped(double.app, 'login', {}, {}, {}, {}, answer)).toBe(true)
  expect(given).toEqual([[false], [], []])
})

function download(url: string, name: string): { stopped: boolean; dialog: unknown } {
  const session = new SessionDouble()
  guardDownloads(session, () => '保存文件')
  let dialog: unknown
  const item = { getURL: () => url, getFilename: () => name, setSaveDialogOptions: (options: unknown) => { dialog = options } }
  return { stopped: isStopped(session.events, 'will-download', {}, item), dialog }
}

describe('downloads', () => {
  test('what the page made is saved where the user says', () => {
    expect(download('blob:app://register/0d4f', '年度报告.docx')).toEqual({ stopped: false, dialog: { title: '保存文件', defaultPath: '年度报告.docx' } })
  })

  test('a name never leads into another folder', () => {
    expect(download('blob:app://register/0d4f', '../../.bashrc').dialog).toMatchObject({ defaultPath: '.bashrc' })
  })

  test.each(['https://example.org/x.exe', 'blob:https://example.org/1', 'data:text/plain,x', 'file:///etc/passwd'])('%s is not saved', (url) => {
    expect(download(url, 'x').stopped).toBe(true)
  })
})

test('the engine is given no names to look up, no proxy to ask and nothing to fetch by itself', () => {
  const double = electronDouble({ userData: tmpdir() })
  sealProcess(double.electron)
  expect(double.log).toContain('enableSandbox')
  expect(double.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  for (const name of ['no-proxy-server', 'disable-background-networking', 'disable-component-update', 'no-pings']) expect(double.switches.has(name)).toBe(true)
})

test('the page runs in the sandbox, apart from its preload script and without Node', () => {
  expect(pagePreferences('/p.cjs', false)).toMatchObject({
    preload: '/p.cjs', sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, navigateOnDragDrop: false, spellcheck: false, devTools: false,
  })
})
