import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { riskPatchSchema } from '#shared/contract/risks.ts'
import type { RiskDetail, RiskRow } from '#shared/contract/risks.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { draftSchema } from '#renderer/components/form/draft.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import type { PanelProps } from '#renderer/components/list/list-page.tsx'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import { useRiskSections } from './use-risk-sections.ts'

/** The fields of a risk point, saved together and undone together. */
export function RiskForm({ risk, changes }: { risk: RiskDetail; changes: PanelProps<RiskRow>['changes'] }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const api = useApi()
  const draftKey = `draft.risk.${risk.id}`
  const [draft] = usePreference(draftKey, draftSchema, null)
  const powerId = textOr(draft?.patch['powerId'], risk.powerId)
  const power = useQuery(api.powers.get.queryOptions({ input: { id: powerId } }))
  const sections = useRiskSections(textOr(draft?.patch['departmentId'], risk.departmentId), useMemo(() => ({
    name: power.data?.name ?? (powerId === risk.powerId ? risk.powerName : undefined), steps: power.data?.steps ?? [],
  }), [power.data, powerId, risk]))
  return (
    <RecordForm
      draftKey={draftKey} base={risk} sections={() => sections} saveLabel={t('panel.save')} show={(field, value) => words.value('risk-point', field, value)}
      onSave={async ({ revision, patch }) => {
        const [saved] = await client.risks.save({ items: [{ id: risk.id, revision, patch: riskPatchSchema.parse(patch) }] })
        if (saved !== undefined) changes.note({ kind: 'save', changes: [{ id: risk.id, before: saved.before, after: patch }] }, [saved])
        await refresh()
      }}
    />
  )
}

const textOr = <T extends string | null>(value: unknown, otherwise: T): string | T => (typeof value === 'string' ? value : otherwise)
