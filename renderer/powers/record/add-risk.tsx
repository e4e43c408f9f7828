import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { riskPatchSchema } from '#shared/contract/risks.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import { useRiskFields } from '#renderer/risks/use-risk-fields.tsx'

/** A new risk point of this power, on the step it was asked for. */
export function AddRisk({ power, stepId, onCreated }: { power: PowerDetail; stepId: string | null; onCreated: () => void }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const preset = useMemo(() => ({ powerId: power.id, stepId, departmentId: power.departmentId, postId: power.postId }), [power, stepId])
  const fields = useRiskFields(power.departmentId, power)
  return (
    <RecordForm
      draftKey={`draft.risk.new.${power.id}`} base={{ revision: 0, ...preset }} isNew saveLabel={t('panel.create')} show={(field, value) => words.value('risk-point', field, value)}
      sections={() => [{ fields: [fields.manifestation, fields.categoryCode, fields.stepId, fields.departmentId, fields.postId, fields.existingRules, fields.directOwner, fields.departmentHead] }]}
      onSave={async ({ patch }) => {
        await client.risks.create(riskPatchSchema.required({ powerId: true, manifestation: true }).parse({ ...preset, ...patch }))
        await refresh()
        onCreated()
      }}
    />
  )
}
