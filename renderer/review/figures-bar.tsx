import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import type { Figures } from './figures.ts'
import styles from './review.module.css'
import type { ReviewSearch, ReviewView } from './search.ts'

interface Props {
  readonly figures: Figures
  readonly marks: { readonly asked: number; readonly overdue: number; readonly toReExamine: number; readonly lowered: number }
  readonly search: ReviewSearch
  readonly onSearch: (change: Partial<ReviewSearch>) => void
}

/** What waits, in figures; each one filters the queue below. */
export function FiguresBar({ figures, marks, search, onSearch }: Props) {
  const { t } = useTranslation('review')
  const { grades } = useScale()
  const view = search.view ?? 'mine'
  const show = (next: ReviewView) => onSearch({ view: next === 'mine' ? undefined : next, state: undefined, grade: undefined })
  return (
    <section className={styles.figures} aria-label={t('figures')} data-testid="review-figures">
      <div className={styles.group}>
        <Figure name="mine" pressed={view === 'mine' && search.state === undefined} count={figures.mine} label={t('view.mine')} strong onClick={() => show('mine')} />
        {figures.byState.filter(() => figures.byState.length > 1).map(({ state, points }) => (
          <Figure key={state} name={`state-${state}`} pressed={search.state?.length === 1 && search.state[0] === state} count={points} label={t(`state.${state}`)} onClick={() => onSearch({ view: undefined, state: one(search.state, state) })} />
        ))}
      </div>
      <div className={styles.group}>
        {grades.flatMap(({ code }) => ((figures.byGrade.get(code) ?? 0) === 0 ? [] : [
          <Figure key={code} name={`grade-${code}`} pressed={search.grade?.includes(code) === true} count={figures.byGrade.get(code) ?? 0} label={<GradeTag code={code} />} onClick={() => onSearch({ grade: one(search.grade, code) })} />,
        ]))}
      </div>
      <div className={styles.group}>
        {marks.asked === 0 && view !== 'asked' ? null : <Figure name="asked" pressed={view === 'asked'} count={marks.asked} label={t('view.asked')} onClick={() => show(view === 'asked' ? 'mine' : 'asked')} />}
        <Figure name="overdue" pressed={view === 'overdue'} count={marks.overdue} label={t('view.overdue')} warn={marks.overdue > 0} onClick={() => show(view === 'overdue' ? 'mine' : 'overdue')} />
        <Figure name="re-examine" pressed={view === 're-examine'} count={marks.toReExamine} label={t('view.re-examine')} onClick={() => show(view === 're-examine' ? 'mine' : 're-examine')} />
        <Figure name="lowered" pressed={view === 'lowered'} count={marks.lowered} label={t('view.lowered')} onClick={() => show(view === 'lowered' ? 'mine' : 'lowered')} />
        <Figure name="all" pressed={view === 'all'} count={figures.all} label={t('view.all')} onClick={() => show(view === 'all' ? 'mine' : 'all')} />
      </div>
    </section>
  )
}

const one = <T extends string>(now: readonly T[] | undefined, value: T): T[] | undefined => (now?.length === 1 && now[0] === value ? undefined : [value])

function Figure({ name, count, label, pressed, strong = false, warn = false, onClick }: { name: string; count: number; label: ReactNode; pressed: boolean; strong?: boolean; warn?: boolean; onClick: () => void }) {
  return (
    <button type="button" className={styles.figure} aria-pressed={pressed} data-strong={strong} data-warn={warn} onClick={onClick} data-testid={`figure-${name}`}>
      <span>{label}</span><b>{count}</b>
    </button>
  )
}
