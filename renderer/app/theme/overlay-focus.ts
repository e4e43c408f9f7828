import { giveFocus, isFocusLost } from '#renderer/components/focus.ts'

const dialog = '[role="dialog"], .ant-drawer'
const holdsDialog = (node: Node): boolean => node instanceof Element && (node.matches(dialog) || node.querySelector(dialog) !== null)

/**
 * Gives the keyboard back once a dialog is gone: Ant Design does so for one that is closed, not for one that is taken
 * off the page at once, as most are here. It goes to what had it before the dialog, or else to the screen as a whole.
 * @param overlays the element in which dialogs, drawers and menus stand
 */
export function returnFocusFrom(overlays: HTMLElement): void {
  let last: Element | null = null
  document.addEventListener('focusin', ({ target }) => { if (target instanceof Element && !overlays.contains(target)) last = target })
  new MutationObserver((changes) => {
    if (!changes.some(({ removedNodes }) => [...removedNodes].some(holdsDialog)) || !isFocusLost()) return
    giveFocus(last)
    if (isFocusLost()) giveFocus(document.querySelector('main'))
  }).observe(overlays, { childList: true, subtree: true })
}
