import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { powerPatchSchema } from '#shared/contract/powers.ts'
import type { PowerDetail, PowerRow } from '#shared/contract/powers.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import type { FormSection } from '#renderer/components/form/record-form.tsx'
import type { Changes } from '#renderer/components/list/use-changes.ts'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import { usePowerFields } from '../use-power-fields.ts'
import { formValues, patchOf } from './power-values.ts'

/** The fields of a power, saved together and, where the list offers it, undone together. */
export function PowerForm({ power, note }: { power: PowerDetail; note?: Changes<PowerRow>['note'] }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const base = useMemo(() => formValues(power), [power])
  const sections = usePowerSections()
  return (
    <RecordForm
      draftKey={`draft.power.${power.id}`} base={base} sections={sections} saveLabel={t('panel.save')} show={(field, value) => words.value('power', field, value)}
      onSave={async ({ revision, patch }) => {
        const sent = patchOf(patch, power.steps)
        const [saved] = await client.powers.save({ items: [{ id: power.id, revision, patch: sent }] })
        if (saved !== undefined) note?.({ kind: 'save', changes: [{ id: power.id, before: saved.before, after: sent }] })
        await refresh()
      }}
    />
  )
}

const nothing = { revision: 0, name: null, discretion: 'unknown', threeMajors: false, pastCase: false, legalBases: [], steps: [] }

/** The form for a new power. */
export function NewPower({ onCreated }: { onCreated: (id: string) => void }) {
  const { t } = useTranslation('grid')
  const client = useClient()
  const refresh = useRefresh()
  const words = useHistoryWords()
  const sections = usePowerSections()
  return (
    <RecordForm
      draftKey="draft.power.new" base={nothing} sections={sections} isNew saveLabel={t('panel.create')} show={(field, value) => words.value('power', field, value)}
      onSave={async ({ patch }) => {
        const { id } = await client.powers.create(powerPatchSchema.required({ name: true }).parse(patchOf(patch, [])))
        await refresh()
        onCreated(id)
      }}
    />
  )
}

function usePowerSections(): () => readonly FormSection[] {
  const { t } = useTranslation('powers')
  const fields = usePowerFields(undefined)
  return () => [
    { title: t('section.what'), fields: [fields.name, fields.subItem, fields.code, fields.typeCode, fields.departmentId, fields.postId, fields.exercisedBy, fields.codeScheme] },
    { title: t('section.basis'), fields: [fields.legalBases, fields.statutoryLimit, fields.promisedLimit, fields.publicity, fields.feeBasis] },
    { title: t('section.discretion'), fields: [fields.discretion, fields.benchmarkNo, fields.benchmarkCalibratedOn, fields.threeMajors, fields.pastCase] },
    { title: t('section.steps'), fields: [fields.steps] },
    { title: t('section.duties'), fields: [fields.duties, fields.liability, fields.remarks] },
  ]
}
