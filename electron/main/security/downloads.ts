import { basename } from 'node:path'
import { isPageAddress } from '#shared/desktop/page-address.ts'
import type { AppSession } from '../electron-api.ts'

/**
 * Threat: a file is put on the disk without the user's knowledge, or comes from elsewhere. Only what the page made
 * itself (reports, exports, templates) is saved, and always by the system's save dialog: no path is set here.
 */
export function guardDownloads(session: Pick<AppSession, 'on'>, dialogTitle: () => string): void {
  session.on('will-download', (event, item) => {
    if (!isPageAddress(item.getURL().replace(/^blob:/u, ''))) return event.preventDefault()
    item.setSaveDialogOptions({ title: dialogTitle(), defaultPath: basename(item.getFilename()) })
  })
}
