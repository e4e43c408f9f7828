import grade from '#renderer/components/grade-tag.module.css'
import styles from './level-tag.module.css'
import { useWarningWords } from './use-warning-words.ts'

/** A level as word, colour and position among the levels, so that it also reads in greyscale. */
export function LevelTag({ code }: { code: string }) {
  const { level, levels } = useWarningWords()
  const view = level(code)
  return (
    <span className={styles.signal} data-colour={view?.colour ?? 'none'}>
      <span className={grade.tag}>
        <span className={grade.ladder} aria-hidden="true">
          {levels.toReversed().map((one) => <i key={one.code} data-filled={view !== undefined && one.severityRank <= view.severityRank} />)}
        </span>
        {view?.label ?? code}
      </span>
    </span>
  )
}
