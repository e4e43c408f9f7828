import { Modal, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { GridRow } from '#renderer/components/grid/index.ts'
import type { PastePlan } from '#renderer/components/grid/paste-plan.ts'
import styles from './list.module.css'

interface Props<Row> {
  readonly plan: PastePlan<Row>
  readonly failure: Failure | undefined
  readonly busy: boolean
  readonly onApply: () => void
  readonly onClose: () => void
}

/** What pasting will change, before it does. */
export function PasteDialog<Row extends GridRow>({ plan, failure, busy, onApply, onClose }: Props<Row>) {
  const { t } = useTranslation(['common', 'grid'])
  const changes = plan.changes.map((cell) => ({ key: `${cell.row.id} ${cell.column.id}`, number: cell.row.number, column: cell.column.title, before: cell.before, after: cell.after }))
  const rejected = plan.rejected.map((cell) => ({ key: `${cell.row.id} ${cell.column.id}`, number: cell.row.number, column: cell.column.title, text: cell.text, why: t(`grid:paste.why.${cell.why}`) }))
  const place = [{ dataIndex: 'number', title: t('grid:paste.row'), width: 64 }, { dataIndex: 'column', title: t('grid:paste.column'), width: 120 }]
  return (
    <Modal
      open width={860} title={t('grid:paste.title')} onCancel={onClose} onOk={onApply} okText={t('grid:paste.apply', { count: changes.length })} cancelText={t('cancel')}
      okButtonProps={{ disabled: changes.length === 0, loading: busy }} mask={{ closable: false }} data-testid="paste-preview"
    >
      {changes.length === 0 ? <p>{t('grid:paste.nothing')}</p> : (
        <Table size="small" className={styles.preview} pagination={changes.length > 50 ? { pageSize: 50, showSizeChanger: false } : false} dataSource={changes} columns={[...place, { dataIndex: 'before', title: t('grid:paste.before') }, { dataIndex: 'after', title: t('grid:paste.after') }]} />
      )}
      {plan.surplusRows > 0 ? <p>{t('grid:paste.surplus', { count: plan.surplusRows })}</p> : null}
      {rejected.length === 0 ? null : (
        <>
          <h4>{t('grid:paste.rejected', { count: rejected.length })}</h4>
          <Table size="small" className={styles.preview} pagination={false} dataSource={rejected.slice(0, 50)} columns={[...place, { dataIndex: 'text', title: t('grid:paste.after') }, { dataIndex: 'why', title: t('grid:paste.why') }]} />
        </>
      )}
      <ErrorSentence failure={failure} />
    </Modal>
  )
}
