import { useCallback, useLayoutEffect, useRef } from 'react'

/** A handler that stays the same function while doing what the newest render says; for parts that are drawn rarely. */
export function useEvent<Arguments extends unknown[]>(handler: (...given: Arguments) => void): (...given: Arguments) => void {
  const latest = useRef(handler)
  useLayoutEffect(() => { latest.current = handler })
  return useCallback((...given) => latest.current(...given), [])
}
