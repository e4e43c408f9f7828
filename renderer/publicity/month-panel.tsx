import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryChange, MonthRow, PowerChange } from '#shared/contract/change-sheets.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import styles from './publicity.module.css'
import { SheetExport } from './sheet-export.tsx'
import { useMonthText } from './use-month-text.ts'

/** What changed in one month, and its account. */
export function MonthPanel({ row, mayMake, onClose }: { row: MonthRow; mayMake: boolean; onClose: () => void }) {
  const { t } = useTranslation('publicity')
  const { message } = App.useApp()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const text = useMonthText()
  const { month } = row
  const content = useQuery(api.changeSheets.month.queryOptions({ input: { month, limit: 200 } })).data
  const make = async () => {
    try {
      const { changes } = await client.changeSheets.make({ month })
      void message.success(t('changes.make.done', { count: changes }))
    } catch (error) { fail(error) }
    await refresh()
  }
  return (
    <SidePanel title={text(month)} onClose={onClose} ready={content !== undefined}>
      <div className={styles.body}>
        <div className={styles.buttons}>
          {mayMake ? <Button type={row.madeOn === null ? 'primary' : 'default'} disabled={!row.over} onClick={() => void make()} data-testid="make-sheet">{t(row.madeOn === null ? 'changes.make' : 'changes.make-anew')}</Button> : null}
          <SheetExport kind="change-sheet" about={month} date={month} />
        </div>
        {content !== undefined && content.totals.entries + content.totals.powers === 0 ? <p className={styles.quiet}>{t('changes.none')}</p> : null}
        {content === undefined || content.totals.entries === 0 ? null : <><h3>{t('changes.entries')} · {t('entries.count', { count: content.totals.entries })}</h3><EntryChanges entries={content.entries} total={content.totals.entries} /></>}
        {content === undefined || content.totals.powers === 0 ? null : <><h3>{t('changes.powers')} · {t('entries.count', { count: content.totals.powers })}</h3><PowerChanges powers={content.powers} total={content.totals.powers} /></>}
      </div>
    </SidePanel>
  )
}

function EntryChanges({ entries, total }: { entries: readonly EntryChange[]; total: number }) {
  const { t } = useTranslation('publicity')
  return (
    <>
      <div className={styles.entries}>
        <table className={styles.table}>
          <thead><tr><th scope="col">{t('column.change')}</th><th scope="col">{t('column.manifestation')}</th><th scope="col">{t('column.grade')}</th><th scope="col">{t('column.on')}</th></tr></thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.riskPointId} ${entry.kind} ${entry.on}`}>
                <td className={styles.tight}>{t(`changes.kind.${entry.kind}`)}</td>
                <td>{entry.manifestation}<small>{entry.departmentName} · {entry.powerName}</small>{entry.reason === '' ? null : <small>{entry.reason}</small>}</td>
                <td className={styles.tight}>{entry.gradeBefore === null || entry.gradeBefore === entry.gradeAfter ? null : <><GradeTag code={entry.gradeBefore} /> → </>}{entry.gradeAfter === null ? '—' : <GradeTag code={entry.gradeAfter} />}</td>
                <td className={styles.tight}>{entry.on}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > entries.length ? <p className={styles.quiet}>{t('entries.more', { shown: entries.length, total })}</p> : null}
    </>
  )
}

function PowerChanges({ powers, total }: { powers: readonly PowerChange[]; total: number }) {
  const { t } = useTranslation(['publicity', 'fields'])
  const field = (name: string): string => t(`fields:power.${name}` as 'fields:power.name', { defaultValue: name })
  return (
    <>
      <div className={styles.entries}>
        <table className={styles.table}>
          <thead><tr><th scope="col">{t('column.change')}</th><th scope="col">{t('column.power')}</th><th scope="col">{t('column.fields')}</th><th scope="col">{t('column.on')}</th></tr></thead>
          <tbody>
            {powers.map((power) => (
              <tr key={power.powerId}>
                <td className={styles.tight}>{t(`changes.power.${power.kind}`)}</td><td>{power.powerName}<small>{power.departmentName}</small></td>
                <td>{power.fields.map(field).join(' · ')}</td><td className={styles.tight}>{power.on}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > powers.length ? <p className={styles.quiet}>{t('entries.more', { shown: powers.length, total })}</p> : null}
    </>
  )
}
