import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#renderer/app/language.ts'

interface Texts { readonly 'zh-CN': string; readonly en: string }
interface Props { readonly value: Texts; readonly label: string; readonly reads: boolean; readonly long?: boolean; readonly onChange: (value: Texts) => void; readonly testId?: string }

/**
 * A text in the language the screen is in. The other language keeps what it has; where Chinese is still empty it gets
 * what is typed, because forms are printed in Chinese first.
 */
export function OwnText({ value, label, reads, long = false, onChange, testId }: Props) {
  const locale = useLocale()
  const { t } = useTranslation()
  const change = (text: string) => onChange(locale === 'en' ? { en: text, 'zh-CN': value['zh-CN'] === '' || value['zh-CN'] === value.en ? text : value['zh-CN'] } : { ...value, 'zh-CN': text })
  const Part = long ? Input.TextArea : Input
  return <Part value={value[locale]} maxLength={2000} disabled={reads} aria-label={label} placeholder={value['zh-CN'] === '' ? t('none') : value['zh-CN']} {...(value['zh-CN'] === '' ? { status: 'warning' as const } : {})} onChange={(event: { target: { value: string } }) => change(event.target.value)} {...(testId === undefined ? {} : { 'data-testid': testId })} />
}
