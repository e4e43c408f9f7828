import { useTranslation } from 'react-i18next'
import styles from './grade-tag.module.css'
import { useScale } from './use-scale.ts'

/** A grade as word, colour and position in its scale, so that it also reads in greyscale. Not graded: `code` null or ''. */
export function GradeTag({ code }: { code: string | null }) {
  const { t } = useTranslation()
  const { grade, grades } = useScale()
  if (code === null || code === '') return <span className={styles.tag} data-colour="none">{t('ungraded')}</span>
  const view = grade(code)
  if (view === undefined) return <span className={styles.tag} data-colour="none">{code}</span>
  const position = t('gradePosition', { steps: view.steps, place: view.place })
  return (
    <span className={styles.tag} data-colour={view.colour} title={position}>
      <span className={styles.ladder} aria-hidden="true">
        {grades.toReversed().map(({ code: step, severityRank }) => <i key={step} data-filled={severityRank <= view.severityRank} />)}
      </span>
      {view.label}
    </span>
  )
}
