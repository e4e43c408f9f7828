import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TemplateSummary } from '#shared/contract/assessment.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import styles from '#renderer/publicity/publicity.module.css'
import { blankTemplate } from './blank-template.ts'
import { freeLabels } from './free-labels.ts'

/** The templates assessments are opened by: supplied ones, copies, and those an office built itself. */
export function TemplatesPart() {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const client = useClient()
  const edits = useMay('rules.edit')
  const attempt = useAttempt()
  const { data } = useQuery(api.assessment.templates.queryOptions())
  const navigate = useNavigate()
  const open = (id: string) => navigate({ to: '/assessment/templates/$id', params: { id } })
  const blank = () => void attempt(async () => {
    const labels = freeLabels({ 'zh-CN': t('templates.blank.name', { lng: 'zh-CN' }), en: t('templates.blank.name', { lng: 'en' }) }, data ?? [])
    const { id } = await client.assessment.createTemplate({ labels, definition: blankTemplate((key, lng) => t(key, { lng })) })
    await open(id)
  })
  const supply = <Button type="primary" onClick={() => void attempt(() => client.assessment.supplyTemplates())} data-testid="supply-templates">{t('templates.supply')}</Button>
  return (
    <section className={styles.part} data-testid="templates" data-ready={data !== undefined}>
      {data === undefined ? null : data.length === 0 ? <EmptyState title={t('templates.empty.title')} text={t('templates.empty.text')}>{edits ? supply : null}</EmptyState> : (
        <>
          <div className={styles.head}><span />{edits ? <Button onClick={blank} data-testid="new-template">{t('templates.blank')}</Button> : null}</div>
          <div className={styles.sheet}>
            <table className={styles.table} aria-label={t('tab.templates')}>
              <thead>
                <tr>
                  <th scope="col">{t('column.name')}</th>{(['items', 'computed', 'points', 'used'] as const).map((column) => <th key={column} scope="col" className={styles.number}>{t(`column.${column}`)}</th>)}<th scope="col">{t('column.version')}</th>
                  {edits ? <th scope="col" aria-label={t('templates.copy')} /> : null}
                </tr>
              </thead>
              <tbody>{data.map((template) => <Row key={template.id} template={template} all={data} edits={edits} onOpen={(id) => void open(id)} />)}</tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

function useAttempt() {
  const refresh = useRefresh()
  const fail = useFailureMessage()
  return async (work: () => Promise<unknown>) => {
    try { await work() } catch (error) { fail(error) }
    await refresh()
  }
}

function Row({ template, all, edits, onOpen }: { template: TemplateSummary; all: readonly TemplateSummary[]; edits: boolean; onOpen: (id: string) => void }) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const client = useClient()
  const attempt = useAttempt()
  const withdrawn = template.state === 'withdrawn'
  const copy = () => void attempt(async () => {
    const { definition, labels } = await client.assessment.template({ id: template.id })
    const named = { 'zh-CN': t('templates.copy.name', { lng: 'zh-CN', name: labels['zh-CN'] }), en: t('templates.copy.name', { lng: 'en', name: labels.en }) }
    onOpen((await client.assessment.createTemplate({ labels: freeLabels(named, all), definition })).id)
  })
  return (
    <tr data-testid="template" data-state={template.state}>
      <td><Link to="/assessment/templates/$id" params={{ id: template.id }}>{template.labels[locale]}</Link>{withdrawn ? <small>{t('templates.withdrawn')}</small> : null}</td>
      <td className={styles.number}>{template.items}</td><td className={styles.number}>{template.computed}</td><td className={styles.number}>{template.total}</td><td className={styles.number}>{template.campaigns}</td>
      <td>{t('template.version', { version: template.version })}<small>{template.createdBy} {localTime(template.createdAt)}{template.note === '' ? '' : ` · ${template.note}`}</small></td>
      {edits ? (
        <td className={styles.tight}>
          <Button size="small" onClick={copy} data-testid="copy-template">{t('templates.copy')}</Button>{' '}
          <Button size="small" type="text" onClick={() => void attempt(() => client.assessment.setTemplateState({ id: template.id, state: withdrawn ? 'in-force' : 'withdrawn' }))}>{t(withdrawn ? 'templates.reinstate' : 'templates.withdraw')}</Button>
        </td>
      ) : null}
    </tr>
  )
}
