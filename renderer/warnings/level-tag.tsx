import grade from '#renderer/components/grade-tag.module.css'
import { useWarningWords } from './use-warning-words.ts'

/** A level as word, colour and position among the levels, so that it also reads in greyscale. */
export function LevelTag({ code }: { code: string }) {
  const { level, levels } = useWarningWords()
  const view = level(code)
  if (view === undefined) return <span className={grade.tag} data-colour="none">{code}</span>
  return (
    <span className={grade.tag} data-colour={view.colour}>
      <span className={grade.ladder} aria-hidden="true">
        {levels.toReversed().map((one) => <i key={one.code} data-filled={one.severityRank <= view.severityRank} />)}
      </span>
      {view.label}
    </span>
  )
}
