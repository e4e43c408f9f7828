import { isPageAddress } from '#shared/desktop/page-address.ts'
import type { AppSession } from '../electron-api.ts'

/**
 * Threat: anything at all is fetched from outside, or something is sent there inside an address. Only the page's own
 * files, and what the page itself made in memory (`blob:`, `data:`), are loaded; developer tools load themselves.
 *
 * The spell checker is off because Chromium would fetch its word lists from a server.
 */
export function denyRemoteContent(session: Pick<AppSession, 'setSpellCheckerEnabled' | 'webRequest'>, options: { developerTools: boolean }): void {
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url, options) }))
}

function isLocal(address: string, { developerTools }: { developerTools: boolean }): boolean {
  if (isPageAddress(address) || address.startsWith('data:')) return true
  if (address.startsWith('blob:')) return isPageAddress(address.slice('blob:'.length))
  return developerTools && address.startsWith('devtools://')
}
