import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { stepKinds } from '#shared/model/review/ladder.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { PartFrame } from '../part-frame.tsx'
import { SaveBar } from '../save-bar.tsx'
import settings from '../settings.module.css'
import { useDraft } from '../use-draft.ts'
import { faultOf, ladderDraftSchema, twoStepLadder, withStep } from './ladder-draft.ts'
import { ReadableLadder } from './readable-ladder.tsx'
import styles from './review-settings.module.css'
import { StepEditor } from './step-editor.tsx'

/** Which steps a submitted entry takes, who takes them, in how many days, and what is to be looked at. */
export function LadderPart() {
  const { t } = useTranslation(['settings', 'review'])
  const api = useApi()
  const { scale } = useScale()
  const { data } = useQuery(api.review.ladder.queryOptions())
  return (
    <PartFrame name="review" title={t('part.review')} text={t('review:ladder.text')} ready={data !== undefined && scale !== undefined}>
      {data === undefined || scale === undefined ? null : <Editor ladder={data.ladder} versions={data.versions} scale={scale} />}
    </PartFrame>
  )
}

interface Version { readonly number: number; readonly note: string; readonly createdAt: string; readonly createdBy: string }

function Editor({ ladder, versions, scale }: { ladder: Ladder; versions: readonly Version[]; scale: Scale }) {
  const { t } = useTranslation('review')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const stands = useMemo(() => ({ value: ladder, revision: versions[0]?.number ?? 0 }), [ladder, versions])
  const draft = useDraft<Ladder>('draft.settings.ladder', ladderDraftSchema, stands)
  const fault = faultOf(draft.value)
  const change = (next: Ladder) => { refusals.clear(); draft.change(next) }
  const save = async () => {
    if (!draft.dirty || fault !== undefined || busy) return
    setBusy(true)
    const done = await refusals.attempt(async () => {
      const { number } = await client.review.saveLadder({ ladder: draft.value, note: note.trim() })
      await refresh()
      void message.success(t('ladder.saved', { number }))
    })
    setBusy(false)
    if (done) { draft.discard(); setNote('') }
  }
  useShortcut('Ctrl+S', () => void save())
  return (
    <div className={settings.pair}>
      <div className={settings.list}>
        <div className={styles.presets}>
          <Button size="small" onClick={() => change(twoStepLadder(scale))} data-testid="ladder-two-steps">{t('ladder.two-steps')}</Button>
          <Button size="small" onClick={() => change(defaultLadder(scale))}>{t('ladder.standard')}</Button>
        </div>
        <div className={settings.scroll}>
          {stepKinds.map((kind) => {
            const step = draft.value.steps.find((each) => each.kind === kind)
            return (
              <StepEditor
                key={kind} kind={kind} step={step} ladder={draft.value} onOn={(on) => change(withStep(draft.value, kind, on, scale))}
                onChange={(next) => change({ steps: draft.value.steps.map((each) => (each.kind === kind ? next : each)) })}
              />
            )
          })}
        </div>
        <SaveBar dirty={draft.dirty} onDiscard={() => { draft.discard(); refusals.clear() }} onSave={() => void save()} saveLabel={t('ladder.save')} busy={busy} disabled={fault !== undefined}>
          {fault === undefined ? <ErrorSentence failure={refusals.general} /> : <p className={settings.warning} role="alert" data-testid="ladder-fault">{t(`ladder.fault.${fault}`)}</p>}
          <Input className={styles.remark ?? ''} value={note} maxLength={500} placeholder={t('ladder.note')} aria-label={t('ladder.note')} onChange={(event) => setNote(event.target.value)} />
        </SaveBar>
      </div>
      <div className={settings.panel}>
        <div className={settings.panelHead}><h3>{t('ladder.readable')}</h3></div>
        <div className={settings.panelBody}>
          <ReadableLadder ladder={draft.value} />
          <div className={styles.versions}>
            <h4>{t('ladder.versions')}</h4>
            {versions.length === 0 ? <p>{t('ladder.version.first')}</p> : (
              <ol>{versions.map((version) => <li key={version.number}><b>{t('ladder.version', { number: version.number })}</b> <small>{t('ladder.by', { person: version.createdBy, time: localTime(version.createdAt) })}</small>{version.note === '' ? null : <p>{version.note}</p>}</li>)}</ol>
            )}
          </div>
        </div>
      </div>
    </div>
  )
}
