import { EyeOutlined, FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { locales } from '#shared/locales/locale.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { downloadFile } from '#renderer/components/download-file.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { fileSize } from './file-size.ts'
import { PaperPreview } from './preview/paper-preview.tsx'
import styles from './reports.module.css'
import { useReportTexts } from './use-report-texts.ts'

const formats = [['docx', FileWordOutlined], ['pdf', FilePdfOutlined], ['xlsx', FileExcelOutlined]] as const
type Format = (typeof formats)[number][0]

/** Writes the report of a year as a file and hands it over. */
export function WriteReport({ year, blocked }: { year: number; blocked: boolean }) {
  const { t } = useTranslation(['reports', 'shell'])
  const client = useClient()
  const work = useLongWork()
  const own = useLocale()
  const [chosen, setLocale] = useState<typeof own>()
  const locale = chosen ?? own
  const [texts] = useReportTexts(year)
  const [looking, setLooking] = useState(false)
  const [written, setWritten] = useState<readonly File[]>([])
  const write = async (format: Format) => {
    const file = await work.run((signal) => client.reports.annual({ year, format, locale, texts }, { signal }))
    if (file === undefined) return
    setWritten((before) => [file, ...before.filter(({ name }) => name !== file.name)])
    downloadFile(file)
  }
  return (
    <ChartPanel title={t('write.title')} testId="write">
      <div className={styles.language}>
        <span id="report-language">{t('write.language')}</span>
        <Radio.Group aria-labelledby="report-language" value={locale} onChange={(event) => setLocale(event.target.value as typeof own)} options={locales.map((value) => ({ value, label: t(`shell:language.${value}`) }))} />
      </div>
      <div className={styles.format}>
        <Button icon={<EyeOutlined />} disabled={blocked} onClick={() => setLooking(true)} data-testid="preview">{t('preview.open')}</Button>
        <span>{t('preview.open.text')}</span>
      </div>
      {formats.map(([format, Icon], index) => (
        <div key={format} className={styles.format}>
          <Button type={index === 0 ? 'primary' : 'default'} icon={<Icon />} disabled={blocked} onClick={() => { void write(format) }} data-testid={`write-${format}`}>{t(`write.${format}`)}</Button>
          <span>{t(`write.${format}.text`)}</span>
        </div>
      ))}
      <ul className={styles.written} aria-live="polite">
        {written.map((file) => (
          <li key={file.name} data-testid="written">
            {t('write.done', { name: file.name, size: fileSize(file.size, own) })}
            <Button type="link" size="small" onClick={() => downloadFile(file)}>{t('write.again')}</Button>
          </li>
        ))}
      </ul>
      {looking ? <PaperPreview title={t('preview.title', { year })} start={(signal) => client.reports.annualPreview({ year, locale, texts }, { signal })} onClose={() => setLooking(false)} /> : null}
      <LongWorkDialog work={work} title={t('write.working', { year })} stageText={(stage) => t(`stage.${stage}` as 'stage.write-file', { defaultValue: stage })} />
    </ChartPanel>
  )
}
