import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CurrentYear } from '#shared/contract/years.ts'
import { yearMarks } from '#shared/model/states.ts'
import type { YearMark } from '#shared/model/states.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { FreezeYear } from './freeze-year.tsx'
import { StartYear } from './start-year.tsx'
import styles from './years.module.css'

const lists = [
  { entity: 'power', to: '/powers', label: 'current.powers' }, { entity: 'risk-point', to: '/risks', label: 'current.risk-points' }, { entity: 'control-measure', to: '/measures', label: 'current.measures' },
] as const

/** What the year has done to the register so far, every figure a way to the list behind it. */
export function CurrentYearPart({ current }: { current: CurrentYear }) {
  const { t } = useTranslation('years')
  const mayStart = useMay('year.start')
  const mayFreeze = useMay('year.freeze')
  const { year, carriedFrom, startedAt, startedBy, gradesToConfirm } = current
  const actions = (
    <span className={styles.doings}>
      {mayFreeze && current.obstacle !== null ? <FreezeYear year={year ?? current.next - 1} /> : null}
      {mayStart ? <StartYear current={current} /> : null}
    </span>
  )
  return (
    <ChartPanel title={year === null ? t('current.first') : t('current.title', { year })} actions={actions} testId="current-year">
      <p className={styles.text}>{year === null || startedAt === null ? t('current.none') : t('current.carried', { year: carriedFrom ?? '', by: startedBy ?? '', on: localTime(startedAt).slice(0, 10) })}</p>
      <Marks current={current} />
      {year === null ? null : gradesToConfirm === 0 ? <p className={styles.text}>{t('current.confirmed')}</p> : <p><Link to="/risks" search={{ regrade: true }} data-testid="to-confirm">{t('current.confirm', { points: gradesToConfirm })}</Link></p>}
    </ChartPanel>
  )
}

function Marks({ current }: { current: CurrentYear }) {
  const { t } = useTranslation('years')
  const countOf = (entity: string, mark: YearMark) => current.marks.find((count) => count.entity === entity && count.mark === mark)?.records ?? 0
  return (
    <table className={styles.marks} data-testid="marks">
      <thead><tr><th scope="col">{t('current.entity')}</th>{yearMarks.map((mark) => <th key={mark} scope="col">{t(`mark.${mark}`)}</th>)}</tr></thead>
      <tbody>
        {lists.map(({ entity, to, label }) => (
          <tr key={entity}>
            <th scope="row">{t(label)}</th>
            {yearMarks.map((mark) => <td key={mark}>{countOf(entity, mark) === 0 ? 0 : <Link to={to} search={{ mark: [mark] }}>{countOf(entity, mark)}</Link>}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
