import { EyeOutlined, FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportKindInfo } from '#shared/contract/reports.ts'
import { locales } from '#shared/locales/locale.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { ReportFormat } from '#shared/model/report-orders.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { kindName } from './kind-list.tsx'
import { PaperPreview } from './preview/paper-preview.tsx'
import styles from './reports.module.css'
import { SubjectField } from './subject-field.tsx'
import { useReportTexts } from './use-report-texts.ts'
import { WrittenFiles } from './written-files.tsx'

const icons = { docx: FileWordOutlined, xlsx: FileExcelOutlined, pdf: FilePdfOutlined } as const

export interface OrderFormProps {
  readonly kind: ReportKindInfo
  readonly year: number
  readonly canPrint: boolean
  /** The figures of the year do not foot, so that nothing can be written. */
  readonly blocked?: boolean
  /** The id of what the file is about, where that is open on the screen and not to be chosen. */
  readonly about?: string
  /** What a file of this kind is usually for, to be written over. */
  readonly usualPurpose?: string
}

/** What one file is about, for whom, in which language and what for; then to look at it or to write it. */
export function OrderForm({ kind, year, canPrint, blocked = false, about, usualPurpose = '' }: OrderFormProps) {
  const { t } = useTranslation(['reports', 'reportKinds', 'shell'])
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const own = useLocale()
  const departments = useDepartments()
  const mayWrite = useMay('report.export')
  const id = useId()
  const [chosen, setLocale] = useState<typeof own>()
  const locale = chosen ?? own
  const [edition, setEdition] = useState<ReportEdition>(kind.editions.includes('internal') ? 'internal' : kind.editions[0] ?? 'internal')
  const [subject, setSubject] = useState(about)
  const [departmentIds, setDepartments] = useState<string[]>([])
  const [purpose, setPurpose] = useState(usualPurpose)
  const [asked, setAsked] = useState(false)
  const [texts] = useReportTexts(year)
  const [written, setWritten] = useState<readonly File[]>([])
  const [looking, setLooking] = useState(false)
  const lacksSubject = kind.bySubject && !kind.byDepartment && subject === undefined
  const lacksPurpose = purpose.trim() === ''
  const order = {
    kind: kind.code, year, edition, locale, ...(subject === undefined ? {} : { subject }), ...(kind.byDepartment && subject === undefined && departmentIds.length > 0 ? { departmentIds } : {}), ...(kind.ownWords ? { texts } : {}),
  }
  const write = async (format: ReportFormat) => {
    setAsked(true)
    if (lacksPurpose || lacksSubject) return
    const file = await work.run((signal) => client.reports.write({ ...order, format, purpose: purpose.trim() }, { signal }))
    if (file === undefined) return
    setWritten((before) => [file, ...before.filter(({ name }) => name !== file.name)])
    downloadFile(file)
    await refresh()
  }
  return (
    <>
      <div className={styles.order}>
        {kind.bySubject && about === undefined ? (
          <>
            <label htmlFor={`${id}-subject`}>{t(`subject.${kind.subject}` as 'subject.power')}</label>
            <div><SubjectField key={year} id={`${id}-subject`} kind={kind} year={year} value={subject} onChange={setSubject} />{asked && lacksSubject ? <p className={styles.missing} role="alert">{t('subject.missing')}</p> : null}</div>
          </>
        ) : null}
        {kind.byDepartment ? (
          <>
            <label htmlFor={`${id}-departments`}>{t('departments')}</label>
            <Select
              id={`${id}-departments`} mode="multiple" maxTagCount="responsive" allowClear placeholder={t(kind.bySubject ? 'departments.instead' : 'departments.all')} value={departmentIds} options={departments.choices}
              optionFilterProp="label" disabled={subject !== undefined} onChange={setDepartments} data-testid="report-departments"
            />
          </>
        ) : null}
        <span id={`${id}-edition`}>{t('edition')}</span>
        <div>
          <Radio.Group aria-labelledby={`${id}-edition`} value={edition} onChange={(event) => setEdition(event.target.value as ReportEdition)} options={kind.editions.map((value) => ({ value, label: t(`reportKinds:edition.${value}`) }))} data-testid="report-edition" />
          <p className={styles.note}>{t(`reportKinds:edition.${edition}.text`)}</p>
        </div>
        <span id={`${id}-language`}>{t('write.language')}</span>
        <Radio.Group aria-labelledby={`${id}-language`} value={locale} onChange={(event) => setLocale(event.target.value as typeof own)} options={locales.map((value) => ({ value, label: t(`shell:language.${value}`) }))} />
        <label htmlFor="report-purpose">{t('purpose')}</label>
        <div>
          <Input id="report-purpose" value={purpose} maxLength={500} list={`${id}-purposes`} placeholder={t('purpose.hint')} status={asked && lacksPurpose ? 'error' : ''} aria-describedby={`${id}-purpose-note`} onChange={(event) => setPurpose(event.target.value)} />
          <datalist id={`${id}-purposes`}>{(['review', 'inspection', 'publicity', 'file'] as const).map((name) => <option key={name} value={t(`purpose.${name}`)} />)}</datalist>
          <p id={`${id}-purpose-note`} className={asked && lacksPurpose ? styles.missing : styles.note}>{t(asked && lacksPurpose ? 'purpose.missing' : 'purpose.note')}</p>
        </div>
      </div>
      <div className={styles.buttons}>
        <Button icon={<EyeOutlined />} disabled={!mayWrite || lacksSubject} onClick={() => setLooking(true)} data-testid="preview">{t('preview')}</Button>
        {kind.formats.map((format, index) => {
          const Icon = icons[format]
          return <Button key={format} type={index === 0 ? 'primary' : 'default'} icon={<Icon />} disabled={!mayWrite || blocked || (format === 'pdf' && !canPrint)} onClick={() => void write(format)} data-testid={`write-${format}`}>{t(`write.${format}`)}</Button>
        })}
      </div>
      {!canPrint && kind.formats.includes('pdf') ? <p className={styles.note} data-testid="no-printer">{t('write.pdf.none')}</p> : null}
      <WrittenFiles files={written} />
      <LongWorkDialog work={work} title={t('write.working', { name: kindName(t, kind.code) })} stageText={(stage) => t(`stage.${stage}` as 'stage.write-file', { defaultValue: stage })} />
      {looking ? <PaperPreview title={t('preview.title', { name: kindName(t, kind.code), edition: t(`reportKinds:edition.${edition}`) })} start={(signal) => client.reports.preview(order, { signal })} onClose={() => setLooking(false)} /> : null}
    </>
  )
}
