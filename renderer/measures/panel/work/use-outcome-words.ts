import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeasureDetail } from '#shared/contract/measures.ts'
import { afterExecution } from '#shared/model/controls/execution.ts'
import type { Execution } from '#shared/model/controls/execution.ts'

interface Result { readonly progress: MeasureDetail['progress']; readonly dueOn: string | null; readonly missed: number }

/** What an execution makes of a measure, in a sentence: before it is recorded, and after. */
export function useOutcomeWords(): { readonly before: (measure: MeasureDetail, execution: Execution) => string; readonly done: (measure: MeasureDetail, result: Result) => string } {
  const { t } = useTranslation('measures')
  return useMemo(() => {
    const recurring = ({ dueOn }: MeasureDetail, { dueOn: next, missed }: Pick<Result, 'dueOn' | 'missed'>): string => {
      if (next === dueOn) return t('work.outcome.same-day', { day: next ?? '' })
      return missed === 0 ? t('work.outcome.next-day', { day: next ?? '' }) : t('work.outcome.next-day-missed', { day: next ?? '', count: missed })
    }
    return {
      before: (measure, execution) => {
        const outcome = afterExecution(measure, execution)
        if (measure.frequency !== null) return recurring(measure, outcome)
        if (measure.progress === 'done') return t('work.outcome.stays-done')
        if (measure.term !== 'dated') return t('work.outcome.lasting')
        return t(outcome.progress === 'done' ? 'work.outcome.done' : 'work.outcome.no-evidence')
      },
      done: (measure, result) => {
        if (measure.frequency !== null) return recurring(measure, result)
        return t(result.progress === 'done' ? 'work.saved.done' : 'work.saved')
      },
    }
  }, [t])
}
