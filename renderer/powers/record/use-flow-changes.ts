import { useMemo } from 'react'
import type { PowerDetail, PowerPatch } from '#shared/contract/powers.ts'
import { useClient } from '#renderer/app/connection.tsx'
import type { Failure } from '#renderer/app/failure.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { moved } from './step-order.ts'

type Steps = NonNullable<PowerPatch['steps']>

/** Each change is saved at once and answers whether it was; why not stands in `failure`, and nothing has changed then. */
export interface FlowChanges {
  readonly failure: Failure | undefined
  readonly add: (name: string) => Promise<boolean>
  readonly rename: (id: string, name: string) => Promise<boolean>
  readonly remove: (id: string) => Promise<boolean>
  readonly move: (from: number, to: number) => Promise<boolean>
  /** Puts a risk point on a step; null takes it off. */
  readonly place: (riskPointId: string, stepId: string | null) => Promise<boolean>
}

export function useFlowChanges(power: PowerDetail): FlowChanges {
  const client = useClient()
  const refresh = useRefresh()
  const { general, attempt } = useRefusal()
  return useMemo(() => {
    // Also after a refusal: somebody else's change is the usual reason, and it has to be seen.
    const change = async (work: () => Promise<unknown>) => {
      const done = await attempt(work)
      await refresh()
      return done
    }
    const save = (steps: Steps) => change(() => client.powers.save({ items: [{ id: power.id, revision: power.revision, patch: { steps } }] }))
    const steps: Steps = power.steps.map(({ id, name }) => ({ id, name }))
    return {
      failure: general,
      add: (name) => save([...steps, { name }]),
      rename: (id, name) => save(steps.map((step) => (step.id === id ? { id, name } : step))),
      remove: (id) => save(steps.filter((step) => step.id !== id)),
      move: (from, to) => (from === Math.max(0, Math.min(to, steps.length - 1)) ? Promise.resolve(true) : save(moved(steps, from, to))),
      place: async (riskPointId, stepId) => {
        const point = power.riskPoints.find(({ id }) => id === riskPointId)
        if (point === undefined || point.stepId === stepId) return true
        return change(() => client.risks.save({ items: [{ id: point.id, revision: point.revision, patch: { stepId } }] }))
      },
    }
  }, [client, power, refresh, general, attempt])
}
