import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { DayField, Field } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { useStageText } from './use-stage-text.ts'

interface Start { readonly today: string; readonly frozenYears: readonly number[]; readonly selfDueOn: string; readonly officeDueOn: string; readonly leadDueOn: string }

/** Opens the assessment of a year: from its frozen state, or provisionally from today's register. */
export function CampaignForm({ start, onClose }: { start: Start; onClose: () => void }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const templates = useQuery(api.assessment.templates.queryOptions()).data
  const departments = useDepartments().choices
  return (
    <SidePanel title={t('open.title')} onClose={onClose} ready={templates !== undefined && departments.length > 0}>
      {templates === undefined || departments.length === 0 ? null : <Form start={start} departments={departments} templates={templates.filter(({ state }) => state === 'in-force')} onClose={onClose} />}
    </SidePanel>
  )
}

interface Choice { readonly value: string; readonly label: string }
interface FormProps { readonly start: Start; readonly departments: readonly Choice[]; readonly templates: readonly { id: string; labels: Record<'zh-CN' | 'en', string> }[]; readonly onClose: () => void }

function Form({ start, departments, templates, onClose }: FormProps) {
  const { t } = useTranslation(['assessment', 'common'])
  const locale = useLocale()
  const current = Number(start.today.slice(0, 4))
  const [year, setYear] = useState(start.frozenYears[0] ?? current)
  const [templateId, setTemplate] = useState(templates[0]?.id)
  const [named, setNamed] = useState<string>()
  const [chosen, choose] = useState<readonly string[]>()
  const [dates, setDates] = useState({ selfDueOn: start.selfDueOn, officeDueOn: start.officeDueOn, leadDueOn: start.leadDueOn })
  const open = useOpening()
  const basis = start.frozenYears.includes(year) ? 'frozen' : 'provisional'
  const title = named ?? t('open.name', { year })
  const departmentIds = chosen ?? departments.map(({ value }) => value)
  const years = [...new Set([current, current - 1, ...start.frozenYears])].toSorted((a, b) => b - a)
  const save = () => { if (templateId !== undefined) void open.run({ year, templateId, title, basis, departmentIds: [...departmentIds], ...dates }) }
  return (
    <form className={styles.body} onSubmit={(event) => { event.preventDefault(); save() }} data-testid="campaign-form">
      <div className={styles.form}>
        <Field label={t('open.field.year')}>{(id) => <Select id={id} style={{ width: 160 }} value={year} options={years.map((value) => ({ value, label: t('open.year', { year: value }) }))} onChange={setYear} data-testid="campaign-year" />}</Field>
        <Field label={t('open.field.basis')}>{() => <span data-testid="campaign-basis" data-basis={basis}>{t(`open.basis.${basis}`, { year })}{basis === 'provisional' ? <small className={styles.quiet}> {t('open.basis.note', { year })}</small> : null}</span>}</Field>
        <Field label={t('open.field.template')} required>{(id) => (templates.length === 0 ? <span className={styles.due}>{t('open.no-template')}</span> : <Select id={id} style={{ width: '100%' }} value={templateId} options={templates.map((template) => ({ value: template.id, label: template.labels[locale] }))} onChange={setTemplate} data-testid="campaign-template" />)}</Field>
        <Field label={t('open.field.title')} required>{(id) => <Input id={id} value={title} maxLength={200} onChange={(event) => setNamed(event.target.value)} data-testid="campaign-title" />}</Field>
        <Field label={t('open.field.departments')} required>{(id) => <Select id={id} mode="multiple" allowClear style={{ width: '100%' }} options={[...departments]} optionFilterProp="label" value={[...departmentIds]} onChange={(ids: string[]) => choose(ids)} />}</Field>
        {(['self', 'office', 'lead'] as const).map((step) => (
          <Field key={step} label={t(`open.field.${step}`)}>{(id) => <DayField id={id} label={t(`open.field.${step}`)} value={dates[`${step}DueOn`]} onChange={(day) => setDates({ ...dates, [`${step}DueOn`]: day })} />}</Field>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={templateId === undefined || title.trim() === '' || departmentIds.length === 0} data-testid="open-campaign">{t('open.submit')}</Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
      {open.dialog}
    </form>
  )
}

/** Opens it, shows how far that is, and goes to it. */
function useOpening() {
  const { t } = useTranslation('assessment')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const navigate = useNavigate()
  const work = useLongWork()
  const stageText = useStageText()
  const run = async (order: Parameters<typeof client.assessment.open>[0]) => {
    const done = await work.run((signal) => client.assessment.open(order, { signal }))
    if (done === undefined) return
    void message.success(t('open.done'))
    await refresh()
    await navigate({ to: '/assessment/$id', params: { id: done.id } })
  }
  return { run, dialog: <LongWorkDialog work={work} title={t('open.running')} stageText={stageText} /> }
}
