import type { PageContents } from '../electron-api.ts'

/**
 * Threat: a `<webview>` slipped into the page brings a renderer with settings of the attacker's choice. None is used,
 * so none is attached.
 */
export function denyWebviews(contents: Pick<PageContents, 'on'>): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
