import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { measurePatchSchema } from '#shared/contract/measures.ts'
import type { MeasureDetail, MeasureRow } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import type { FormSection } from '#renderer/components/form/record-form.tsx'
import type { Changes } from '#renderer/components/list/use-changes.ts'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import { useMeasureFields } from '../use-measure-fields.ts'

/** The fields of a measure, saved together and undone together. */
export function MeasureForm({ measure, note }: { measure: MeasureDetail; note: Changes<MeasureRow>['note'] }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const sections = useMeasureSections()
  return (
    <RecordForm
      draftKey={`draft.measure.${measure.id}`} base={measure} sections={sections} saveLabel={t('panel.save')} show={(field, value) => words.value('control-measure', field, value)}
      onSave={async ({ revision, patch }) => {
        const [saved] = await client.measures.save({ items: [{ id: measure.id, revision, patch: measurePatchSchema.parse(patch) }] })
        if (saved !== undefined) note({ kind: 'save', changes: [{ id: measure.id, before: saved.before, after: patch }] })
        await refresh()
      }}
    />
  )
}

const nothing = { revision: 0, content: null, term: 'none', progress: 'planned' }

/** The form for a new measure; on the list of one risk point it is linked to that point. */
export function NewMeasure({ riskPointId, onCreated }: { riskPointId: string | undefined; onCreated: (id: string) => void }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const sections = useMeasureSections()
  return (
    <RecordForm
      draftKey="draft.measure.new" base={nothing} sections={sections} isNew saveLabel={t('panel.create')} show={(field, value) => words.value('control-measure', field, value)}
      onSave={async ({ patch }) => {
        const { id } = await client.measures.create(measurePatchSchema.required({ content: true }).parse({ ...patch, ...(riskPointId === undefined ? {} : { riskPointIds: [riskPointId] }) }))
        await refresh()
        onCreated(id)
      }}
    />
  )
}

const recurs = (values: Readonly<Record<string, unknown>>): boolean => typeof values['frequency'] === 'string'

/** A day and how often only for dated measures, a day of completion only for those that are done. */
function useMeasureSections(): (values: Readonly<Record<string, unknown>>) => readonly FormSection[] {
  const { t } = useTranslation('measures')
  const fields = useMeasureFields()
  return useMemo(() => (values) => [
    { title: t('section.what'), fields: [fields.content, fields.kindCode, fields.departmentId, fields.ownerPostId, fields.owner] },
    { title: t('section.term'), fields: [fields.term, ...(values['term'] === 'dated' ? [recurs(values) ? { ...fields.dueOn, label: t('next-due') } : fields.dueOn, fields.frequency] : []), fields.progress, ...(values['progress'] === 'done' ? [fields.doneOn] : []), fields.remarks] },
  ], [t, fields])
}
