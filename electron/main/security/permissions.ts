import { isPageAddress } from '#shared/desktop/page-address.ts'
import type { AppSession } from '../electron-api.ts'

/**
 * The one thing the page may ask of the computer: to put text on the clipboard, which copying rows into a workbook
 * needs. Reading the clipboard is not among it: pasting works by the user's own key.
 */
const allowed = 'clipboard-sanitized-write'

/**
 * Threat: a page uses camera, microphone, location, devices, notifications or the clipboard's content. Everything is
 * refused; without these handlers Electron grants every request.
 */
export function denyPermissions(session: Pick<AppSession, 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === allowed && details.isMainFrame && isPageAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === allowed && isPageAddress(origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
