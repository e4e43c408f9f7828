import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Sample } from '#shared/contract/review.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime, localToday } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useFailureMessage, useRefusal } from '#renderer/components/use-refusal.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { ReviewFrame } from '../review-frame.tsx'
import styles from './lists.module.css'
import { proposedSeed } from './seed.ts'

type SamplePoint = Awaited<ReturnType<ContractClient['review']['samplePoints']>>[number]

/** Spot checks: points drawn at random, so that anybody can draw the same again, and what was found. */
export function SamplesPage() {
  const { t } = useTranslation('review')
  const api = useApi()
  const { data } = useQuery(api.review.samples.queryOptions())
  const [chosen, choose] = useState<string>()
  const sample = data?.find(({ id }) => id === chosen) ?? data?.[0]
  return (
    <ReviewFrame title={t('tab.samples')}>
      <div className={styles.head}><p>{t('samples.text')}</p></div>
      <DrawForm onDrawn={choose} />
      {data === undefined ? null : sample === undefined ? <EmptyState title={t('samples.none')} text={t('samples.none.text')} /> : (
        <div className={styles.pair}>
          <ul className={styles.samples} data-testid="samples">{data.map((each) => <li key={each.id}><SampleLine sample={each} chosen={each.id === sample.id} onChoose={() => choose(each.id)} /></li>)}</ul>
          <Points key={sample.id} sample={sample} />
        </div>
      )}
    </ReviewFrame>
  )
}

function DrawForm({ onDrawn }: { onDrawn: (id: string) => void }) {
  const { t } = useTranslation('review')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const { grades } = useScale()
  const departments = useDepartments()
  const [seed, setSeed] = useState(() => proposedSeed(localToday()))
  const [size, setSize] = useState(10)
  const [gradeCodes, setGrades] = useState<string[]>([])
  const [departmentIds, setDepartments] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const draw = async () => {
    setBusy(true)
    await refusals.attempt(async () => {
      const sample = await client.review.drawSample({ seed: seed.trim(), size, gradeCodes, departmentIds })
      await refresh()
      onDrawn(sample.id)
      setSeed(proposedSeed(localToday()))
      void message.success(t('samples.drawn', { count: Math.min(sample.size, sample.population) }))
    })
    setBusy(false)
  }
  return (
    <form className={styles.draw} onSubmit={(event) => { event.preventDefault(); void draw() }} data-testid="draw">
      <label>{t('samples.seed')}<Input value={seed} maxLength={100} style={{ width: 170 }} onChange={(event) => setSeed(event.target.value)} data-testid="seed" /></label>
      <label>{t('samples.size')}<InputNumber value={size} min={1} max={1000} precision={0} style={{ width: 90 }} onChange={(number) => setSize(number ?? 1)} /></label>
      <label>{t('samples.grades')}<Select mode="multiple" maxTagCount="responsive" style={{ width: 180 }} allowClear placeholder={t('samples.all')} value={gradeCodes} options={grades.map(({ code, label }) => ({ value: code, label }))} onChange={setGrades} /></label>
      <label>{t('samples.departments')}<Select mode="multiple" maxTagCount="responsive" style={{ width: 220 }} allowClear placeholder={t('samples.all')} value={departmentIds} options={departments.choices} optionFilterProp="label" onChange={setDepartments} /></label>
      <Button type="primary" htmlType="submit" loading={busy} disabled={seed.trim() === ''} data-testid="draw-go">{t('samples.draw')}</Button>
      <ErrorSentence failure={refusals.general} />
    </form>
  )
}

function SampleLine({ sample, chosen, onChoose }: { sample: Sample; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('review')
  const drawn = Math.min(sample.size, sample.population)
  return (
    <button type="button" aria-pressed={chosen} onClick={onChoose}>
      <b>{t('samples.item', { number: sample.number, size: drawn, population: sample.population })}</b>
      <progress max={drawn} value={sample.judged} aria-label={t('samples.progress', { judged: sample.judged, total: drawn })} />
      <span>{t('samples.progress', { judged: sample.judged, total: drawn })}{sample.faulty === 0 ? null : <em>{t('samples.faulty', { count: sample.faulty })}</em>}</span>
      <small>{t('samples.seed')} {sample.seed}</small>
      <small>{t('samples.by', { person: sample.drawnBy, time: localTime(sample.drawnAt) })}</small>
    </button>
  )
}

function Points({ sample }: { sample: Sample }) {
  const { t } = useTranslation('review')
  const api = useApi()
  const { data } = useQuery(api.review.samplePoints.queryOptions({ input: { id: sample.id } }))
  if (data === undefined) return <div />
  return (
    <div className={styles.scroll} data-testid="sample-points">
      <table className={styles.table}>
        <thead><tr>{(['table.number', 'level.grade', 'table.department', 'table.manifestation', 'samples.verdict', 'samples.note'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}</tr></thead>
        <tbody>{data.map((point) => <Point key={point.position} point={point} sampleId={sample.id} />)}</tbody>
      </table>
    </div>
  )
}

function Point({ point, sampleId }: { point: SamplePoint; sampleId: string }) {
  const { t } = useTranslation('review')
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const [note, setNote] = useState(point.note)
  const judge = async (verdict: SamplePoint['verdict'], text: string) => {
    try {
      await client.review.judgeSample({ id: sampleId, position: point.position, verdict, note: text.trim() })
      await refresh()
    } catch (error) {
      fail(error)
    }
  }
  return (
    <tr data-testid="sample-point">
      <td className={styles.tight}><Link to="/review" search={{ open: point.riskPointId, view: 'all' }}>{point.number}</Link></td>
      <td className={styles.tight}><GradeTag code={point.grade} /></td>
      <td>{point.departmentName}</td>
      <td>{point.manifestation}<small>{point.powerName}</small></td>
      <td className={styles.tight}>
        <Radio.Group size="small" optionType="button" aria-label={t('samples.verdict')} value={point.verdict} options={[{ value: 'sound', label: t('samples.sound') }, { value: 'faulty', label: t('samples.at-fault') }]} onChange={(event) => void judge(event.target.value === 'sound' ? 'sound' : 'faulty', note)} />
      </td>
      <td className={styles.note}><Input.TextArea value={note} maxLength={5000} aria-label={t('samples.note')} onChange={(event) => setNote(event.target.value)} onBlur={() => { if (note.trim() !== point.note) void judge(point.verdict, note) }} /></td>
    </tr>
  )
}
