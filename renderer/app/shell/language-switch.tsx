import { GlobalOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { locales } from '#shared/locales/locale.ts'
import { useLanguageChoice } from '#renderer/app/language-choice.ts'

export function LanguageSwitch() {
  const { t } = useTranslation('shell')
  const [locale, setLocale] = useLanguageChoice()
  const items = locales.map((key) => ({ key, label: t(`language.${key}`), onClick: () => setLocale(key) }))
  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [locale] }} trigger={['click']}>
      <Button type="text" icon={<GlobalOutlined />} aria-label={t('language')} title={t('language')} data-testid="language">{t(`language.${locale}`)}</Button>
    </Dropdown>
  )
}
