import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { Scale } from '#shared/model/scales.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import styles from './grading.module.css'
import { ScaleGrade } from './scale-grade.tsx'
import { useMethodPreview } from './use-method-preview.ts'
import type { MethodPreview } from './use-method-preview.ts'

interface Props {
  /** undefined while it does not hold together. */
  readonly definition: MethodDefinition | undefined
  readonly scale: Scale
}

/** How many of today's points would change grade under a definition. Trying it out changes nothing. */
export function PreviewPanel({ definition, scale }: Props) {
  const { t } = useTranslation(['grading', 'common'])
  const { state, stop, again } = useMethodPreview(definition === undefined ? undefined : JSON.stringify(definition))
  return (
    <section className={styles.preview} aria-labelledby="method-preview" data-testid="method-preview" data-phase={state.phase}>
      <h3 id="method-preview">{t('preview.title')}</h3>
      <div aria-live="polite">
        {state.phase === 'none' ? <p className={styles.quiet}>{t('preview.none')}</p> : null}
        {state.phase === 'stopped' ? <p>{t('preview.stopped')} <Button size="small" onClick={again}>{t('preview.again')}</Button></p> : null}
        {state.phase === 'failed' ? <><ErrorSentence failure={state.failure} /><Button size="small" onClick={again}>{t('preview.again')}</Button></> : null}
        {state.phase === 'running' ? (
          <>
            <Progress size="small" percent={state.progress === undefined || state.progress.total === 0 ? 0 : Math.floor((state.progress.done / state.progress.total) * 100)} status="normal" />
            <p>{state.progress === undefined ? t('common:work.started') : t('common:work.progress', { done: state.progress.done, total: state.progress.total })} <Button size="small" onClick={stop} data-testid="preview-stop">{t('common:stop')}</Button></p>
          </>
        ) : null}
        {state.phase === 'done' ? <Outcome preview={state.preview} scale={scale} /> : null}
      </div>
    </section>
  )
}

function Outcome({ preview, scale }: { preview: MethodPreview; scale: Scale }) {
  const { t } = useTranslation('grading')
  const today = useScale().scale ?? scale
  const { graded, notGraded, changed, raised, lowered, moves, examples } = preview
  return (
    <>
      <p className={styles.verdict} data-testid="preview-verdict">{t(graded === 0 ? 'preview.none-graded' : changed === 0 ? 'preview.same' : 'preview.changed', { changed, total: graded + notGraded, graded })}</p>
      <p className={styles.quiet}>
        {changed === 0 ? null : t('preview.directions', { raised, lowered })}
        {notGraded === 0 || graded === 0 ? null : t('preview.not-graded', { count: notGraded })}
      </p>
      {moves.length === 0 ? null : (
        <table className={styles.moves} data-testid="preview-moves">
          <thead><tr><th scope="col">{t('preview.from')}</th><th scope="col">{t('preview.to')}</th><th scope="col">{t('preview.points')}</th></tr></thead>
          <tbody>{moves.map(({ from, to, points }) => <tr key={`${from} ${to}`}><td><ScaleGrade scale={today} code={from} /></td><td><ScaleGrade scale={scale} code={to} /></td><td>{points}</td></tr>)}</tbody>
        </table>
      )}
      {examples.length === 0 ? null : (
        <>
          <h4>{t(examples.length < changed ? 'preview.examples-first' : 'preview.examples', { count: examples.length })}</h4>
          <ul className={styles.examples} data-testid="preview-examples">
            {examples.map((example) => (
              <li key={example.id}>
                <Link to="/risks" search={{ open: example.id }}>{example.manifestation}</Link>
                <span>{example.powerName}</span>
                <span><ScaleGrade scale={today} code={example.from} /> → <ScaleGrade scale={scale} code={example.to} /></span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
