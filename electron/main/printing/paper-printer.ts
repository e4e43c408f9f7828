import type { WebPreferences } from 'electron'
import { isPrintAddress, PAGE_SCHEME, printAddress } from '#shared/desktop/page-address.ts'
import type { AppSession, AppWindow, ElectronApi, PrintSession } from '../electron-api.ts'
import { denyPermissions } from '../security/permissions.ts'

/** Prints one page; what is aborted leaves no window behind. */
export type PrintPage = (html: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>

/** In memory, and used by nothing else. */
const partition = 'printing'

/** Milliseconds after which a page counts as one that cannot be printed. */
const patience = 10 * 60_000

/**
 * Threat: what stands in a paper, all of it text that others typed, runs or reaches anything while it is printed. The
 * window is never shown, has no preload script and no scripts at all, and a session of its own that knows one address:
 * the page that is printed.
 */
const printPreferences: WebPreferences = {
  partition,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  javascript: false,
  webSecurity: true,
  webgl: false,
  plugins: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: false,
  backgroundThrottling: false,
}

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
}

/** Prints pages in hidden windows, each by itself. */
export function paperPrinter({ BrowserWindow, session: sessions }: Pick<ElectronApi, 'BrowserWindow' | 'session'>): PrintPage {
  const pages = new Map<string, string>()
  let session: PrintSession | undefined
  let printed = 0
  return async (html, signal) => {
    // Sessions can only be made once Electron is ready, which it is when a paper is printed.
    session ??= sealedSession(sessions.fromPartition(partition), pages)
    const address = printAddress(++printed)
    pages.set(address, html)
    const window = new BrowserWindow({ show: false, webPreferences: printPreferences })
    try {
      return await Promise.race([printIn(window, address), endOf(signal)])
    } finally {
      pages.delete(address)
      window.destroy()
    }
  }
}

async function printIn(window: AppWindow, address: string): Promise<Uint8Array<ArrayBuffer>> {
  await window.loadURL(address)
  return new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: true, generateDocumentOutline: true }))
}

function endOf(signal: AbortSignal): Promise<never> {
  const stopped = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  return new Promise((_, reject) => {
    if (stopped.aborted) reject(stopped.reason)
    stopped.addEventListener('abort', () => reject(stopped.reason), { once: true })
  })
}

function sealedSession(session: PrintSession, pages: ReadonlyMap<string, string>): PrintSession {
  denyPermissions(session)
  session.setCertificateVerifyProc((_request, answer) => answer(notTrusted))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isPrintAddress(url) && !url.startsWith('data:image/') }))
  denyDownloads(session)
  session.protocol.handle(PAGE_SCHEME, ({ method, url }) => {
    const html = method === 'GET' ? pages.get(url) : undefined
    return html === undefined ? new Response('not found', { status: 404, headers: pageHeaders }) : new Response(html, { headers: pageHeaders })
  })
  return session
}

/** Chromium's "failed". */
const notTrusted = -2

function denyDownloads(session: Pick<AppSession, 'on'>): void {
  session.on('will-download', (event) => event.preventDefault())
}
