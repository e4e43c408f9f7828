import type { ExecutedMeasure } from '#shared/model/controls/execution.ts'
import type { Standing } from '../../records/record-kind.ts'

/** What of a standing measure an execution bears upon. */
export const executedMeasure = ({ values }: Standing): ExecutedMeasure & { readonly doneOn: string | null } => ({
  term: values['term'] as ExecutedMeasure['term'],
  frequency: values['frequency'] as ExecutedMeasure['frequency'],
  rhythmFrom: values['rhythmFrom'] as string | null,
  dueOn: values['dueOn'] as string | null,
  progress: values['progress'] as ExecutedMeasure['progress'],
  doneOn: values['doneOn'] as string | null,
})
