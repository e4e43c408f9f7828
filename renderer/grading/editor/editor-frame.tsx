import { LeftOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { checkDefinition } from '#shared/model/grading/check-definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { SaveBar } from '#renderer/settings/save-bar.tsx'
import { useDraft } from '#renderer/settings/use-draft.ts'
import styles from '../grading.module.css'
import { PreviewPanel } from '../preview-panel.tsx'
import { draftDefinitionSchema, isComplete } from './definition-draft.ts'
import { DefinitionForm } from './definition-form.tsx'
import { CheckedProvider } from './problems.tsx'
import { useBusy } from './use-busy.ts'

interface Props {
  readonly title: string
  readonly back: string
  readonly backLabel: string
  readonly draftKey: string
  readonly definition: MethodDefinition
  /** Version the draft begins from; 0 for a new method. */
  readonly version: number
  readonly scales: readonly Scale[]
  readonly saveLabel: string
  readonly text: string
  /** @throws what core refuses */
  readonly onSave: (definition: MethodDefinition, note: string) => Promise<void>
  readonly children?: ReactNode
}

const draftSchema = z.object({ definition: draftDefinitionSchema, note: z.string().max(2000) })

/** Form on the left, what it would do to today's points on the right, saving below. */
export function EditorFrame(props: Props) {
  const { t } = useTranslation('grading')
  const refusals = useRefusal()
  const { busy, during } = useBusy()
  const stands = useMemo(() => ({ value: { definition: props.definition, note: '' }, revision: props.version }), [props.definition, props.version])
  const draft = useDraft(props.draftKey, draftSchema, stands)
  const { definition, note } = draft.value
  const scale = props.scales.find(({ code }) => code === definition.scale) ?? props.scales[0]
  const problems = useMemo(() => (scale === undefined ? [] : checkDefinition(definition, scale)), [definition, scale])
  const complete = isComplete(definition)
  const sound = complete && problems.length === 0
  const checked = useMemo(() => (scale === undefined ? null : { problems, scale }), [problems, scale])
  const save = () => during(async () => {
    if (!sound || (!draft.dirty && props.version > 0)) return
    if (await refusals.attempt(() => props.onSave(definition, note.trim()))) draft.discard()
  })
  useShortcut('Ctrl+S', () => void save())
  if (scale === undefined) return null
  return (
    <section className={styles.view} data-testid="method-editor" data-sound={sound}>
      <header className={styles.viewHead}>
        <Link to="/settings/$" params={{ _splat: props.back }} className={styles.back}><LeftOutlined aria-hidden="true" /> {props.backLabel}</Link>
        <h2>{props.title}</h2>
        <p>{props.text}</p>
      </header>
      <div className={styles.columns}>
        <div className={styles.form}>
          <CheckedProvider value={checked}>
            <DefinitionForm definition={definition} scales={props.scales} onChange={(next) => { refusals.clear(); draft.change({ definition: next, note }) }} />
          </CheckedProvider>
          <fieldset className={styles.block}>
            <legend>{t('note')}</legend>
            <Input.TextArea value={note} aria-label={t('note')} placeholder={t('note.hint')} maxLength={2000} onChange={(event) => draft.change({ definition, note: event.target.value })} data-testid="version-note" />
          </fieldset>
        </div>
        <aside className={styles.beside}><PreviewPanel definition={sound ? definition : undefined} scale={scale} /></aside>
      </div>
      <SaveBar dirty={draft.dirty} onDiscard={() => { draft.discard(); refusals.clear() }} onSave={() => void save()} saveLabel={props.saveLabel} busy={busy} disabled={!sound} always={props.version === 0}>
        {sound ? <ErrorSentence failure={refusals.general} /> : <p className={styles.problem} role="status">{complete ? t('save.problems', { count: problems.length }) : t('save.incomplete')}</p>}
        {draft.overtaken ? <p className={styles.problem}>{t('save.overtaken')}</p> : null}
      </SaveBar>
    </section>
  )
}
