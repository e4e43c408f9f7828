import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { numbered } from './numbered.ts'
import type { NumberedStep } from './numbered.ts'
import styles from './sheet.module.css'

/** The power as the field prints it (廉政风险防控图): title block, steps with arrows, numbered risk points beside numbered measures. */
export function PrintSheet({ power }: { power: PowerDetail }) {
  const { t } = useTranslation(['powers', 'fields'])
  const { label } = useVocabulary()
  const none = '—'
  return (
    <div className={styles.sheet} data-testid="print-sheet">
      <h1>{t('record.sheet.title')}</h1>
      <table className={styles.title}>
        <tbody>
          <tr><th>{t('fields:power.typeCode')}</th><td>{power.typeCode === null ? none : label('power-type', power.typeCode)}</td><th>{t('fields:power.code')}</th><td>{power.code ?? none}</td></tr>
          <tr><th>{t('fields:power.name')}</th><td colSpan={3}>{power.name}{power.subItem === '' ? '' : `（${power.subItem}）`}</td></tr>
          <tr><th>{t('fields:power.departmentId')}</th><td>{power.departmentName ?? none}</td><th>{t('fields:power.postId')}</th><td>{power.postName ?? none}</td></tr>
          <tr><th>{t('fields:power.legalBases')}</th><td colSpan={3}>{power.legalBases.length === 0 ? none : power.legalBases.map((line) => <div key={line}>{line}</div>)}</td></tr>
        </tbody>
      </table>
      <div className={styles.heads}><span>{t('section.steps')}</span><span>{t('record.sheet.risks')}</span><span>{t('record.sheet.measures')}</span></div>
      {numbered(power).map((step, index, all) => <SheetStep key={step.id ?? 'none'} step={step} last={all[index + 1]?.id === undefined || all[index + 1]?.id === null} />)}
    </div>
  )
}

function SheetStep({ step, last }: { step: NumberedStep; last: boolean }) {
  const { t } = useTranslation('powers')
  const scale = useScale()
  return (
    <section className={styles.step} data-loose={step.id === null}>
      <div className={styles.box}>{step.name ?? t('record.loose')}</div>
      <div className={styles.box}>
        {step.risks.length === 0 ? t('record.sheet.none') : step.risks.map(({ number, text, gradeCode }) => <p key={number}>{number}. {text} <b>〔{gradeCode === null ? t('record.sheet.ungraded') : scale.label(gradeCode)}〕</b></p>)}
      </div>
      <div className={styles.box}>
        {step.measures.length === 0 ? t('record.sheet.none') : step.measures.map(({ number, text, owner }) => <p key={number}>{number}. {text}{owner === null ? null : <b> （{owner}）</b>}</p>)}
      </div>
      {last ? null : <div className={styles.arrow} aria-hidden="true">↓</div>}
    </section>
  )
}
