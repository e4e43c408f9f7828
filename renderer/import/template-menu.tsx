import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { templateCodes } from '#shared/contract/exchange.ts'
import { locales } from '#shared/locales/locale.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'

type TemplateCode = (typeof templateCodes)[number]

/** Empty forms to fill in, as a workbook or a text table, in either language. */
export function TemplateMenu() {
  const { t } = useTranslation('exchange')
  const client = useClient()
  const locale = useLocale()
  const tell = useFailureMessage()
  const save = async (form: TemplateCode, format: 'xlsx' | 'csv', language: Locale) => {
    try {
      downloadFile(await client.exchange.template({ form, format, locale: language }))
    } catch (error) {
      tell(error)
    }
  }
  const languages = [locale, ...locales.filter((other) => other !== locale)]
  const items = templateCodes.map((form) => ({
    key: form,
    label: t(`form.${form}`),
    children: languages.flatMap((language) => (['xlsx', 'csv'] as const).map((format) => ({
      key: `${form}.${language}.${format}`, label: t(`template.${format}.${language}`), onClick: () => { void save(form, format, language) },
    }))),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<DownloadOutlined />} data-testid="templates">{t('templates')}</Button>
    </Dropdown>
  )
}
