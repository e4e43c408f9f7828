import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import styles from './desk.module.css'
import type { Decision } from './use-decision.ts'

/** Somebody else saved or decided the entry meanwhile: who, what it was before and is now. Nothing typed is lost. */
export function OvertakenDesk({ decision }: { decision: Decision }) {
  const { t } = useTranslation('review')
  const words = useHistoryWords()
  const { since } = decision
  if (since === undefined) return null
  return (
    <section className={styles.overtaken} role="alert" data-testid="desk-overtaken">
      <h3>{t('overtaken.title')}</h3>
      <p>{t('overtaken.text')}</p>
      <ul>
        {since.entries.map((entry) => words.entry(entry, since.names)).map(({ number, who, what, when, changes }) => (
          <li key={number}>
            <strong>{who}</strong> {what} <small>{when}</small>
            {changes.length === 0 ? null : <dl>{changes.map(({ field, before, after }) => <div key={field}><dt>{field}</dt><dd>{before === undefined || before === '' ? null : <><del>{before}</del> → </>}{after === undefined ? null : <ins>{after}</ins>}</dd></div>)}</dl>}
          </li>
        ))}
      </ul>
      <div className={styles.line}>
        <Button type="primary" size="small" onClick={decision.goOn} data-testid="go-on">{t('overtaken.go-on')}</Button>
        <Button size="small" onClick={decision.discard}>{t('overtaken.discard')}</Button>
      </div>
    </section>
  )
}
