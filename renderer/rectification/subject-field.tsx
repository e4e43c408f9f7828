import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { RemoteSelect } from '#renderer/components/remote-select.tsx'
import type { RemoteChoice } from '#renderer/components/remote-select.tsx'
import styles from './subject-field.module.css'

const kinds = ['power', 'risk-point', 'control-measure'] as const
type Kind = (typeof kinds)[number]
export interface Subject { readonly entity: Kind; readonly id: string }

/** The record of the register a problem is about, where it is about one. */
export function SubjectField({ id, value, onChange }: { id: string; value: Subject | undefined; onChange: (subject: Subject | undefined) => void }) {
  const { t } = useTranslation('rectification')
  const find = useFind()
  const [kind, setKind] = useState<Kind>()
  return (
    <div className={styles.subject}>
      <Select<Kind> id={id} allowClear placeholder={t('field.subject.none')} value={kind ?? null} options={kinds.map((one) => ({ value: one, label: t(`subject.${one}`) }))} onChange={(next: Kind | undefined) => { setKind(next); onChange(undefined) }} data-testid="subject-kind" />
      {kind === undefined ? null : <RemoteSelect key={kind} label={t(`subject.${kind}`)} placeholder={t('field.subject.search')} value={value?.id} queryKey={['pick-subject', kind]} find={(text) => find(kind, text)} onChange={(chosen) => onChange(chosen === undefined ? undefined : { entity: kind, id: chosen })} testId="subject" />}
    </div>
  )
}

function useFind(): (kind: Kind, text: string) => Promise<readonly RemoteChoice[]> {
  const client = useClient()
  return async (kind, text) => {
    const order = { limit: 20, filter: text === '' ? {} : { text } }
    switch (kind) {
      case 'power': return (await client.powers.list(order)).rows.map(({ id, name }) => ({ value: id, label: name }))
      case 'risk-point': return (await client.risks.list(order)).rows.map(({ id, manifestation }) => ({ value: id, label: manifestation }))
      case 'control-measure': return (await client.measures.list(order)).rows.map(({ id, content }) => ({ value: id, label: content }))
    }
  }
}
