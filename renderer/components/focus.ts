/** Nobody has the keyboard: it went with what was taken off the page. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Gives the keyboard to an element that is still on the page, without moving the page under the reader's eyes. */
export function giveFocus(element: Element | null | undefined): void {
  if ((element instanceof HTMLElement || element instanceof SVGElement) && element.isConnected) element.focus({ preventScroll: true })
}
