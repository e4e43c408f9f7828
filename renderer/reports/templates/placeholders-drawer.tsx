import { App, Drawer, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceholderListing } from '#shared/contract/report-forms.ts'
import type { Locale } from '#shared/model/labels.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import styles from './templates.module.css'

interface Props {
  readonly order: { readonly kind: string; readonly locale: Locale; readonly year: number }
  readonly kindName: string
  readonly onClose: () => void
}

/** Everything a form of a kind may ask for, with what stands for it in the year; a click copies it. */
export function PlaceholdersDrawer({ order: { kind, locale, year }, kindName, onClose }: Props) {
  const { t } = useTranslation('reportForms')
  const client = useClient()
  const { run, state, stop } = useLongWork()
  const [listing, setListing] = useState<PlaceholderListing>()
  useEffect(() => {
    const read = async () => { setListing(await run((signal) => client.reportForms.placeholders({ kind, locale, year }, { signal }))) }
    void read()
    return stop
  }, [client, kind, locale, year, run, stop])
  return (
    <Drawer open title={t('placeholders.title', { kind: kindName })} size={640} onClose={onClose}>
      <div className={styles.names} data-testid="placeholders" data-ready={listing !== undefined}>
        {state.phase === 'failed' ? <ErrorSentence failure={state.failure} /> : null}
        {listing === undefined && state.phase !== 'failed' ? <><p>{t('placeholders.working')}</p><Skeleton active={false} /></> : null}
        {listing === undefined ? null : <><h3>{t('placeholders.fields')}</h3><Names names={listing.fields} /></>}
        {listing?.lists.map(({ name, rows, columns }) => (
          <section key={name}>
            <h3>{t('placeholders.list', { name, count: rows })}</h3>
            <p>{t('placeholders.list.text', { begin: `{{#${name}}}`, end: `{{/${name}}}` })}</p>
            <Names names={columns} />
          </section>
        ))}
      </div>
    </Drawer>
  )
}

function Names({ names }: { names: PlaceholderListing['fields'] }) {
  const { t } = useTranslation(['reportForms', 'reportKinds'])
  const { message } = App.useApp()
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    void message.success(t('placeholders.copied', { name: text }))
  }
  return (
    <PlainTable
      columns={[{ key: 'name', title: t('placeholders.name'), width: 240 }, { key: 'sample', title: t('placeholders.sample') }, { key: 'editions', title: t('placeholders.editions'), width: 110 }]}
      rows={names.map(({ name, sample, editions }) => ({
        key: name,
        cells: {
          name: <button type="button" className={styles.name} title={t('placeholders.copy')} onClick={() => void copy(`{{${name}}}`)}>{`{{${name}}}`}</button>,
          sample,
          editions: editions.length === reportEditions.length ? t('placeholders.all') : editions.map((edition) => t(`reportKinds:edition.${edition}`)).join(t('separator')),
        },
      }))}
    />
  )
}
