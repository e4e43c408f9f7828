import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import { PAGE_ADDRESS } from '#shared/desktop/page-address.ts'
import type { AppWindow, ElectronApi } from '../electron-api.ts'
import { keepWindowState, readWindowState, SMALLEST, windowPlace } from './window-state.ts'

export interface MainWindowOptions {
  title: string
  preload: string
  /** Where the window's place is kept. */
  stateFile: string
  developerTools: boolean
}

/**
 * Threat: a page that breaks out reaches Node, the disk or Electron. The page runs in the sandbox, apart from the
 * preload script, without Node anywhere, and may not weaken any of it.
 */
export const pagePreferences = (preload: string, developerTools: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: developerTools,
})

/** Opens the one window, hidden until it has something to show, and begins to load the page. */
export function openMainWindow({ BrowserWindow, screen }: Pick<ElectronApi, 'BrowserWindow' | 'screen'>, options: MainWindowOptions): AppWindow {
  const kept = readWindowState(options.stateFile)
  const place = windowPlace(kept, screen.getAllDisplays().map((display) => display.workArea))
  const window = new BrowserWindow({ ...appearance, ...place, title: options.title, webPreferences: pagePreferences(options.preload, options.developerTools) })
  if (kept?.maximised) window.maximize()
  window.on('close', () => keepWindowState(options.stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }))
  window.loadURL(PAGE_ADDRESS).catch((error: unknown) => console.error(error))
  return window
}

const appearance: BrowserWindowConstructorOptions = { show: false, minWidth: SMALLEST.width, minHeight: SMALLEST.height, backgroundColor: '#ffffff', autoHideMenuBar: false }

/** Brings the window before the user, as a second start of the program does. */
export function bringForward(window: Pick<AppWindow, 'focus' | 'isDestroyed' | 'isMinimized' | 'restore' | 'show'>): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
