import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { templateCodes } from '#shared/contract/exchange.ts'
import { locales } from '#shared/locales/locale.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import styles from './import.module.css'

type TemplateCode = (typeof templateCodes)[number]
const formats = ['xlsx', 'csv'] as const

/** Empty forms to fill in, as a workbook or a text table, in either language: one button for each, none behind another. */
export function TemplateDialog() {
  const { t } = useTranslation(['exchange', 'shell'])
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const languages = [locale, ...locales.filter((other) => other !== locale)]
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)} data-testid="templates">{t('templates')}</Button>
      <Modal open={open} width={640} title={t('templates')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <div className={styles.templates} data-testid="template-list">
          <PlainTable
            columns={[{ key: 'form', title: t('template.form') }, ...languages.map((language) => ({ key: language, title: t(`shell:language.${language}`), width: 170 }))]}
            rows={templateCodes.map((form) => ({
              key: form,
              cells: { form: t(`form.${form}`), ...Object.fromEntries(languages.map((language) => [language, <Downloads key={language} form={form} language={language} />])) },
            }))}
          />
        </div>
      </Modal>
    </>
  )
}

function Downloads({ form, language }: { form: TemplateCode; language: Locale }) {
  const { t } = useTranslation('exchange')
  const client = useClient()
  const tell = useFailureMessage()
  const save = async (format: (typeof formats)[number]) => {
    try {
      downloadFile(await client.exchange.template({ form, format, locale: language }))
    } catch (error) {
      tell(error)
    }
  }
  return formats.map((format) => {
    const name = t('template.name', { form: t(`form.${form}`), kind: t(`template.${format}.${language}`) })
    return <Button key={format} size="small" aria-label={name} title={name} onClick={() => { void save(format) }}>{t(`template.${format}`)}</Button>
  })
}
