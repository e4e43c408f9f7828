import { useCallback, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import type { Sheet, SheetItem } from '#shared/contract/assessment.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { readScore, shownScore } from './score-text.ts'

const draftsSchema = z.record(z.string(), z.object({ score: z.string(), reason: z.string() }))
type Typed = z.infer<typeof draftsSchema>[string]
const none: z.infer<typeof draftsSchema> = {}

export interface Scoring {
  /** What stands in an item's cells: what was typed, else what was saved or computed. */
  readonly shown: (item: SheetItem) => Typed
  /** Something typed is not saved yet. */
  readonly dirty: (item: SheetItem) => boolean
  readonly type: (item: SheetItem, part: Partial<Typed>) => void
  /** Brings back what was saved. */
  readonly discard: (item: SheetItem) => void
  /** Saves what was typed, where it can be: a sound score. */
  readonly commit: (item: SheetItem) => void
  readonly failureOf: (item: SheetItem) => Failure | undefined
  /** A score is on its way. */
  readonly busy: boolean
}

/**
 * Scoring at the keyboard: what is typed is kept as a draft that outlives the page and the program, and saved when the
 * cell is left. Saves of one item go one after the other, each knowing the one before.
 */
export function useScoring(sheet: Sheet, rater: Rater | undefined): Scoring {
  const client = useClient()
  const refresh = useRefresh()
  const [drafts, keep] = usePreference(`draft.assessment.${sheet.department.id}.${rater ?? 'none'}`, draftsSchema, none)
  const [failures, setFailures] = useState<Readonly<Record<string, Failure | undefined>>>({})
  const [saving, setSaving] = useState(0)
  const numbers = useRef(new Map<string, number | null>())
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const saved = useCallback((item: SheetItem): Typed => {
    const given = rater === undefined ? null : item.given[rater]
    return { score: shownScore(given?.score ?? item.computed?.score), reason: given?.reason ?? '' }
  }, [rater])

  const send = useCallback(async (item: SheetItem, typed: Typed, score: number) => {
    if (rater === undefined) return
    const give = { self: client.assessment.scoreSelf, office: client.assessment.scoreOffice, lead: client.assessment.scoreLead }[rater]
    setSaving((count) => count + 1)
    try {
      const known = Math.max(numbers.current.get(item.id) ?? 0, item.given[rater]?.number ?? 0)
      const { number } = await give({ campaignItemId: item.id, score, reason: typed.reason, seen: known === 0 ? null : known })
      numbers.current.set(item.id, number)
      setFailures((now) => ({ ...now, [item.id]: undefined }))
      // The draft stands until what was saved has been read, so that the cell never shows what was there before; what
      // was typed while it was on its way stays.
      await refresh()
      keep((now) => (same(now[item.id], typed) ? without(now, item.id) : now))
    } catch (error) {
      setFailures((now) => ({ ...now, [item.id]: failureOf(error) }))
      await refresh()
    }
    setSaving((count) => count - 1)
  }, [client, rater, keep, refresh])

  return useMemo(() => ({
    shown: (item) => drafts[item.id] ?? saved(item),
    dirty: (item) => drafts[item.id] !== undefined,
    type: (item, part) => keep((now) => {
      const next = { ...now[item.id] ?? saved(item), ...part }
      return same(next, saved(item)) ? without(now, item.id) : { ...now, [item.id]: next }
    }),
    discard: (item) => {
      keep((now) => without(now, item.id))
      setFailures((now) => ({ ...now, [item.id]: undefined }))
    },
    commit: (item) => {
      const typed = drafts[item.id]
      const score = typed === undefined ? undefined : readScore(typed.score, item.points)
      if (typed === undefined || score === undefined) return
      queue.current = queue.current.then(() => send(item, typed, score))
    },
    failureOf: (item) => failures[item.id],
    busy: saving > 0,
  }), [drafts, saved, keep, send, failures, saving])
}

const same = (a: Typed | undefined, b: Typed): boolean => a !== undefined && a.score === b.score && a.reason === b.reason

const without = (drafts: z.infer<typeof draftsSchema>, id: string): z.infer<typeof draftsSchema> => Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== id))
