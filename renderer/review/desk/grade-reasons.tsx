import { useTranslation } from 'react-i18next'
import type { Desk } from '#shared/contract/review.ts'
import { useLocale } from '#renderer/app/language.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { overrideWords } from '#renderer/risks/panel/use-grading-words.ts'
import { useMethods } from '#renderer/risks/panel/use-methods.ts'
import styles from './desk.module.css'
import { cyclesOf, gradedLevels } from './level-rows.ts'
import { departuresOf } from './why-differs.ts'

/** From the grade the method computed to the one that stands now, and each reason on the way. */
export function GradeReasons({ desk }: { desk: Desk }) {
  const { t } = useTranslation(['review', 'people', 'common'])
  const locale = useLocale()
  const scale = useScale()
  const { byVersion } = useMethods()
  const levels = cyclesOf(desk.levels)[0]?.levels ?? []
  const first = gradedLevels(levels)[0]?.level
  if (first === undefined) return null
  const rank = (code: string): number => scale.grade(code)?.severityRank ?? Number.NEGATIVE_INFINITY
  const method = first.methodVersionId === null ? undefined : byVersion(first.methodVersionId)
  const departures = departuresOf(levels, (id) => byVersion(id)?.version.definition, (a, b) => rank(a) > rank(b))
  return (
    <section className={styles.reasons} data-testid="grade-reasons">
      <div className={styles.line}>
        <span>{t('grade.computed')}</span><GradeTag code={first.computedGrade} />
        {first.score === null ? null : <span className={styles.quiet}>{t('grade.score', { score: first.score })}</span>}
        <span>{t('grade.self')}</span><GradeTag code={first.grade} />
        <span>{t('grade.proposed')}</span><GradeTag code={desk.grade} />
        {desk.determinedGrade === null ? null : <><span>{t('grade.determined')}</span><GradeTag code={desk.determinedGrade} /></>}
      </div>
      {departures.length === 0 ? <p className={styles.quiet}>{t('grade.agrees', { method: method?.method.labels[locale] ?? '' })}</p> : (
        <ul>
          {departures.map((departure) => (departure.kind === 'rule'
            ? <li key={departure.code}>{t('grade.rule', { rule: method === undefined ? departure.code : overrideWords(method.version.definition, [departure.code], locale).join(''), grade: scale.label(departure.atLeast) })}</li>
            : (
              <li key={departure.level.id} data-lowered={rank(departure.to) < rank(departure.from)}>
                {t(rank(departure.to) < rank(departure.from) ? 'grade.lowered-by' : 'grade.raised-by', { person: departure.level.person, role: roleWord(departure.level.role), from: scale.label(departure.from), to: scale.label(departure.to), reason: departure.level.reason === '' ? t('grade.no-reason') : departure.level.reason })}
              </li>
            )))}
        </ul>
      )}
    </section>
  )

  function roleWord(role: string): string {
    return t(`people:role.${role}` as 'people:role.inspector', { defaultValue: role })
  }
}
