import { CheckCircleFilled, LeftOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Method, MethodVersion } from '#shared/contract/grading.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { NotFound } from '#renderer/app/not-found.tsx'
import { differenceInWords } from './definition-difference.ts'
import styles from './grading.module.css'
import { MethodWordsView } from './method-words-view.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { PutInForce } from './put-in-force.tsx'

interface Props {
  readonly method: Method
  readonly scales: readonly Scale[]
  /** Number of the version to show; the one in force, else the newest, where there is no such version. */
  readonly shown: number
}

/** One method in words, with its versions; what putting one in force would change is shown before it is done. */
export function MethodView({ method, scales, shown }: Props) {
  const { t } = useTranslation('grading')
  const locale = useLocale()
  const navigate = useNavigate()
  const version = method.versions.find((other) => other.version === shown) ?? method.versions.find(({ inForce }) => inForce) ?? method.versions[0]
  const scale = scales.find(({ code }) => code === version?.definition.scale)
  if (version === undefined || scale === undefined) return <NotFound />
  const older = method.versions.find((other) => other.version === version.version - 1)
  return (
    <section className={styles.view} data-testid="method-view" data-version={version.version}>
      <header className={styles.viewHead}>
        <Link to="/settings/$" params={{ _splat: 'methods' }} className={styles.back}><LeftOutlined aria-hidden="true" /> {t('methods.title')}</Link>
        <h2>{version.definition.labels[locale]}</h2>
        <p>{t('view.sub', { kind: t(`kind.${version.definition.kind}`), scale: scale.labels[locale], version: version.version })}</p>
        <div className={styles.viewActions}>
          <Button onClick={() => void navigate({ to: '/settings/$', params: { _splat: `methods/${method.id}/edit` } })} data-testid="edit-method">{t('edit')}</Button>
          {version.inForce ? <span className={styles.inForce}><CheckCircleFilled aria-hidden="true" /> {t('in-force')}</span> : <PutInForce method={method} version={version} scale={scale} />}
        </div>
      </header>
      <div className={styles.columns}>
        <div className={styles.sheet}>
          {older === undefined ? null : <Difference older={older} version={version} scales={scales} />}
          <MethodWordsView definition={version.definition} scale={scale} />
        </div>
        <aside className={styles.beside}>
          <Versions method={method} shown={version.id} />
          {version.inForce ? null : <PreviewPanel definition={version.definition} scale={scale} />}
        </aside>
      </div>
    </section>
  )
}

function Versions({ method, shown }: { method: Method; shown: string }) {
  const { t } = useTranslation('grading')
  return (
    <section className={styles.versions} aria-labelledby="method-versions">
      <h3 id="method-versions">{t('versions.title')}</h3>
      <ol data-testid="versions">
        {method.versions.map((version) => (
          <li key={version.id} data-shown={version.id === shown}>
            <Link to="/settings/$" params={{ _splat: `methods/${method.id}/${version.version}` }} aria-current={version.id === shown}>
              <b>{t('version', { version: version.version })}</b>
              {version.inForce ? <span className={styles.inForce}>{t('in-force')}</span> : null}
              <small>{t('versions.line', { time: localTime(version.createdAt), by: version.createdBy, uses: version.uses })}</small>
              {version.note === '' ? null : <small>{version.note}</small>}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Difference({ older, version, scales }: { older: MethodVersion; version: MethodVersion; scales: readonly Scale[] }) {
  const { t } = useTranslation('grading')
  const locale = useLocale()
  const scaleOf = ({ definition }: MethodVersion) => scales.find(({ code }) => code === definition.scale)
  const [before, after] = [scaleOf(older), scaleOf(version)]
  if (before === undefined || after === undefined) return null
  const lines = differenceInWords({ definition: older.definition, scale: before }, { definition: version.definition, scale: after }, locale)
  return (
    <section className={styles.difference} aria-labelledby="method-difference" data-testid="method-difference">
      <h3 id="method-difference">{t('difference.title', { version: older.version })}</h3>
      {lines.length === 0 ? <p className={styles.quiet}>{t('difference.none')}</p> : (
        <ul>{lines.map(({ kind, text }) => <li key={`${kind} ${text}`} data-kind={kind}><b>{t(`difference.${kind}`)}</b>{kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>}</li>)}</ul>
      )}
    </section>
  )
}
