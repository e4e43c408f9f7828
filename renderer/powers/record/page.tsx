import { HistoryOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { Aside } from './aside.tsx'
import type { AsideTask } from './aside.tsx'
import { Flow } from './flow.tsx'
import { PowerFacts } from './power-facts.tsx'
import { PrintSheet } from './print-sheet.tsx'
import styles from './record.module.css'

const route = getRouteApi('/shell/powers/$id')

/** A power with all that hangs on it: what it rests on, its steps, the risk points on them and the measures against these. */
export function PowerPage() {
  const { t } = useTranslation('powers')
  const { id } = route.useParams()
  const api = useApi()
  const { data, error } = useQuery(api.powers.get.queryOptions({ input: { id } }))
  if (error !== null && data === undefined) return <NoPower error={error} />
  if (data === undefined) return <div className={styles.loading}><Skeleton active paragraph={{ rows: 10 }} aria-label={t('record.loading')} /></div>
  return <Power key={data.id} power={data} />
}

function NoPower({ error }: { error: unknown }) {
  const { t } = useTranslation('powers')
  return (
    <EmptyState title={t('record.missing')} text={<ErrorSentence failure={failureOf(error)} />}>
      <Link to="/powers"><Button type="primary">{t('record.back')}</Button></Link>
    </EmptyState>
  )
}

function Power({ power }: { power: PowerDetail }) {
  const { t } = useTranslation('powers')
  const [task, setTask] = useState<AsideTask>()
  return (
    <EditingOf permission="power.edit" subject={{ departmentId: power.departmentId }}>
      <div className={styles.screen} data-testid="power" data-ready="true">
        <Head power={power}>
          <Button icon={<HistoryOutlined />} onClick={() => setTask({ kind: 'history' })} data-testid="power-history">{t('record.history')}</Button>
          <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()} data-testid="power-print">{t('record.print')}</Button>
        </Head>
        <div className={styles.body}>
          <PowerFacts power={power} />
          <Flow power={power} onTask={setTask} />
        </div>
        <Aside power={power} task={task} onClose={() => setTask(undefined)} />
      </div>
      <PrintSheet power={power} />
    </EditingOf>
  )
}

function Head({ power, children }: { power: PowerDetail; children: React.ReactNode }) {
  const { t } = useTranslation('powers')
  const { label } = useVocabulary()
  const facts = [power.typeCode === null ? null : label('power-type', power.typeCode), power.code, power.departmentName, power.postName].filter((fact) => fact !== null)
  return (
    <header className={styles.head}>
      <div className={styles.heading}>
        <nav><Link to="/powers">{t('title')}</Link> / {t('number', { number: power.number })}</nav>
        <h1>{power.name}{power.subItem === '' ? null : <span>{power.subItem}</span>}</h1>
        <p>{facts.join('　·　')}</p>
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  )
}
