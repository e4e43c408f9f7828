import type { PageContents } from '../electron-api.ts'

/**
 * Threat: `window.open` or a link with a target opens a window that the guards of ours do not cover, or hands an
 * address to the system's browser. The program has one window; everything it shows, it shows there.
 */
export function denyNewWindows(contents: Pick<PageContents, 'setWindowOpenHandler'>): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
