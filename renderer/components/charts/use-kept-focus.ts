import { useCallback } from 'react'

/**
 * Keeps the keyboard where it is when a drawing is made anew: Recharts names its elements by their place in pixels, so
 * another width puts new elements in the stead of the old ones; another month has other days, and a cell that counts
 * nothing is no link. The element that had the keyboard is gone then.
 * @returns goes as `ref` on the element around all cells, each with its `data-place`
 */
export function useKeptFocus(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((root: HTMLElement | null) => {
    if (root === null) return undefined
    let held: Element | null = null
    const taken = ({ target }: FocusEvent) => { held = target instanceof Element ? target : null }
    // Browsers differ in whether an element that is removed says that it lost the keyboard: only one that is still there gave it up.
    const left = ({ target }: FocusEvent) => queueMicrotask(() => { if (held === target && held?.isConnected === true && document.activeElement !== held) held = null })
    const observer = new MutationObserver(() => {
      if (held === null || held.isConnected) return
      const place = held.getAttribute('data-place')
      if (document.activeElement !== document.body || place === null) { held = null; return }
      // Where the drawing has become smaller, the keyboard goes to its one stop of the Tab key.
      const next = root.querySelector<HTMLElement | SVGElement>(`[data-place="${CSS.escape(place)}"]`) ?? root.querySelector<HTMLElement | SVGElement>('[data-place][tabindex="0"]')
      next?.focus({ preventScroll: true })
    })
    root.addEventListener('focusin', taken)
    root.addEventListener('focusout', left)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      root.removeEventListener('focusin', taken)
      root.removeEventListener('focusout', left)
    }
  }, [])
}
