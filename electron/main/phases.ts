import { join } from 'node:path'
import { EXIT_REFUSED } from '#shared/desktop/exit-codes.ts'
import { dataArgument, windowFolder } from './arguments.ts'
import { startCore } from './core-link/core-link.ts'
import { receivePageMessages } from './core-link/page-messages.ts'
import { made, programFiles } from './desktop.ts'
import type { Desktop, Surroundings } from './desktop.ts'
import { offerRestart, sayNotStarted, watchPage } from './dialogs.ts'
import { languageFrom } from './language.ts'
import { showMenu } from './menu.ts'
import { declarePageScheme, servePage } from './page-protocol.ts'
import { paperPrinter } from './printing/paper-printer.ts'
import { denyCertificates } from './security/certificates.ts'
import { guardDownloads } from './security/downloads.ts'
import { guardNavigation } from './security/navigation.ts'
import { denyNewWindows } from './security/new-windows.ts'
import { denyPermissions } from './security/permissions.ts'
import { denyRemoteContent } from './security/remote-content.ts'
import { sealProcess } from './security/seal-process.ts'
import { denyWebviews } from './security/webviews.ts'
import { bringForward, openMainWindow } from './window/main-window.ts'

export interface Phase {
  name: string
  /** 'stop' ends the start; the phase has seen to the program's end. */
  run: (desktop: Desktop) => Promise<'stop' | void> | 'stop' | void
}

/** The start of the program, in this order. What stands before `ready` has no effect after it. */
export const phases: readonly Phase[] = [
  { name: 'folders', run: ({ electron, data }) => electron.app.setPath('userData', windowFolder(electron.app.getPath('appData'), data)) },
  { name: 'single-instance', run: holdSingleInstance },
  { name: 'seal', run: ({ electron }) => sealProcess(electron) },
  { name: 'page-scheme', run: ({ electron }) => declarePageScheme(electron) },
  { name: 'guards', run: guardContents },
  { name: 'ready', run: async ({ electron }) => { await electron.app.whenReady() } },
  { name: 'language', run: takeSystemLanguage },
  { name: 'session', run: guardSession },
  { name: 'page-files', run: ({ electron }) => servePage(electron, programFiles(electron).page) },
  { name: 'core', run: openCore },
  { name: 'page-messages', run: listenToPage },
  { name: 'menu', run: putUpMenu },
  { name: 'window', run: openWindow },
  { name: 'end', run: prepareEnd },
  { name: 'show', run: showWhenReady },
]

/**
 * Runs the phases one after the other. Those before `ready` run within this very call: Electron does not wait for
 * what a main module does later.
 */
export async function startDesktop(surroundings: Surroundings, order: readonly Phase[] = phases): Promise<Desktop> {
  const desktop: Desktop = { ...surroundings, data: dataArgument(surroundings.args), core: undefined, window: undefined, language: languageFrom('zh-CN'), print: paperPrinter(surroundings.electron) }
  for (const phase of order) {
    const outcome = phase.run(desktop)
    if ((outcome instanceof Promise ? await outcome : outcome) === 'stop') break
  }
  return desktop
}

/** A second start brings the first one's window forward and ends; two programs must not share a data folder. */
function holdSingleInstance(desktop: Desktop): 'stop' | void {
  const { app } = desktop.electron
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return 'stop'
  }
  app.on('second-instance', () => { if (desktop.window) bringForward(desktop.window) })
}

/** Guards every page from the moment it exists, whoever makes it. */
function guardContents({ electron }: Desktop): void {
  electron.app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents)
    denyNewWindows(contents)
    denyWebviews(contents)
  })
}

function takeSystemLanguage({ electron, language }: Desktop): void {
  const [first] = electron.app.getPreferredSystemLanguages()
  if (first !== undefined) language.change(first)
}

function guardSession({ electron, language }: Desktop): void {
  const session = electron.session.defaultSession
  denyPermissions(session)
  denyRemoteContent(session, { developerTools: !electron.app.isPackaged })
  denyCertificates(electron, session)
  guardDownloads(session, () => language.t('save.title', { ns: 'desktop' }))
}

function openCore(desktop: Desktop): void {
  const { electron, data, variables } = desktop
  desktop.core = startCore(electron, {
    program: programFiles(electron).core,
    args: data === undefined ? [] : ['--data', data],
    variables,
    print: desktop.print,
    onGone: () => { void mendCore(desktop) },
  })
}

/** The core's process died: nothing saved is lost, but the page cannot go on without it. */
async function mendCore(desktop: Desktop): Promise<void> {
  const { electron, language, window } = desktop
  if (!await offerRestart(electron, language, 'core')) return electron.app.quit()
  openCore(desktop)
  if (await coreIsReady(desktop)) window?.webContents.reload()
}

function listenToPage(desktop: Desktop): void {
  receivePageMessages(desktop.electron, {
    core: () => made(desktop.core, 'core'),
    window: () => made(desktop.window, 'window'),
    onLanguage: (tag) => desktop.language.change(tag),
  })
}

function putUpMenu(desktop: Desktop): void {
  const { electron, language, platform } = desktop
  showMenu(electron, { language, platform, print: () => desktop.window?.webContents.print() })
}

function openWindow(desktop: Desktop): void {
  const { electron, language } = desktop
  const window = openMainWindow(electron, {
    title: language.t('product'),
    preload: programFiles(electron).preload,
    stateFile: join(electron.app.getPath('userData'), 'window.json'),
    developerTools: !electron.app.isPackaged,
  })
  desktop.window = window
  watchPage(window, () => { void mendPage(desktop) })
}

async function mendPage({ electron, language, window }: Desktop): Promise<void> {
  if (await offerRestart(electron, language, 'page')) window?.webContents.reload()
  else electron.app.quit()
}

/** The window goes first, then the core closes and makes its copy, and only then the program ends. */
function prepareEnd(desktop: Desktop): void {
  const { app } = desktop.electron
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void made(desktop.core, 'core').close().then(() => app.exit(0))
  })
}

async function showWhenReady(desktop: Desktop): Promise<'stop' | void> {
  if (!await coreIsReady(desktop)) return 'stop'
  bringForward(made(desktop.window, 'window'))
}

/** Where the core would not start, says why and ends the program. */
async function coreIsReady({ electron, language, core }: Desktop): Promise<boolean> {
  const start = await made(core, 'core').started
  if (start.kind === 'ready') return true
  sayNotStarted(electron, language, start)
  electron.app.exit(EXIT_REFUSED)
  return false
}
