import { useCallback, useMemo } from 'react'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'

export interface Kept<T> {
  /** What is being edited: the draft, or what stands where nothing was typed. */
  readonly value: T
  readonly dirty: boolean
  /** The draft was begun on an older revision than the one that stands now. */
  readonly overtaken: boolean
  readonly change: (next: T) => void
  readonly discard: () => void
}

/**
 * Something larger than a record's form that is edited as a whole: kept as it is typed, outliving the screen, a failed
 * save and the program. `schema` is the loose shape of the draft; one of an older program's shape counts as none.
 */
export function useDraft<T>(key: string, schema: z.ZodType<T>, stands: { readonly value: T; readonly revision: number }): Kept<T> {
  const stored = useMemo(() => z.object({ revision: z.number(), text: z.string() }).nullable(), [])
  const [kept, keep] = usePreference(key, stored, null)
  const draft = useMemo(() => (kept === null ? undefined : parsed(kept.text, schema)), [kept, schema])
  const change = useCallback((next: T) => {
    const text = JSON.stringify(next)
    keep(text === JSON.stringify(stands.value) ? null : { revision: kept?.revision ?? stands.revision, text })
  }, [keep, kept, stands])
  const discard = useCallback(() => keep(null), [keep])
  return { value: draft ?? stands.value, dirty: draft !== undefined, overtaken: draft !== undefined && kept !== null && kept.revision < stands.revision, change, discard }
}

function parsed<T>(text: string, schema: z.ZodType<T>): T | undefined {
  const read = z.string().transform((json, context) => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  }).pipe(schema).safeParse(text)
  return read.success ? read.data : undefined
}
