import { useNavigate } from '@tanstack/react-router'
import { Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Method } from '#shared/contract/grading.ts'
import { useLocale } from '#renderer/app/language.ts'
import { methodKinds } from './blank-definition.ts'
import type { MethodKindName } from './blank-definition.ts'
import styles from './grading.module.css'

/** What a new method begins as: a copy of one that is there, or a blank one of a kind. */
export function NewMethodDialog({ methods, onClose }: { methods: readonly Method[]; onClose: () => void }) {
  const { t } = useTranslation(['grading', 'common'])
  const locale = useLocale()
  const navigate = useNavigate()
  const [from, setFrom] = useState<'copy' | 'blank'>('copy')
  const [copied, setCopied] = useState(methods[0]?.id ?? '')
  const [kind, setKind] = useState<MethodKindName>('product')
  const begin = () => void navigate({ to: '/settings/$', params: { _splat: `methods/new/${from === 'copy' ? copied : kind}` } })
  return (
    <Modal open title={t('new.title')} okText={t('new.begin')} cancelText={t('common:cancel')} onOk={begin} onCancel={onClose} data-testid="new-method-dialog">
      <Radio.Group vertical value={from} onChange={(event) => setFrom(event.target.value === 'blank' ? 'blank' : 'copy')} options={[{ value: 'copy', label: t('new.copy') }, { value: 'blank', label: t('new.blank') }]} />
      <div className={styles.newChoice}>
        {from === 'copy'
          ? <Select value={copied} aria-label={t('new.copy')} onChange={setCopied} options={methods.map((method) => ({ value: method.id, label: method.labels[locale] }))} data-testid="new-copied" />
          : <Select value={kind} aria-label={t('new.blank')} onChange={setKind} options={methodKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} data-testid="new-kind" />}
        <p>{from === 'blank' ? t(`kind.${kind}.about`) : t('new.copy.about')}</p>
      </div>
    </Modal>
  )
}
