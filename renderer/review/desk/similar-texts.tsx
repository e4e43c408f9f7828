import { useTranslation } from 'react-i18next'
import type { Desk } from '#shared/contract/review.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import styles from './desk.module.css'
import { differenceFrom } from './text-difference.ts'

/** Points elsewhere that read alike; what differs is marked, so that copying shows. */
export function SimilarTexts({ desk, manifestation, onOpen }: { desk: Desk; manifestation: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation('review')
  return (
    <section className={styles.part} data-testid="similar">
      <h3>{t('similar')}</h3>
      {desk.similar.length === 0 ? <p className={styles.quiet}>{t('similar.none')}</p> : (
        <ul className={styles.similar}>
          {desk.similar.map(({ id, number, departmentName, powerName, manifestation: text, grade, percent }) => (
            <li key={id}>
              <b data-high={percent >= 90}>{percent}%</b>
              <div>
                <div className={styles.line}>
                  <button type="button" onClick={() => onOpen(id)}>{t('similar.number', { number })}</button><GradeTag code={grade} />
                  <small>{departmentName === null ? powerName : t('queue.where', { department: departmentName, power: powerName })}</small>
                </div>
                <p>{differenceFrom(text, manifestation).map((stretch, index) => (stretch.same ? stretch.text : <mark key={index}>{stretch.text}</mark>))}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
