import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Warning, WarningStep } from '#shared/contract/warnings.ts'
import { sheetNumberOf } from '#shared/locales/warning-words.ts'
import type { StepAction } from '#shared/model/warnings/disposal.ts'
import { useLocale } from '#renderer/app/language.ts'
import { LevelTag } from './level-tag.tsx'
import { useWarningWords } from './use-warning-words.ts'
import styles from './warnings.module.css'

/** The sheet as the paper form has it. */
export function SheetForm({ warning, steps }: { warning: Warning; steps: readonly WarningStep[] }) {
  const { t } = useTranslation('warnings')
  const locale = useLocale()
  const { origin, situation } = useWarningWords()
  const last = (...actions: StepAction[]): WarningStep | undefined => steps.findLast(({ action }) => actions.includes(action))
  const signed = (step: WarningStep | undefined): string => (step === undefined ? '' : t('by', { person: step.person, date: step.doneOn }))
  const said = (step: WarningStep | undefined): string => (step === undefined ? '' : [step.text, signed(step)].filter((part) => part !== '').join('\n'))
  const issue = last('issue')
  const ends = last('lift', 'transfer', 'escalate')
  const pairs: readonly (readonly [Parameters<typeof label>[0], ReactNode])[] = [
    ['number', sheetNumberOf(warning, locale)], ['level', <LevelTag key="level" code={warning.levelCode} />],
    ['department', warning.departmentName], ['dueOn', warning.dueOn === null ? '' : <span key="due" className={styles.due} data-late={warning.overdue}>{warning.dueOn}{warning.overdue ? ` ${t('overdue')}` : ''}</span>],
    ['source', origin(warning)], ['found', warning.foundOn],
  ]
  const wide: readonly (readonly [Parameters<typeof label>[0], ReactNode])[] = [
    ['linked', <Linked key="linked" warning={warning} />], ['situation', situation(warning)], ['issued', [issue?.way ?? '', said(issue)].filter((part) => part !== '').join('\n')],
    ...(warning.needsApproval ? [['approved', signed(last('approve'))] as const] : []), ['rectifyBy', warning.rectifyBy],
    ['received', signed(last('receive'))], ['cause', said(last('analyse'))], ['measures', said(last('rectify'))], ['completion', said(last('complete'))], ['opinion', said(last('pass', 'return'))],
    ['conclusion', ends === undefined ? '' : [t(`done.${ends.action}`), said(ends)].join('\n')],
  ]
  function label(name: 'number' | 'level' | 'department' | 'dueOn' | 'source' | 'found' | 'linked' | 'situation' | 'issued' | 'approved' | 'rectifyBy' | 'received' | 'cause' | 'measures' | 'completion' | 'opinion' | 'conclusion'): string {
    return t(`field.${name}`)
  }
  return (
    <dl className={styles.paper}>
      {pairs.map(([name, content]) => <Fragment key={name}><dt>{label(name)}</dt><dd>{shown(content)}</dd></Fragment>)}
      {wide.map(([name, content]) => <Fragment key={name}><dt>{label(name)}</dt><dd data-wide="true">{shown(content)}</dd></Fragment>)}
    </dl>
  )
}

const shown = (content: ReactNode): ReactNode => (content === '' || content === null || content === undefined ? <span className={styles.empty}>—</span> : content)

/** The power and the point it is about, or the list where its subject stands. */
function Linked({ warning }: { warning: Warning }) {
  const { t } = useTranslation('warnings')
  const { subjectEntity, subjectId, powerId, riskPointId } = warning
  return (
    <>
      {powerId === null ? null : <Link to="/powers/$id" params={{ id: powerId }}>{warning.powerName}</Link>}
      {riskPointId === null ? null : <Link to="/risks" search={{ open: riskPointId }}>{t('point', { number: warning.riskPointNumber ?? '', text: warning.manifestation ?? '' })}</Link>}
      {subjectEntity === 'control-measure' && subjectId !== null ? <Link to="/measures" search={{ open: subjectId }} data-testid="to-subject">{t('to.control-measure')}</Link> : null}
      {subjectEntity === 'adjustment-task' || subjectEntity === 'post' ? <Link to="/adjustments" data-testid="to-subject">{t('to.adjustments')}</Link> : null}
      {subjectEntity === 'department' && subjectId !== null && powerId === null && warning.ruleCode === 'many-lowerings' ? <Link to="/review/lowerings" data-testid="to-subject">{t('to.lowerings')}</Link> : null}
      {subjectEntity === 'supervision-event' ? <Link to="/warnings" search={{ tab: 'events' }} data-testid="to-subject">{t('to.events')}</Link> : null}
      {powerId === null && riskPointId === null && subjectEntity === 'department' && warning.ruleCode === null ? <span className={styles.empty}>—</span> : null}
    </>
  )
}
