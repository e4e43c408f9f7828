import { isFocusLost } from './focus.ts'

/**
 * Says when the element that has the keyboard within a part of the page is taken away, so that somebody else may have it.
 * @param giveBack gets the element that had it; called again with every change of the part until somebody has it
 * @returns ends the watch
 */
export function watchLostFocus(part: Element, giveBack: (lost: Element) => void): () => void {
  let held: Element | null = null
  const taken = ({ target }: Event) => { held = target instanceof Element ? target : null }
  // Browsers differ in whether an element that is taken away says that it lost the keyboard; only one that is still there gave it up.
  const left = ({ target }: Event) => queueMicrotask(() => {
    if (target instanceof Element && target.isConnected && !part.contains(document.activeElement)) held = null
  })
  const observer = new MutationObserver(() => { if (held !== null && isFocusLost()) giveBack(held) })
  part.addEventListener('focusin', taken)
  part.addEventListener('focusout', left)
  observer.observe(part, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    part.removeEventListener('focusin', taken)
    part.removeEventListener('focusout', left)
  }
}
