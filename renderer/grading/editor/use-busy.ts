import { useCallback, useRef, useState } from 'react'

/** Keeps one piece of work from being begun twice. */
export function useBusy(): { readonly busy: boolean; readonly during: (work: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const during = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    try {
      await work()
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  return { busy, during }
}
