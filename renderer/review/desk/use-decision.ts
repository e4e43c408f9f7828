import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { Desk } from '#shared/contract/review.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useOrderOne } from '../use-orders.ts'
import { decisionDraftSchema, decisionOf, missingFor, nothingTyped } from './decision-draft.ts'
import type { DecisionDraft, DecisionMode, Missing, Typed } from './decision-draft.ts'

export interface Decision {
  readonly typed: Typed
  readonly dirty: boolean
  readonly change: (part: Partial<Typed>) => void
  readonly discard: () => void
  /** Takes the decision; answers what keeps it from being taken. */
  readonly go: (mode: DecisionMode) => Promise<Missing | undefined>
  readonly busy: boolean
  readonly failure: Failure | undefined
  /** What others did since this entry was looked at; undefined where nobody did. */
  readonly since: { readonly entries: readonly HistoryEntry[]; readonly names: Readonly<Record<string, string>> } | undefined
  /** Goes on from the entry as it is now, with what was typed. */
  readonly goOn: () => void
}

/**
 * What one person decides on one entry. What is typed is kept as a draft together with the state of the entry it was
 * typed for: where somebody else was first, he is told what changed and goes on from there.
 */
export function useDecision(desk: Desk, onDecided: (id: string) => void): Decision {
  const { t } = useTranslation('review')
  const { message } = App.useApp()
  const api = useApi()
  const queries = useQueryClient()
  const refresh = useRefresh()
  const order = useOrderOne()
  const [draft, setDraft] = usePreference<DecisionDraft>(`draft.review.${desk.id}`, decisionDraftSchema, null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const traces = useTraces(desk)
  const last = traces?.entries[0]?.number ?? 0
  const typed = draft ?? nothingTyped
  const overtaken = draft !== null && draft.revision < desk.revision
  const checklist = desk.step?.checklist.map(({ code }) => code) ?? []
  const keep = (next: Typed): NonNullable<DecisionDraft> => ({ revision: draft?.revision ?? desk.revision, seen: draft?.seen ?? last, ...next })
  const change = (part: Partial<Typed>) => {
    setFailure(undefined)
    const { mode, reason, grade, ticks, evidence, factors, lowers } = typed
    const next = keep({ mode, reason, grade, ticks, evidence, factors, lowers, ...part })
    setDraft(isBlank(next) ? null : next)
  }
  const go = async (mode: DecisionMode): Promise<Missing | undefined> => {
    const now: Typed = { ...typed, mode, grade: mode === typed.mode ? typed.grade : null }
    const missing = missingFor(now, checklist)
    if (missing !== undefined || busy || overtaken || !desk.verdict.may) return missing
    setBusy(true)
    try {
      const outcome = await order({ kind: 'decide', decision: decisionOf(now, checklist) }, { id: desk.id, revision: draft?.revision ?? desk.revision })
      const [left] = outcome.reasons
      if (left === undefined) {
        setDraft(null)
        onDecided(desk.id)
        void message.success(t(`decided.${mode}`, { number: desk.number }))
      } else {
        // Kept with what had been seen, so that the desk can tell what changed since.
        setDraft(keep(now))
        setFailure({ kind: 'refused', code: left.code, params: left.params })
      }
      await refresh()
    } catch (error) {
      setDraft(keep(now))
      setFailure(failureOf(error))
      await queries.invalidateQueries({ queryKey: api.review.desk.queryKey({ input: { id: desk.id } }) })
    }
    setBusy(false)
    return undefined
  }
  return {
    typed, dirty: draft !== null, change, discard: () => { setDraft(null); setFailure(undefined) }, go, busy, failure: overtaken ? undefined : failure,
    since: overtaken && traces !== undefined ? { entries: traces.entries.filter(({ number }) => number > draft.seen), names: traces.names } : undefined,
    goOn: () => { if (draft !== null) setDraft({ ...draft, revision: desk.revision, seen: last }); setFailure(undefined) },
  }
}

const isBlank = ({ mode, reason, ticks, evidence }: Typed): boolean => mode === 'pass' && reason === '' && ticks.length === 0 && evidence.length === 0

/** The newest traces of the entry, read again whenever it was saved. */
function useTraces({ id, revision }: Desk) {
  const client = useClient()
  return useQuery({ queryKey: ['review-traces', id, revision], queryFn: () => client.history.ofRecord({ entityId: id, limit: 50 }), placeholderData: keepPreviousData }).data
}
