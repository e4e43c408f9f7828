import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/model/labels.ts'
import { useLocale } from '#renderer/app/language.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'

type Start = (order: { format: 'docx' | 'xlsx'; locale: Locale }, signal: AbortSignal) => Promise<AsyncIterator<Progress, File, void>>

/** Saves the ledger as it is filtered, as a Word document or a workbook in the language of the screen. */
export function LedgerExport({ start }: { start: Start }) {
  const { t } = useTranslation('rectification')
  const locale = useLocale()
  const work = useLongWork()
  const save = async (format: 'docx' | 'xlsx') => {
    const file = await work.run((signal) => start({ format, locale }, signal))
    if (file !== undefined) downloadFile(file)
  }
  return (
    <>
      {(['docx', 'xlsx'] as const).map((format) => <Button key={format} onClick={() => void save(format)} data-testid={`export-${format}`}>{t(`export.${format}`)}</Button>)}
      <LongWorkDialog work={work} title={t('export.running')} />
    </>
  )
}
