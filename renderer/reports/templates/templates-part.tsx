import { useQuery } from '@tanstack/react-query'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { locales } from '#shared/locales/locale.ts'
import type { Locale } from '#shared/model/labels.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { FormRow } from './form-row.tsx'
import { PlaceholdersDrawer } from './placeholders-drawer.tsx'
import styles from './templates.module.css'
import { UploadDialog } from './upload-dialog.tsx'

/** Word files of the office as forms of reports, held against the figures of a year. */
export function TemplatesPart({ year }: { year: number }) {
  const { t } = useTranslation(['reportForms', 'reportKinds'])
  const api = useApi()
  const client = useClient()
  const work = useLongWork()
  const own = useLocale()
  const mayEdit = useMay('rules.edit')
  const [chosen, choose] = useState<string>()
  const [chosenLocale, setLocale] = useState<Locale>()
  const [shown, setShown] = useState<'upload' | 'placeholders'>()
  const kinds = useQuery(api.reports.kinds.queryOptions()).data?.kinds.filter(({ formats }) => formats.includes('docx')) ?? []
  const forms = useQuery(api.reportForms.list.queryOptions()).data
  const kind = kinds.find(({ code }) => code === chosen) ?? kinds[0]
  const locale = chosenLocale ?? own
  const nameOf = (code: string): string => t(`reportKinds:kind.${code}` as 'reportKinds:kind.annual')
  const order = { kind: kind?.code ?? '', locale, year }
  const example = async () => {
    const file = await work.run((signal) => client.reportForms.example(order, { signal }))
    if (file !== undefined) downloadFile(file)
  }
  return (
    <div className={styles.part} data-testid="templates" data-ready={forms !== undefined && kind !== undefined}>
      <p className={styles.lead}>{t('text', { example: own === 'zh-CN' ? '{{标题}}' : '{{title}}' })}</p>
      <div className={styles.bar}>
        <label htmlFor="template-kind">{t('kind')}</label>
        <Select id="template-kind" value={kind?.code} onChange={choose} options={kinds.map(({ code }) => ({ value: code, label: nameOf(code) }))} popupMatchSelectWidth={false} data-testid="template-kind" />
        <label htmlFor="template-language">{t('language')}</label>
        <Select id="template-language" value={locale} onChange={setLocale} options={locales.map((value) => ({ value, label: t(`language.${value}`) }))} />
        <span className={styles.last} />
        <Button onClick={() => setShown('placeholders')} disabled={kind === undefined} data-testid="template-placeholders">{t('placeholders')}</Button>
        <Button onClick={() => void example()} disabled={kind === undefined} data-testid="template-example">{t('example')}</Button>
        {mayEdit ? <Button type="primary" onClick={() => setShown('upload')} disabled={kind === undefined} data-testid="template-upload">{t('upload')}</Button> : null}
      </div>
      <p className={styles.hint}>{t('example.text')}</p>
      {forms === undefined ? <Skeleton active={false} /> : null}
      {forms?.length === 0 ? <EmptyState title={t('list.empty.title')} text={t('list.empty.text')} /> : null}
      {forms === undefined || forms.length === 0 ? null : (
        <div className={styles.sheet}>
          <table className={styles.table}>
            <thead><tr>{(['name', 'kind', 'state', 'added'] as const).map((column) => <th key={column} scope="col">{t(`list.${column}`)}</th>)}<th scope="col" aria-label={t('list.actions')} /></tr></thead>
            <tbody>{forms.map((form) => <FormRow key={form.id} form={form} year={year} kindName={nameOf(form.kind)} editions={kinds.find(({ code }) => code === form.kind)?.editions ?? []} mayEdit={mayEdit} />)}</tbody>
          </table>
        </div>
      )}
      {kind === undefined || shown !== 'upload' ? null : <UploadDialog order={order} kindName={nameOf(kind.code)} onClose={() => setShown(undefined)} />}
      {kind === undefined || shown !== 'placeholders' ? null : <PlaceholdersDrawer order={order} kindName={nameOf(kind.code)} onClose={() => setShown(undefined)} />}
      <LongWorkDialog work={work} title={t('example.working')} stageText={(stage) => t(`stage.${stage}` as 'stage.collect', { defaultValue: stage })} />
    </div>
  )
}
