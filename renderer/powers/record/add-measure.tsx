import { useTranslation } from 'react-i18next'
import { measurePatchSchema } from '#shared/contract/measures.ts'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import { useMeasureFields } from '#renderer/measures/use-measure-fields.ts'

/** A new measure against one risk point. */
export function AddMeasure({ power, riskPointId, onCreated }: { power: PowerDetail; riskPointId: string; onCreated: () => void }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const fields = useMeasureFields()
  const preset = { departmentId: power.departmentId, term: 'none', progress: 'planned' }
  return (
    <RecordForm
      draftKey={`draft.measure.new.${riskPointId}`} base={{ revision: 0, ...preset }} isNew saveLabel={t('panel.create')} show={(field, value) => words.value('control-measure', field, value)}
      sections={({ term, progress }) => [{ fields: [fields.content, fields.kindCode, fields.ownerPostId, fields.owner, fields.term, ...(term === 'dated' ? [fields.dueOn, fields.frequency] : []), fields.progress, ...(progress === 'done' ? [fields.doneOn] : [])] }]}
      onSave={async ({ patch }) => {
        await client.measures.create(measurePatchSchema.required({ content: true }).parse({ ...preset, ...patch, riskPointIds: [riskPointId] }))
        await refresh()
        onCreated()
      }}
    />
  )
}
