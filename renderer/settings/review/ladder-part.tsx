import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { stepKinds } from '#shared/model/review/ladder.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { PartFrame } from '../part-frame.tsx'
import { SaveBar } from '../save-bar.tsx'
import settings from '../settings.module.css'
import { useSavedDraft } from '../use-saved-draft.ts'
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
  const client = useClient()
  const [note, setNote] = useState('')
  const stands = useMemo(() => ({ value: ladder, revision: versions[0]?.number ?? 0 }), [ladder, versions])
  const draft = useSavedDraft<Ladder>('draft.settings.ladder', {
    schema: ladderDraftSchema, stands, sound: (value) => faultOf(value) === undefined,
    write: async (value) => {
      const { number } = await client.review.saveLadder({ ladder: value, note: note.trim() })
      setNote('')
      return t('ladder.saved', { number })
    },
  })
  const { change } = draft
  const fault = faultOf(draft.value)
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
        <SaveBar {...draft.bar} saveLabel={t('ladder.save')}>
          {fault === undefined ? <ErrorSentence failure={draft.refusals.general} /> : <p className={settings.warning} role="alert" data-testid="ladder-fault">{t(`ladder.fault.${fault}`)}</p>}
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
