import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, Level } from '#shared/contract/review.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useFactorWords } from '#renderer/risks/panel/use-grading-words.ts'
import { EvidenceLinks } from '../evidence-field.tsx'
import styles from './desk.module.css'
import { cyclesOf, levelName } from './level-rows.ts'
import { SnapshotDialog } from './snapshot-dialog.tsx'

/** Every level beside the others, for good: who gave which grade, from what, and why. Earlier cycles are folded. */
export function LevelsTable({ desk }: { desk: Desk }) {
  const { t } = useTranslation('review')
  const [looked, look] = useState<Level>()
  const [present, ...earlier] = cyclesOf(desk.levels)
  return (
    <section className={styles.part} data-testid="levels">
      <h3>{t('levels')}</h3>
      {present === undefined ? <p className={styles.quiet}>{t('levels.none')}</p> : <Levels levels={present.levels} onLook={look} />}
      {earlier.map(({ cycle, levels }) => (
        <details key={cycle} className={styles.earlier}>
          <summary>{t('levels.cycle', { cycle, count: levels.length })}</summary>
          <Levels levels={levels} onLook={look} />
        </details>
      ))}
      {looked === undefined ? null : <SnapshotDialog level={looked} onClose={() => look(undefined)} />}
    </section>
  )
}

function Levels({ levels, onLook }: { levels: readonly Level[]; onLook: (level: Level) => void }) {
  const { t } = useTranslation(['review', 'people'])
  const factors = useFactorWords()
  return (
    <table className={styles.levels}>
      <thead><tr><th scope="col">{t('level')}</th><th scope="col">{t('level.grade')}</th><th scope="col">{t('level.who')}</th><th scope="col">{t('level.reason')}</th><th scope="col"><span className="visually-hidden">{t('level.looked')}</span></th></tr></thead>
      <tbody>
        {levels.map((level, index) => {
          const before = levels.slice(0, index).findLast(({ factors: given }) => given !== null)
          const scores = level.factors === null || level.methodVersionId === null || JSON.stringify(before?.factors) === JSON.stringify(level.factors) ? '' : factors(level.methodVersionId, level.factors)
          return (
            <tr key={level.id} data-action={level.action} data-testid="level">
              <th scope="row">{t(`level.${levelName(level)}`)}{level.action === 'return' ? <b>{t('level.returned')}</b> : null}</th>
              <td>{level.grade === null ? null : <GradeTag code={level.grade} />}{level.direction === 'same' ? null : <small data-direction={level.direction}>{t(`direction.${level.direction}`)}</small>}</td>
              <td>{level.person}<small>{localTime(level.decidedAt)}</small></td>
              <td>
                {level.reason === '' ? null : <p>{level.reason}</p>}
                {scores === '' ? null : <small>{level.score === null ? scores : t('level.scores', { factors: scores, score: level.score })}</small>}
                {level.evidence.length === 0 ? null : <EvidenceLinks ids={level.evidence} />}
              </td>
              <td>{level.hasSnapshot ? <Button type="link" size="small" onClick={() => onLook(level)} data-testid="look">{t('level.look')}</Button> : null}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
