import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { GridRow } from '#renderer/components/grid/index.ts'
import type { PastePlan } from '#renderer/components/grid/paste-plan.ts'
import { PlainTable } from '#renderer/components/plain-table.tsx'

interface Props<Row> {
  readonly plan: PastePlan<Row>
  readonly failure: Failure | undefined
  readonly busy: boolean
  readonly onApply: () => void
  readonly onClose: () => void
}

/** So many lines are shown; the button tells how many there are. */
const shown = 500

/** What pasting will change, before it does. */
export function PasteDialog<Row extends GridRow>({ plan, failure, busy, onApply, onClose }: Props<Row>) {
  const { t } = useTranslation(['common', 'grid'])
  const count = plan.changes.length
  const place = [{ key: 'number', title: t('grid:paste.row'), width: 64 }, { key: 'column', title: t('grid:paste.column'), width: 130 }]
  return (
    <Modal
      open width={860} title={t('grid:paste.title')} onCancel={onClose} onOk={onApply} okText={t('grid:paste.apply', { count })} cancelText={t('cancel')}
      okButtonProps={{ disabled: count === 0, loading: busy }} mask={{ closable: false }} data-testid="paste-preview"
    >
      {count === 0 ? <p>{t('grid:paste.nothing')}</p> : (
        <PlainTable
          label={t('grid:paste.title')} columns={[...place, { key: 'before', title: t('grid:paste.before') }, { key: 'after', title: t('grid:paste.after') }]}
          rows={plan.changes.slice(0, shown).map(({ row, column, before, after }) => ({ key: `${row.id} ${column.id}`, cells: { number: row.number, column: column.title, before, after } }))}
        />
      )}
      {plan.surplusRows > 0 ? <p>{t('grid:paste.surplus', { count: plan.surplusRows })}</p> : null}
      {plan.rejected.length === 0 ? null : (
        <>
          <h4>{t('grid:paste.rejected', { count: plan.rejected.length })}</h4>
          <PlainTable
            columns={[...place, { key: 'text', title: t('grid:paste.after') }, { key: 'why', title: t('grid:paste.why') }]}
            rows={plan.rejected.slice(0, shown).map(({ row, column, text, why }) => ({ key: `${row.id} ${column.id}`, cells: { number: row.number, column: column.title, text, why: t(`grid:paste.why.${why}`) } }))}
          />
        </>
      )}
      <ErrorSentence failure={failure} />
    </Modal>
  )
}
