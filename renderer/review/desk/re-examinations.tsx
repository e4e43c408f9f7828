import { useTranslation } from 'react-i18next'
import type { Desk } from '#shared/contract/review.ts'
import { localTime } from '#renderer/app/local-time.ts'
import styles from './desk.module.css'
import { useRecordWords } from './use-record-words.ts'

/** What changed since somebody looked at the entry last, field by field. */
export function ReExaminations({ desk }: { desk: Pick<Desk, 'reExaminations'> }) {
  const { t } = useTranslation('review')
  const words = useRecordWords()
  const open = desk.reExaminations.filter(({ settledAt }) => settledAt === null)
  return open.map(({ id, cause, changes, openedAt, openedBy }) => (
    <section key={id} className={styles.overtaken} data-testid="re-examination">
      <h3>{t('re-examine.title')}</h3>
      <p>{t(`re-examine.${cause}`, { person: openedBy, time: localTime(openedAt) })}</p>
      {changes.length === 0 ? null : (
        <table>
          <thead><tr><th scope="col">{t('re-examine.field')}</th><th scope="col">{t('re-examine.before')}</th><th scope="col">{t('re-examine.after')}</th></tr></thead>
          <tbody>
            {changes.map(({ record, field, before, after }, index) => (
              <tr key={`${record} ${field} ${index}`}><th scope="row">{words.field(record, field)}</th><td><del>{words.value(field, before)}</del></td><td><ins>{words.value(field, after)}</ins></td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  ))
}
