import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import { TemplateEditor } from './template-editor.tsx'

const route = getRouteApi('/shell/assessment/templates/$id')

/** A template, its last version to be edited or an earlier one to be read. */
export function TemplatePage() {
  const { t } = useTranslation('assessment')
  const { id } = route.useParams()
  const api = useApi()
  const [versionId, show] = useState<string>()
  const { data, error } = useQuery(api.assessment.template.queryOptions({ input: { id, ...(versionId === undefined ? {} : { versionId }) } }))
  if (error !== null && data === undefined) return <EmptyState title={t('editor.missing')} text={<ErrorSentence failure={failureOf(error)} />}><Link to="/assessment"><Button type="primary">{t('editor.back')}</Button></Link></EmptyState>
  if (data === undefined) return <div className={publicity.part}><Skeleton active paragraph={{ rows: 10 }} /></div>
  return <TemplateEditor key={`${data.id} ${data.versionId}`} template={data} old={data.versions[0]?.id !== data.versionId} onVersion={show} />
}
