import { useEffect, useRef } from 'react'

/** `Ctrl+K`, `Ctrl+Shift+Z`, `F2`: modifiers in this order, then the key. On a Mac, Command stands for Ctrl. */
export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key].filter((part) => part !== '').join('+')
}

const always = (): boolean => true

/**
 * A shortcut that holds in the whole window while the component is shown, before the browser's own meaning of it.
 * Where `when` says no, the key keeps that meaning.
 */
export function useShortcut(shortcut: string, act: () => void, when: () => boolean = always): void {
  const latest = useRef({ act, when })
  useEffect(() => { latest.current = { act, when } })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || shortcutOf(event) !== shortcut || !latest.current.when()) return
      event.preventDefault()
      latest.current.act()
    }
    globalThis.addEventListener('keydown', onKey)
    return () => globalThis.removeEventListener('keydown', onKey)
  }, [shortcut])
}
