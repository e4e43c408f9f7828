import { Button, Checkbox, Input, Segmented } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '#shared/contract/review.ts'
import { useLocale } from '#renderer/app/language.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useFailureSentence } from '#renderer/components/use-failure-sentence.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { EvidenceField } from '../evidence-field.tsx'
import { gradesFor } from './decision-draft.ts'
import type { DecisionMode, Missing } from './decision-draft.ts'
import styles from './desk.module.css'
import { ScoreFields } from './score-fields.tsx'
import type { Decision } from './use-decision.ts'

export interface DecisionKeys {
  readonly decide: (mode: DecisionMode) => void
  readonly tick: (place: number) => void
}

interface Props { readonly desk: Desk; readonly decision: Decision; readonly keys: Ref<DecisionKeys>; readonly onLeave: () => void }

const letters = { pass: 'P', return: 'R', raise: 'U', lower: 'L', score: 'S' } as const

/** The step's list of what to look at, the opinion, and the four decisions; where one may not decide, why not. */
export function DecisionBar({ desk, decision, keys, onLeave }: Props) {
  const { t } = useTranslation(['review', 'common'])
  const locale = useLocale()
  const { grades } = useScale()
  const sentence = useFailureSentence()
  const [missing, setMissing] = useState<Missing>()
  const reason = useRef<TextAreaRef>(null)
  const checks = useRef<HTMLFieldSetElement>(null)
  const { typed, change } = decision
  const checklist = desk.step?.checklist ?? []
  const offered = (mode: DecisionMode) => gradesFor(mode, desk.grade, grades)
  const refused = desk.verdict.may || desk.verdict.why === null ? undefined : sentence({ kind: 'refused', code: `review.${desk.verdict.why}`, params: { number: desk.number } })
  const blocked = !desk.verdict.may || decision.since !== undefined

  const tick = (code: string, on: boolean) => { setMissing(undefined); change({ ticks: on ? [...typed.ticks, code] : typed.ticks.filter((other) => other !== code) }) }
  const point = (what: Missing | undefined) => {
    setMissing(what)
    if (what === 'ticks') checks.current?.querySelector<HTMLElement>('input:not(:checked)')?.focus()
    else if (what !== undefined) requestAnimationFrame(() => reason.current?.focus({ cursor: 'end' }))
  }
  /** Passing is done at once; what needs grounds first asks for them, and is done when asked for again. */
  const decide = (mode: DecisionMode) => {
    if (blocked || decision.busy || ((mode === 'raise' || mode === 'lower') && offered(mode).length === 0)) return
    if (mode !== typed.mode && mode !== 'pass') {
      change({ mode, grade: offered(mode)[0] ?? null, factors: null, lowers: false })
      setMissing(undefined)
      requestAnimationFrame(() => reason.current?.focus({ cursor: 'end' }))
      return
    }
    if (mode !== typed.mode) change({ mode, grade: null })
    void decision.go(mode).then(point)
  }
  useImperativeHandle(keys, () => ({
    decide,
    tick: (place) => {
      const check = checklist[place]
      if (check !== undefined && !blocked) tick(check.code, !typed.ticks.includes(check.code))
    },
  }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void decision.go(typed.mode).then(point) }
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onLeave() }
  }
  if (desk.step === null) return null
  if (refused !== undefined) return <footer className={styles.bar}><p className={styles.refused} data-testid="verdict">{refused}</p></footer>
  const moving = typed.mode === 'raise' || typed.mode === 'lower'
  return (
    <footer className={styles.bar} data-testid="decision-bar" data-mode={typed.mode}>
      {checklist.length === 0 ? null : (
        <fieldset ref={checks} className={styles.checks} data-missing={missing === 'ticks'} disabled={blocked}>
          <legend className="visually-hidden">{t('checklist')}</legend>
          {checklist.map(({ code, labels }, place) => (
            <Checkbox key={code} checked={typed.ticks.includes(code)} onChange={(event) => tick(code, event.target.checked)} data-testid={`tick-${place + 1}`}><kbd>{place + 1}</kbd> {labels[locale]}</Checkbox>
          ))}
        </fieldset>
      )}
      {typed.mode === 'score' ? <ScoreFields desk={desk} typed={typed} onChange={(part) => { setMissing(undefined); change(part) }} /> : null}
      {moving ? (
        <div className={styles.line}>
          <span>{t(typed.mode === 'raise' ? 'raise.to' : 'lower.to')}</span>
          <Segmented size="small" value={typed.grade ?? ''} options={offered(typed.mode).map((code) => ({ value: code, label: grades.find((grade) => grade.code === code)?.label ?? code }))} onChange={(grade) => change({ grade })} data-testid="decide-grade" />
          {typed.mode === 'lower' ? <span className={styles.quiet}>{t('lower.note')}</span> : null}
        </div>
      ) : null}
      <Input.TextArea
        ref={reason} value={typed.reason} maxLength={5000} disabled={blocked} aria-label={t('reason')} placeholder={typed.mode === 'pass' ? t('reason.optional') : t('common:withNote', { text: t(`reason.${typed.mode}`), note: t('decide.again') })}
        {...(missing === 'reason' ? { status: 'warning' as const } : {})} onChange={(event) => { setMissing(undefined); change({ reason: event.target.value }) }} onKeyDown={onKeyDown} data-testid="decide-reason"
      />
      {typed.mode === 'lower' || (typed.mode === 'score' && typed.lowers) || typed.evidence.length > 0 ? <EvidenceField riskPointId={desk.id} value={typed.evidence} onChange={(evidence) => { setMissing(undefined); change({ evidence }) }} /> : null}
      <ErrorSentence failure={decision.failure} />
      {missing === undefined ? null : <p className={styles.missing} role="alert" data-testid="missing">{t(`missing.${missing}`)}</p>}
      <div className={styles.actions}>
        {(['pass', 'return', 'raise', 'lower', 'score'] as const).map((mode) => (
          <Button
            key={mode} type={mode === typed.mode ? 'primary' : 'default'} disabled={blocked || ((mode === 'raise' || mode === 'lower') && offered(mode).length === 0)} loading={decision.busy && mode === typed.mode}
            onClick={() => decide(mode)} data-testid={`decide-${mode}`}
          >
            {t(`decide.${mode}`)} <kbd className={styles.key}>{letters[mode]}</kbd>
          </Button>
        ))}
        {decision.dirty ? <Button type="text" onClick={() => { setMissing(undefined); decision.discard() }}>{t('decide.discard')}</Button> : null}
      </div>
    </footer>
  )
}
