import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { methodPreviewSchema } from '#shared/contract/grading.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { readLongWork } from '#renderer/components/read-long-work.ts'

export type MethodPreview = z.infer<typeof methodPreviewSchema>

export type PreviewState =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly progress: Progress | undefined }
  | { readonly phase: 'stopped' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'done'; readonly preview: MethodPreview }

interface Told { readonly text: string; readonly state: PreviewState }

/** A definition in the making changes with every key; the points are gone through when the typing rests, ms. */
const restTime = 400

/**
 * How many of today's points would change grade, kept up with the definition while it is edited. A change ends the
 * work on the definition before it. @param text the definition as JSON; undefined while it does not hold together
 */
export function useMethodPreview(text: string | undefined): { readonly state: PreviewState; readonly stop: () => void; readonly again: () => void } {
  const client = useClient()
  const [told, tell] = useState<Told>()
  const abort = useRef<AbortController>(undefined)

  const begin = useCallback((definition: string, rest: number) => {
    abort.current?.abort()
    const controller = new AbortController()
    const { signal } = controller
    abort.current = controller
    const report = (state: PreviewState): void => { if (abort.current === controller) tell({ text: definition, state }) }
    const timer = setTimeout(() => { void go() }, rest)
    signal.addEventListener('abort', () => clearTimeout(timer))

    async function go(): Promise<void> {
      report({ phase: 'running', progress: undefined })
      try {
        const work = await client.grading.previewMethod({ definition: JSON.parse(definition) as MethodDefinition }, { signal })
        const outcome = await readLongWork(work, signal, (progress) => report({ phase: 'running', progress }))
        report(outcome.stopped ? { phase: 'stopped' } : { phase: 'done', preview: outcome.value })
      } catch (error) {
        report(signal.aborted ? { phase: 'stopped' } : { phase: 'failed', failure: failureOf(error) })
      }
    }
  }, [client])

  useEffect(() => {
    if (text !== undefined) begin(text, restTime)
    return () => {
      const last = abort.current
      abort.current = undefined
      last?.abort()
    }
  }, [begin, text])

  // What was told of another definition says nothing of this one.
  const state: PreviewState = text === undefined ? { phase: 'none' } : told?.text === text ? told.state : { phase: 'running', progress: undefined }
  return { state, stop: () => abort.current?.abort(), again: () => { if (text !== undefined) begin(text, 0) } }
}
