import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RememberedReadings } from '#shared/contract/exchange.ts'
import { columnLetters } from '#shared/model/column-letters.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import type { ImportSession } from '../import-session.ts'
import styles from '../import.module.css'
import own from './remembered.module.css'

type Layout = RememberedReadings['layouts'][number]
type Column = RememberedReadings['columns'][number]

/** How sheets and columns were read by hand, which holds for the next files; each can be forgotten. */
export function RememberedView({ session }: { session: ImportSession }) {
  const { t } = useTranslation('exchange')
  const api = useApi()
  const { data } = useQuery(api.exchange.remembered.queryOptions())
  if (data === undefined) return <div className={styles.history} aria-busy="true" />
  if (data.layouts.length + data.columns.length === 0) return <EmptyState title={t('remembered.none')} text={t('remembered.none.text')} />
  return (
    <div className={styles.history}>
      <div className={styles.scroll} tabIndex={0} data-testid="remembered">
        {data.layouts.length === 0 ? null : <Layouts layouts={data.layouts} session={session} />}
        {data.columns.length === 0 ? null : <Columns columns={data.columns} session={session} />}
      </div>
    </div>
  )
}

function Layouts({ layouts, session }: { layouts: readonly Layout[]; session: ImportSession }) {
  const { t } = useTranslation('exchange')
  return (
    <section className={own.part}>
      <h2>{t('remembered.layouts')}</h2>
      <table className={styles.table}>
        <thead><tr><th scope="col">{t('template.form')}</th><th scope="col">{t('remembered.columns-of')}</th><th scope="col">{t('remembered.from')}</th><th scope="col">{t('remembered.by')}</th><th scope="col">{t('history.time')}</th><th /></tr></thead>
        <tbody>
          {layouts.map((layout) => (
            <tr key={layout.id} data-testid="remembered-layout">
              <td className={styles.narrow}>{t(`form.${layout.form}`)}</td>
              <td className={styles.label}><ul className={own.columns}>{layout.columns.map((column) => <LayoutColumn key={column.index} column={column} />)}</ul></td>
              <td className={own.from}>{layout.fileName}<small>{layout.sheet}</small></td>
              <td className={styles.narrow}>{layout.rememberedBy}</td>
              <td className={styles.narrow}><time dateTime={layout.rememberedAt}>{localTime(layout.rememberedAt)}</time></td>
              <td className={styles.narrow}><Forget session={session} name={t(`form.${layout.form}`)} what={{ layout: layout.id }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LayoutColumn({ column: { index, title, meaning } }: { column: Layout['columns'][number] }) {
  const called = title === '' ? columnLetters(index) : title
  return <li title={called}><span>{called}</span> → {useMeaningWord()(meaning)}</li>
}

function Columns({ columns, session }: { columns: readonly Column[]; session: ImportSession }) {
  const { t } = useTranslation('exchange')
  const word = useMeaningWord()
  return (
    <section className={own.part}>
      <h2>{t('remembered.columns')}</h2>
      <table className={styles.table}>
        <thead><tr><th scope="col">{t('template.form')}</th><th scope="col">{t('mapping.header')}</th><th scope="col">{t('mapping.meaning')}</th><th /></tr></thead>
        <tbody>
          {columns.map(({ form, header, meaning }) => (
            <tr key={`${form} ${header}`} data-testid="remembered-column">
              <td className={styles.narrow}>{t(`form.${form}` as 'form.risk-list-9')}</td>
              <td className={styles.label}>{header}</td>
              <td>{word(meaning)}</td>
              <td className={styles.narrow}><Forget session={session} name={header} what={{ form, header }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function useMeaningWord(): (meaning: string) => string {
  const { t } = useTranslation('exchange')
  return (meaning) => (meaning === 'ignore' || meaning === 'factor' ? t(`mapping.${meaning}`) : t(`column.${meaning}` as 'column.name'))
}

interface ForgetProps { readonly session: ImportSession; readonly name: string; readonly what: { readonly layout: string } | { readonly form: string; readonly header: string } }

function Forget({ session, name, what }: ForgetProps) {
  const { t } = useTranslation(['exchange', 'common'])
  const { modal } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const mayImport = useMay('register.import')
  if (!mayImport) return null
  const forget = async () => {
    try {
      await ('layout' in what ? client.exchange.forgetLayout({ id: what.layout }) : client.exchange.forgetColumn(what))
      session.recall()
      await refresh()
    } catch (error) {
      tell(error)
    }
  }
  const ask = () => {
    void modal.confirm({ title: t('remembered.forget-title'), content: t('remembered.forget-text'), okText: t('remembered.forget'), cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: forget })
  }
  return <Button size="small" onClick={ask} aria-label={t('remembered.forget-of', { name })} data-testid="forget">{t('remembered.forget')}</Button>
}
