import { Button, Modal, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorSentence } from './error-sentence.tsx'
import type { LongWork, LongWorkState } from './use-long-work.ts'

/**
 * How far long work is, of how much, with a way to stop it; afterwards, where it did not end well, why. `inParts` is for
 * work that keeps what it has done when it is stopped; `stoppedText` says it where neither sentence fits.
 */
export function LongWorkDialog({ work, title, stageText, inParts = false, stoppedText }: { work: LongWork; title: string; stageText?: (stage: string) => string; inParts?: boolean; stoppedText?: string }) {
  const { t } = useTranslation()
  const { state } = work
  const running = state.phase === 'running'
  return (
    <Modal
      open={state.phase !== 'idle'}
      title={title}
      closable={false}
      keyboard={!running}
      mask={{ closable: false }}
      onCancel={running ? work.stop : work.dismiss}
      footer={running
        ? <Button onClick={work.stop} disabled={state.stopping} data-testid="work-stop">{t('stop')}</Button>
        : <Button type="primary" onClick={work.dismiss}>{t('close')}</Button>}
    >
      <div data-testid="long-work" aria-live="polite"><State state={state} stageText={stageText} inParts={inParts} stoppedText={stoppedText} /></div>
    </Modal>
  )
}

function State({ state, stageText, inParts, stoppedText }: { state: LongWorkState; stageText: ((stage: string) => string) | undefined; inParts: boolean; stoppedText: string | undefined }) {
  const { t } = useTranslation()
  if (state.phase === 'failed') return <ErrorSentence failure={state.failure} />
  if (state.phase === 'stopped') return <p>{stoppedText ?? t(inParts ? 'work.stopped-part' : 'work.stopped')}</p>
  if (state.phase !== 'running') return null
  const { progress, stopping } = state
  const known = progress !== undefined && progress.total > 0
  return (
    <>
      <Progress percent={known ? Math.floor((progress.done / progress.total) * 100) : 0} status="normal" />
      <p>
        {stopping ? t('work.stopping') : known ? t('work.progress', { done: progress.done, total: progress.total }) : t('work.started')}
        {progress !== undefined && stageText !== undefined ? ` · ${stageText(progress.stage)}` : null}
      </p>
    </>
  )
}
