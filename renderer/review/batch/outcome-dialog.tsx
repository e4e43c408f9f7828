import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReviewOutcome } from '#shared/contract/review.ts'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useFailureSentence } from '#renderer/components/use-failure-sentence.ts'

interface Props {
  readonly title: string
  readonly outcome: ReviewOutcome
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** What an order came to: how many were done, and each one that was left alone with its reason. */
export function OutcomeDialog({ title, outcome, onOpen, onClose }: Props) {
  const { t } = useTranslation(['review', 'grid', 'common'])
  const sentence = useFailureSentence()
  const { done, left, reasons } = outcome
  return (
    <Modal
      open title={title} onCancel={onClose} mask={{ closable: false }} width={680} data-testid="outcome" footer={<Button type="primary" onClick={onClose} autoFocus data-testid="outcome-close">{t('common:close')}</Button>}
    >
      <p>{left === 0 ? t('outcome.all', { done }) : t('outcome.part', { done, left })}</p>
      {reasons.length === 0 ? null : (
        <PlainTable
          label={t('outcome.left')} columns={[{ key: 'number', title: t('grid:number'), width: 72 }, { key: 'why', title: t('outcome.why') }]}
          rows={reasons.map(({ id, number, code, params }) => ({
            key: id,
            cells: {
              number: <Button type="link" size="small" onClick={() => { onClose(); onOpen(id) }} data-testid={`left-${number}`}>{number}</Button>,
              why: sentence({ kind: 'refused', code, params }),
            },
          }))}
        />
      )}
      {left > reasons.length ? <p>{t('outcome.more', { count: left - reasons.length })}</p> : null}
    </Modal>
  )
}
