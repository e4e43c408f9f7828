import { useEffect, useRef } from 'react'

/** `Ctrl+K`, `Ctrl+Shift+Z`, `F2`: modifiers in this order, then the key. On a Mac, Command stands for Ctrl. */
export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key].filter((part) => part !== '').join('+')
}

/** A shortcut that holds in the whole window while the component is shown, before the browser's own meaning of it. */
export function useShortcut(shortcut: string, act: () => void, enabled = true): void {
  const latest = useRef(act)
  useEffect(() => { latest.current = act })
  useEffect(() => {
    if (!enabled) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || shortcutOf(event) !== shortcut) return
      event.preventDefault()
      latest.current()
    }
    globalThis.addEventListener('keydown', onKey)
    return () => globalThis.removeEventListener('keydown', onKey)
  }, [shortcut, enabled])
}
