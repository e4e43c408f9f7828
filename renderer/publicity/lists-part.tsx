import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicityList } from '#shared/contract/publicity.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { ListForm } from './list-form.tsx'
import { ListPanel } from './list-panel.tsx'
import { ListState } from './list-state.tsx'
import styles from './publicity.module.css'

/** All publicity lists, the chosen one or a new one beside them. */
export function ListsPart() {
  const { t } = useTranslation('publicity')
  const api = useApi()
  const publishes = useMay('entry.publish')
  const [chosen, choose] = useState<string>()
  const lists = useQuery(api.publicity.lists.queryOptions())
  const start = useQuery(api.publicity.start.queryOptions())
  const { data } = lists
  const list = data?.find(({ id }) => id === chosen)
  const add = publishes && start.data !== undefined
    ? <Button type="primary" disabled={start.data.waiting === 0} onClick={() => choose('new')} data-testid="new-list">{t('lists.new')}</Button> : null
  return (
    <>
      <section className={styles.part} data-testid="publicity-lists" data-ready={data !== undefined && start.data !== undefined}>
        {lists.error === null ? null : <ErrorSentence failure={failureOf(lists.error)} />}
        <div className={styles.head}><span>{start.data === undefined ? null : start.data.waiting === 0 ? t('waiting.none') : t('waiting', { count: start.data.waiting })}</span>{data?.length === 0 ? null : add}</div>
        {data === undefined ? null : data.length === 0 ? <EmptyState title={t('lists.empty.title')} text={t('lists.empty.text')}>{add}</EmptyState> : (
          <div className={styles.sheet}>
            <table className={styles.table} aria-label={t('lists.label')}>
              <thead><tr>{(['list', 'period', 'state', 'entries', 'objections'] as const).map((column) => <th key={column} scope="col" className={column === 'entries' || column === 'objections' ? styles.number : undefined}>{t(`column.${column}`)}</th>)}</tr></thead>
              <tbody>{data.map((one) => <ListRow key={one.id} list={one} selected={one.id === chosen} onSelect={choose} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {chosen === 'new' && start.data !== undefined ? <ListForm start={start.data} onDone={choose} onClose={() => choose(undefined)} /> : null}
      {list === undefined ? null : <ListPanel key={list.id} list={list} mayPublish={publishes} onClose={() => choose(undefined)} />}
    </>
  )
}

function ListRow({ list, selected, onSelect }: { list: PublicityList; selected: boolean; onSelect: (id: string) => void }) {
  const { t } = useTranslation('publicity')
  return (
    <tr data-selected={selected} onClick={() => onSelect(list.id)} data-testid="publicity-list">
      <td><button type="button" className={styles.pick} aria-pressed={selected} onClick={() => onSelect(list.id)}>{list.title}</button></td>
      <td className={styles.tight}>{t('period', { from: list.startsOn, to: list.endsOn })}</td>
      <td className={styles.tight}><ListState list={list} /></td>
      <td className={styles.number}>{list.entries}</td>
      <td className={styles.number}>{list.unanswered === 0 ? list.objections : <span className={styles.late}>{list.unanswered} / {list.objections}</span>}</td>
    </tr>
  )
}
