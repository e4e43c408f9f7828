import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { organisationInputSchema, organisationLevels } from '#shared/contract/organisation.ts'
import type { Organisation } from '#shared/contract/organisation.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import type { FormSection } from '#renderer/components/form/record-form.tsx'
import { creditCodeVerdict, regionCodeVerdict } from '#renderer/start/code-verdict.ts'
import { PartFrame } from './part-frame.tsx'
import styles from './settings.module.css'

/** Who keeps this register: it stands in the heads of lists and in the annual report. */
export function OrganisationPart() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { data } = useQuery(api.organisation.get.queryOptions())
  return (
    <PartFrame name="organisation" title={t('part.organisation')} text={t('organisation.text')} ready={data !== undefined}>
      {data === undefined || data === null ? null : <OrganisationForm organisation={data} />}
    </PartFrame>
  )
}

function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['settings', 'start'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const codeNote = (kind: 'credit' | 'region', value: unknown): string => {
    const { key, count, signs } = (kind === 'credit' ? creditCodeVerdict : regionCodeVerdict)(typeof value === 'string' ? value : '', true)
    return t(`start:${kind}.${key}` as 'start:credit.length', { count, signs })
  }
  const sections = (values: Readonly<Record<string, unknown>>): readonly FormSection[] => [{ fields: [
    { name: 'name', label: t('start:set-up.name'), kind: 'text', required: true },
    { name: 'creditCode', label: t('start:set-up.credit-code'), kind: 'text', half: true, note: codeNote('credit', values['creditCode']) },
    { name: 'regionCode', label: t('start:set-up.region-code'), kind: 'text', half: true, note: codeNote('region', values['regionCode']) },
    { name: 'level', label: t('start:set-up.level'), kind: 'choice', half: true, choices: organisationLevels.map((value) => ({ value, label: t(`start:level.${value}`) })) },
    { name: 'parentName', label: t('start:set-up.parent'), kind: 'text', half: true },
  ] }]
  return (
    <div className={styles.form}>
      <RecordForm
        key={organisation.id} draftKey="draft.settings.organisation" base={organisation} sections={sections} saveLabel={t('organisation.save')}
        show={(field, value) => (field === 'level' && typeof value === 'string' ? t(`start:level.${value}` as 'start:level.city') : String(value ?? ''))}
        onSave={async ({ patch, revision }) => {
          await client.organisation.save({ ...organisationInputSchema.parse({ ...organisation, ...patch }), revision })
          await refresh()
          void message.success(t('saved'))
        }}
      />
    </div>
  )
}
