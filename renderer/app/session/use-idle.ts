import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useEvent } from '#renderer/components/grid/use-event.ts'

/** Signs of life are passed on at most this often, ms. */
const pace = 20_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Tells core that somebody is at the page, and asks it whether the session is locked once nobody has been for long
 * enough. Only what a person does counts; what the page asks by itself does not.
 */
export function useIdle(idleMinutes: number, active: boolean): void {
  const api = useApi()
  const client = useClient()
  const queries = useQueryClient()
  const ask = useEvent(() => void queries.invalidateQueries({ queryKey: api.people.me.queryKey() }))
  const stir = useEvent(() => { client.people.stir().catch(ask) })
  useEffect(() => {
    if (!active) return undefined
    const wait = (): ReturnType<typeof setTimeout> => setTimeout(ask, idleMinutes * 60_000 + 500)
    let timer = wait()
    let told = 0
    let later: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      told = Date.now()
      later = undefined
      clearTimeout(timer)
      timer = wait()
      stir()
    }
    const onSign = (): void => { if (later === undefined) later = setTimeout(tell, Math.max(0, told + pace - Date.now())) }
    for (const sign of signs) document.addEventListener(sign, onSign, { capture: true, passive: true })
    return () => {
      for (const sign of signs) document.removeEventListener(sign, onSign, { capture: true })
      clearTimeout(timer)
      clearTimeout(later)
    }
  }, [active, ask, idleMinutes, stir])
}
