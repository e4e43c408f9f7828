import { CheckCircleFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { templateSchema } from '#shared/model/assessment/definition.ts'
import { templateFaults } from '#shared/model/assessment/faults.ts'
import { labelsSchema } from '#shared/model/labels.ts'
import type { TemplateDraft } from './draft-schema.ts'
import styles from './editor.module.css'

/** What does not add up yet, sentence by sentence, while one types. */
export function Faults({ definition, labels }: Pick<TemplateDraft, 'definition' | 'labels'>) {
  const { t } = useTranslation('assessment')
  const faults = templateFaults(definition)
  const blank = !templateSchema.safeParse(definition).success || !labelsSchema.safeParse(labels).success
  return (
    <section data-testid="template-faults" data-faults={faults.length + (blank ? 1 : 0)}>
      <h3>{t('editor.checks')}</h3>
      {faults.length === 0 && !blank ? <p className={styles.sound}><CheckCircleFilled aria-hidden="true" /> {t('editor.sound')}</p> : (
        <ul className={styles.faults}>
          {faults.map(({ code, params }) => { const sentence = t(`fault.${code}`, { sum: '', total: '', name: '', ...params }); return <li key={sentence}>{sentence}</li> })}
          {blank ? <li>{t('fault.text')}</li> : null}
        </ul>
      )}
    </section>
  )
}
