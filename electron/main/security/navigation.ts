import { isPageAddress } from '#shared/desktop/page-address.ts'
import type { PageContents } from '../electron-api.ts'

/**
 * Threat: a link, a dropped file or a script leads the window away from the program's own page, and a strange page
 * then stands in a window that holds a port to the register. Only addresses of the page itself are followed, in the
 * window and in any frame of it.
 */
export function guardNavigation(contents: Pick<PageContents, 'on'>): void {
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
}

/** A frame whose text the page itself gave it (the preview of a paper) goes nowhere by that. */
const ownText = 'about:srcdoc'

function stay(event: { preventDefault: () => void; url: string }): void {
  if (!isPageAddress(event.url) && event.url !== ownText) event.preventDefault()
}
