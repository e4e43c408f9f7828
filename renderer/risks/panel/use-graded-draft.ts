import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { Factors } from '#shared/contract/grading.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import type { Factor, FactorValue } from '#shared/model/grading/factors.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { fittingFactors, withFactor } from './fitting-factors.ts'
import { useMethods } from './use-methods.ts'

/** What is typed beside the factors stands in the draft too. */
type Graded = { factors: Factors } & Record<string, string | null | Factors>

interface Order<T extends Graded> {
  readonly schema: z.ZodType<T | null>
  readonly riskPointId: string
  /** Where a new one begins; of its factors those are taken that the method still asks for. */
  readonly begun: T
  /** Fields that show a refusal beside them. */
  readonly fields: readonly string[]
}

/**
 * Choosing the factors of a point by the method in force: a draft that is kept until it is saved, the grade it would
 * give shown meanwhile, and the one way of saving it.
 */
export function useGradedDraft<T extends Graded>(key: string, { schema, riskPointId, begun, fields }: Order<T>) {
  const { message } = App.useApp()
  const api = useApi()
  const refresh = useRefresh()
  const refusals = useRefusal(fields)
  const { inForce } = useMethods()
  const [draft, setDraft] = usePreference<T | null>(key, schema, null)
  const [busy, setBusy] = useState(false)
  const asked: readonly Factor[] = inForce === undefined ? [] : factorsOf(inForce.version.definition)
  const now: T = draft ?? { ...begun, factors: fittingFactors(begun.factors, asked) }
  const preview = useQuery(api.grading.preview.queryOptions({ input: { riskPointId, factors: now.factors }, enabled: inForce !== undefined, placeholderData: keepPreviousData }))
  const change = (part: Partial<T>) => { refusals.clear(); setDraft({ ...now, ...part }) }
  const discard = () => setDraft(null)
  /** Writes it, and says the sentence that `write` answers with; what was typed stays where it was refused. */
  const save = async (write: () => Promise<string>): Promise<boolean> => {
    setBusy(true)
    let said = ''
    const done = await refusals.attempt(async () => { said = await write(); await refresh() })
    if (done) {
      discard()
      void message.success(said)
    }
    setBusy(false)
    return done
  }
  const factorsWith = (code: string, value: FactorValue | undefined): Factors => withFactor(now.factors, code, value)
  return { inForce, asked, now, preview: preview.data, ready: !preview.isFetching, busy, refusals, change, discard, save, factorsWith }
}
