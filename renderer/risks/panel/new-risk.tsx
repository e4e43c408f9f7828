import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { riskPatchSchema } from '#shared/contract/risks.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { draftSchema } from '#renderer/components/form/draft.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import { useRiskSections } from './use-risk-sections.ts'

const draftKey = 'draft.risk.new'

/** The form for a new risk point; on the list of one power that power is set already. */
export function NewRisk({ presetPowerId, onCreated }: { presetPowerId: string | undefined; onCreated: (id: string) => void }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const api = useApi()
  const [draft] = usePreference(draftKey, draftSchema, null)
  const typedPower = draft?.patch['powerId']
  const powerId = typeof typedPower === 'string' ? typedPower : presetPowerId
  const power = useQuery(api.powers.get.queryOptions({ input: { id: powerId ?? '' }, enabled: powerId !== undefined }))
  const department = draft?.patch['departmentId']
  const sections = useRiskSections(typeof department === 'string' ? department : power.data?.departmentId ?? null, useMemo(() => ({ name: power.data?.name, steps: power.data?.steps ?? [] }), [power.data]))
  const base = useMemo(() => ({ revision: 0, powerId: presetPowerId ?? null, pastCase: false }), [presetPowerId])
  return (
    <RecordForm
      draftKey={draftKey} base={base} sections={() => sections} isNew saveLabel={t('panel.create')} show={(field, value) => words.value('risk-point', field, value)}
      onSave={async ({ patch }) => {
        const { id } = await client.risks.create(riskPatchSchema.required({ powerId: true, manifestation: true }).parse({ ...(presetPowerId === undefined ? {} : { powerId: presetPowerId }), ...filled(patch) }))
        await refresh()
        onCreated(id)
      }}
    />
  )
}

const filled = (patch: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null))
