import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenCampaign } from '#shared/contract/assessment.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { DayField, Field } from '#renderer/publicity/field.tsx'
import { ActDialog } from '../act-dialog.tsx'

/** Publishes the results, with the last day for objections. */
export function PublishDialog({ campaign: { id, revision }, onClose }: { campaign: OpenCampaign; onClose: () => void }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const client = useClient()
  const suggested = useQuery(api.assessment.start.queryOptions()).data?.objectUntil
  const [chosen, choose] = useState<string>()
  const objectUntil = chosen ?? suggested ?? ''
  return (
    <ActDialog title={t('publish.title')} text={t('publish.text')} act={t('publish')} disabled={objectUntil === ''} onAct={() => client.assessment.publish({ id, revision, objectUntil })} onClose={onClose}>
      <Field label={t('publish.until')}>{(fieldId) => <DayField id={fieldId} label={t('publish.until')} value={objectUntil} onChange={choose} testId="object-until" />}</Field>
    </ActDialog>
  )
}
