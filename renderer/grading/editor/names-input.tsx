import { Input } from 'antd'
import type { ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Labels } from '#shared/model/labels.ts'
import styles from '../grading.module.css'

interface Props { readonly value: Labels; readonly onChange: (value: Labels) => void; readonly what: string; /** Room for sentences. */ readonly long?: boolean }

/** What something is called, in both languages; both are needed, because forms and reports are printed in either. */
export function NamesInput({ value, onChange, what, long = false }: Props) {
  const { t } = useTranslation('settings')
  const Field = long ? Input.TextArea : Input
  return (
    <span className={styles.namesInput}>
      {(['zh-CN', 'en'] as const).map((language) => (
        <Field
          key={language} value={value[language]} maxLength={500} placeholder={t(`labels.${language}`)} aria-label={`${what} · ${t(`labels.${language}`)}`}
          {...(value[language] === '' ? { status: 'warning' as const } : {})} onChange={(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange({ ...value, [language]: event.target.value })}
        />
      ))}
    </span>
  )
}
