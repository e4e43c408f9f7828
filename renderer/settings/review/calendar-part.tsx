import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Input, InputNumber, Modal, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PartFrame } from '../part-frame.tsx'
import { SaveBar } from '../save-bar.tsx'
import settings from '../settings.module.css'
import { useSavedDraft } from '../use-saved-draft.ts'
import { daysBetween, readDays, withDays } from './holidays.ts'
import type { CalendarDay } from './holidays.ts'
import styles from './review-settings.module.css'

const daysSchema = z.array(z.object({ day: z.string(), kind: z.enum(['off', 'worked']), name: z.string() }))

/** Days off and days worked beside the week, year by year: due dates are counted by them. */
export function CalendarPart() {
  const { t } = useTranslation(['settings', 'review'])
  const api = useApi()
  const { data } = useQuery(api.review.calendar.queryOptions())
  const [year, setYear] = useState(() => new Date().getFullYear())
  return (
    <PartFrame
      name="holidays" title={t('part.holidays')} text={t('review:calendar.text')} ready={data !== undefined}
      actions={<InputNumber aria-label={t('review:calendar.year')} min={1990} max={2200} precision={0} value={year} onChange={(next) => setYear(next ?? year)} data-testid="calendar-year" />}
    >
      {data === undefined ? null : <Year key={year} year={year} stored={data} />}
    </PartFrame>
  )
}

function Year({ year, stored }: { year: number; stored: readonly CalendarDay[] }) {
  const { t } = useTranslation(['review', 'common'])
  const locale = useLocale()
  const client = useClient()
  const [pasting, setPasting] = useState(false)
  const stands = useMemo(() => ({ value: stored.filter(({ day }) => day.startsWith(String(year))), revision: 0 }), [stored, year])
  const draft = useSavedDraft<CalendarDay[]>(`draft.settings.calendar.${year}`, {
    schema: daysSchema, stands, sound: () => true,
    write: async (days) => { await client.review.saveCalendar({ year, days }); return t('calendar.saved', { year }) },
  })
  const { change } = draft
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <div className={settings.list}>
      <AddDays year={year} onAdd={(days) => change(withDays(draft.value, days))} onPaste={() => setPasting(true)} />
      <div className={settings.scroll}>
        {draft.value.length === 0 ? <p className={settings.none}>{t('calendar.none', { year })}</p> : (
          <table className={settings.table} data-testid="calendar">
            <thead><tr>{(['calendar.day', 'calendar.weekday', 'calendar.kind', 'calendar.name'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}<th /></tr></thead>
            <tbody>
              {draft.value.map((each) => (
                <tr key={each.day}>
                  <td className={settings.narrow}>{each.day}</td>
                  <td className={settings.narrow}>{weekday.format(new Date(`${each.day}T00:00:00Z`))}</td>
                  <td className={settings.narrow}><Kind value={each.kind} onChange={(kind) => change(withDays(draft.value, [{ ...each, kind }]))} /></td>
                  <td><Input size="small" value={each.name} maxLength={100} aria-label={t('calendar.name')} onChange={(event) => change(withDays(draft.value, [{ ...each, name: event.target.value }]))} /></td>
                  <td className={settings.narrow}><Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('calendar.remove')} title={t('calendar.remove')} onClick={() => change(draft.value.filter(({ day }) => day !== each.day))} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <SaveBar {...draft.bar} saveLabel={t('calendar.save', { year })}><ErrorSentence failure={draft.refusals.general} /></SaveBar>
      {pasting ? <PasteDays year={year} onAdd={(days) => { change(withDays(draft.value, days)); setPasting(false) }} onClose={() => setPasting(false)} /> : null}
    </div>
  )
}

function Kind({ value, onChange }: { value: CalendarDay['kind']; onChange: (kind: CalendarDay['kind']) => void }) {
  const { t } = useTranslation('review')
  return <Segmented size="small" value={value} options={(['off', 'worked'] as const).map((kind) => ({ value: kind, label: t(`calendar.kind.${kind}`) }))} onChange={onChange} />
}

function AddDays({ year, onAdd, onPaste }: { year: number; onAdd: (days: CalendarDay[]) => void; onPaste: () => void }) {
  const { t } = useTranslation('review')
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const [kind, setKind] = useState<CalendarDay['kind']>('off')
  const [name, setName] = useState('')
  const days = from === undefined ? [] : daysBetween(from, to ?? from).filter((day) => day.startsWith(String(year)))
  const ends = [{ label: t('calendar.from'), value: from, set: setFrom }, { label: t('calendar.to'), value: to, set: setTo }]
  const base = dayjs(`${year}-01-01`)
  return (
    <div className={styles.addDay}>
      {ends.map(({ label, value, set }) => (
        <DatePicker
          key={label} size="small" placeholder={label} aria-label={label} value={value === undefined ? null : dayjs(value)} defaultPickerValue={base} minDate={base} maxDate={base.endOf('year')}
          onChange={(day: dayjs.Dayjs | null) => set(day?.format('YYYY-MM-DD'))}
        />
      ))}
      <Kind value={kind} onChange={setKind} />
      <Input size="small" style={{ width: 150 }} value={name} maxLength={100} placeholder={t('calendar.name')} aria-label={t('calendar.name')} onChange={(event) => setName(event.target.value)} />
      <Button size="small" type="primary" disabled={days.length === 0} onClick={() => { onAdd(days.map((day) => ({ day, kind, name: name.trim() }))); setFrom(undefined); setTo(undefined) }} data-testid="calendar-add">{t('calendar.add')}</Button>
      <Button size="small" onClick={onPaste} data-testid="calendar-paste">{t('calendar.paste')}</Button>
    </div>
  )
}

function PasteDays({ year, onAdd, onClose }: { year: number; onAdd: (days: CalendarDay[]) => void; onClose: () => void }) {
  const { t } = useTranslation(['review', 'common'])
  const [text, setText] = useState('')
  const { days, faults } = readDays(text, year)
  return (
    <Modal open title={t('calendar.paste')} onCancel={onClose} onOk={() => onAdd(days)} okText={t('calendar.paste.add', { count: days.length })} okButtonProps={{ disabled: days.length === 0 }} cancelText={t('common:cancel')} mask={{ closable: false }}>
      <p>{t('calendar.paste.text')}</p>
      <Input.TextArea autoFocus value={text} style={{ minHeight: 140 }} aria-label={t('calendar.paste')} onChange={(event) => setText(event.target.value)} data-testid="calendar-text" />
      {faults.length === 0 ? null : <p className={settings.warning}>{t('calendar.paste.faults', { count: faults.length, lines: faults.slice(0, 20).join(t('common:listSeparator')) })}</p>}
    </Modal>
  )
}
