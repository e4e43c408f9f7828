import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { giveFocus, isFocusLost } from './focus.ts'

/**
 * Gives the keyboard back to whoever opened a part of the page, once that part is gone and had it. Who it was is taken
 * before anything in the part takes the keyboard itself.
 */
export function useReturnedFocus(part: RefObject<HTMLElement | null>): void {
  const [opener] = useState(() => document.activeElement)
  useLayoutEffect(() => {
    const element = part.current
    return () => {
      if (element === null || !(isFocusLost() || element.contains(document.activeElement))) return
      // What opened it may have been out of use meanwhile, and is drawn anew in this same moment.
      queueMicrotask(() => { if (isFocusLost()) giveFocus(opener) })
    }
  }, [part, opener])
}
