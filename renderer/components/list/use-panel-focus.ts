import { useEffect } from 'react'
import type { RefObject } from 'react'
import { giveFocus } from '../focus.ts'
import { useReturnedFocus } from '../use-returned-focus.ts'
import { watchLostFocus } from '../watch-lost-focus.ts'

const field = 'form :is(input:not([type="hidden"], [type="file"], [disabled]), textarea:not([disabled]))'

/**
 * The keyboard of a panel beside a list. What is to be filled in takes it at once; what is only read leaves it to the
 * list, whose arrows step on. Where the element that had it goes, the panel keeps it, so that Escape still closes the
 * panel and Tab goes on inside; once the panel is gone, whoever opened it has it again.
 * @param toFill the panel holds something new, and no record of the list
 */
export function usePanelFocus(panel: RefObject<HTMLElement | null>, toFill: boolean): void {
  useReturnedFocus(panel)
  useEffect(() => {
    const element = panel.current
    if (element === null) return undefined
    if (toFill && !element.contains(document.activeElement)) giveFocus(element.querySelector(field) ?? element)
    return watchLostFocus(element, () => giveFocus(element))
  }, [panel, toFill])
}
