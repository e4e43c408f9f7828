import { AutoComplete } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '#renderer/publicity/field.tsx'

const usual = ['remind', 'correct', 'talk', 'circular', 'inquire'] as const

/** How it is dealt with (处置方式): one of the usual ways, or any other in words. */
export function WayField({ value, onChange }: { value: string; onChange: (way: string) => void }) {
  const { t } = useTranslation('warnings')
  return (
    <Field label={t('field.way')} required>{(id) => (
      <AutoComplete id={id} autoFocus style={{ width: '100%' }} value={value} maxLength={200} placeholder={t('way.placeholder')} options={usual.map((way) => ({ value: t(`way.${way}`) }))} onChange={(way: string) => onChange(way)} data-testid="way" />
    )}</Field>
  )
}
