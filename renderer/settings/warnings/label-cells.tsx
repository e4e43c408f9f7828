import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Labels } from '#shared/model/labels.ts'

interface Props { readonly labels: Labels; readonly maxLength: number; readonly onChange: (labels: Labels) => void }

/** The names of a row in both languages, a cell for each. */
export function LabelCells({ labels, maxLength, onChange }: Props) {
  const { t } = useTranslation('settings')
  return (['zh-CN', 'en'] as const).map((locale) => (
    <td key={locale}><Input size="small" value={labels[locale]} maxLength={maxLength} title={labels[locale]} aria-label={t(`labels.${locale}`)} onChange={(event) => onChange({ ...labels, [locale]: event.target.value })} /></td>
  ))
}
