import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  /** Ids of attachments. */
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}

/** Files that show the grounds of a decision. */
export function EvidenceField({ value, onChange }: Props) {
  const { t } = useTranslation('review')
  return (
    <div data-testid="evidence-field">
      {value.length === 0 ? t('evidence.none') : value.map((id, index) => <Tag key={id} closable onClose={() => onChange(value.filter((other) => other !== id))}>{t('evidence.file', { number: index + 1 })}</Tag>)}
    </div>
  )
}
