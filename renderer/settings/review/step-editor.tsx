import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { approverRoles } from '#shared/model/review/ladder.ts'
import type { Ladder, LadderStep, StepKind } from '#shared/model/review/ladder.ts'
import { workingRoles } from '#shared/model/roles.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { freeCheckCode } from './ladder-draft.ts'
import styles from './review-settings.module.css'

interface Props {
  readonly kind: StepKind
  /** undefined where the step is not in use. */
  readonly step: LadderStep | undefined
  readonly ladder: Ladder
  readonly onOn: (on: boolean) => void
  readonly onChange: (step: LadderStep) => void
}

/** One step: in use or not, who takes it for which grades, in how many days, and what he has to look at. */
export function StepEditor({ kind, step, ladder, onOn, onChange }: Props) {
  const { t } = useTranslation(['review', 'people'])
  const { grades } = useScale()
  const gradeChoices = grades.map(({ code, label }) => ({ value: code, label }))
  return (
    <section className={styles.step} data-on={step !== undefined} data-testid={`step-${kind}`}>
      <Checkbox checked={step !== undefined} onChange={(event) => onOn(event.target.checked)}><b>{t(`step.${kind}`)}</b></Checkbox>
      {step === undefined ? null : (
        <div className={styles.stepBody}>
          {kind === 'approval' ? grades.map(({ code, label }) => (
            <label key={code}>
              {t('ladder.grade-to', { grade: label })}
              <Select
                value={step.approvers.find(({ grade }) => grade === code)?.role ?? 'chief-leader'} options={approverRoles.map((role) => ({ value: role, label: t(`people:role.${role}`) }))} style={{ width: 164 }}
                onChange={(role) => onChange({ ...step, approvers: [...step.approvers.filter(({ grade }) => grade !== code), { grade: code, role }] })} data-testid={`approver-${code}`}
              />
            </label>
          )) : (
            <label className={styles.wide}>
              {t('ladder.who')}
              <Select
                mode="multiple" value={step.roles} options={workingRoles.filter((role) => role !== 'assessor').map((role) => ({ value: role, label: t(`people:role.${role}`) }))} style={{ width: '100%' }}
                onChange={(roles) => onChange({ ...step, roles })}
              />
            </label>
          )}
          <label>
            {t('ladder.grades')}
            <Select
              mode="multiple" maxTagCount="responsive" value={step.grades ?? []} placeholder={t('ladder.grades.all')} options={gradeChoices} style={{ width: 148 }}
              onChange={(chosen: string[]) => { const { grades: _all, ...rest } = step; onChange(chosen.length === 0 ? rest : { ...rest, grades: chosen }) }}
            />
          </label>
          <label>{t('ladder.days')}<InputNumber min={1} max={250} precision={0} value={step.days} style={{ width: 76 }} onChange={(days) => onChange({ ...step, days: days ?? 1 })} /></label>
          {kind === 'publicity' || kind === 'filing' ? null : <Checks step={step} ladder={ladder} onChange={onChange} />}
        </div>
      )}
    </section>
  )
}

function Checks({ step, ladder, onChange }: { step: LadderStep; ladder: Ladder; onChange: (step: LadderStep) => void }) {
  const { t } = useTranslation('review')
  const { checklist } = step
  return (
    <div className={styles.checks}>
      <span>{t('ladder.checks')}</span>
      {checklist.map((check) => (
        <div key={check.code}>
          {(['zh-CN', 'en'] as const).map((locale) => (
            <Input
              key={locale} size="small" maxLength={200} value={check.labels[locale]} title={check.labels[locale]} placeholder={t(locale === 'en' ? 'ladder.check.en' : 'ladder.check.zh')} aria-label={t(locale === 'en' ? 'ladder.check.en' : 'ladder.check.zh')}
              onChange={(event) => onChange({ ...step, checklist: checklist.map((each) => (each.code === check.code ? { ...each, labels: { ...each.labels, [locale]: event.target.value } } : each)) })}
            />
          ))}
          <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('ladder.check.remove')} title={t('ladder.check.remove')} onClick={() => onChange({ ...step, checklist: checklist.filter(({ code }) => code !== check.code) })} />
        </div>
      ))}
      <Button size="small" type="dashed" icon={<PlusOutlined />} disabled={checklist.length >= 20} onClick={() => onChange({ ...step, checklist: [...checklist, { code: freeCheckCode(ladder), labels: { 'zh-CN': '', en: '' } }] })}>{t('ladder.check.add')}</Button>
    </div>
  )
}
