import { App } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { useFailureSentence } from './use-failure-sentence.ts'

export interface Refusals {
  /** The failure that belongs to the form as a whole. */
  readonly general: Failure | undefined
  /** The failure that belongs beside one field. */
  readonly of: (field: string) => Failure | undefined
  /** Runs a change; a failure is kept for the form, nothing typed is touched. Answers whether it was done. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>
  readonly clear: () => void
}

/** What a form was told when its change did not go through. `fields` are those the form shows a sentence beside. */
export function useRefusal(fields: readonly string[] = []): Refusals {
  const [failure, setFailure] = useState<Failure>()
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work()
      setFailure(undefined)
      return true
    } catch (error) {
      setFailure(failureOf(error))
      return false
    }
  }, [])
  const clear = useCallback(() => setFailure(undefined), [])
  const field = failure?.kind === 'refused' ? failure.field : undefined
  const shownBeside = field !== undefined && fields.includes(field)
  return useMemo(() => ({
    general: shownBeside ? undefined : failure,
    of: (name) => (shownBeside && field === name ? failure : undefined),
    attempt,
    clear,
  }), [failure, field, shownBeside, attempt, clear])
}

/** For actions without a form: what went wrong is said in a message. */
export function useFailureMessage(): (error: unknown) => void {
  const { message } = App.useApp()
  const sentence = useFailureSentence()
  return useCallback((error) => { void message.warning({ content: sentence(failureOf(error)), duration: 8 }) }, [message, sentence])
}
