import { useCallback } from 'react'
import { giveFocus } from '../focus.ts'
import { watchLostFocus } from '../watch-lost-focus.ts'

/**
 * Keeps the keyboard where it is when a drawing is made anew: Recharts names its elements by their place in pixels, so
 * another width puts new elements in the stead of the old ones, and the one that had the keyboard is gone.
 * @returns goes as `ref` on the element around all cells, each with its `data-place`
 */
export function useKeptFocus(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((root: HTMLElement | null) => (root === null ? undefined : watchLostFocus(root, (lost) => {
    const place = lost.getAttribute('data-place')
    if (place !== null) giveFocus(root.querySelector(`[data-place="${CSS.escape(place)}"]`))
  })), [])
}
