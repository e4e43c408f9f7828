import type { IpcMainEvent } from 'electron'
import { isPageAddress } from '#shared/desktop/page-address.ts'
import { CORE_PORT, PAGE_LANGUAGE } from '#shared/desktop/port-handover.ts'
import type { AppWindow, ElectronApi } from '../electron-api.ts'
import type { CoreLink } from './core-link.ts'

export interface PageMessageOptions {
  /** Asked at each message: the core may have been started anew meanwhile. */
  core: () => Pick<CoreLink, 'givePort'>
  window: () => Pick<AppWindow, 'webContents'>
  onLanguage: (tag: string) => void
}

/**
 * The two things the preload script may tell the main process: here is the page's port for the core, and this is the
 * language the page is shown in. The page itself has no way to send anything here.
 */
export function receivePageMessages({ ipcMain }: Pick<ElectronApi, 'ipcMain'>, { core, window, onLanguage }: PageMessageOptions): void {
  ipcMain.on(CORE_PORT, (event) => {
    const [port] = event.ports
    if (port === undefined) return
    if (isFromOurPage(event, window())) core().givePort(port)
    else port.close()
  })
  ipcMain.on(PAGE_LANGUAGE, (event, tag: unknown) => {
    if (isFromOurPage(event, window()) && typeof tag === 'string') onLanguage(tag)
  })
}

/**
 * Threat: a frame, another window or a page that came from elsewhere asks for a port to the register. Only the main
 * frame of our window counts, and only while it shows the program's own page.
 */
function isFromOurPage({ sender, senderFrame }: IpcMainEvent, window: Pick<AppWindow, 'webContents'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && sender.id === window.webContents.id && isPageAddress(senderFrame.url)
}
