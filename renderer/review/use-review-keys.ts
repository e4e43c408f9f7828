import { useEffect } from 'react'
import { shortcutOf } from '#renderer/app/use-shortcut.ts'
import { useEvent } from '#renderer/components/grid/use-event.ts'

/** Where letters are text: nothing that is typed may decide anything. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable || target.closest('[role="combobox"], .ant-select-dropdown, .ant-picker-dropdown') !== null
}

const isDialogOpen = (): boolean => [...document.querySelectorAll('.ant-modal-wrap')].some((dialog) => getComputedStyle(dialog).display !== 'none')

/** Enter and the space bar belong to what has the focus where that is something to be pressed. */
const pressed = new Set(['Enter', ' '])
const isPressable = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('button, a, input, [role="tab"]') !== null
/** Arrows scroll what is being read. */
const isReading = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('[data-desk]') !== null

/** Keys of the review desk. They rest while somebody types or a dialog stands open. */
export function useReviewKeys(acts: Readonly<Record<string, () => void>>): void {
  const onKey = useEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target) || isDialogOpen()) return
    const shortcut = shortcutOf(event).replace('Shift+?', '?')
    const act = acts[shortcut]
    if (act === undefined || (pressed.has(event.key) && isPressable(event.target)) || (event.key.startsWith('Arrow') && isReading(event.target))) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    globalThis.addEventListener('keydown', onKey)
    return () => globalThis.removeEventListener('keydown', onKey)
  }, [onKey])
}
