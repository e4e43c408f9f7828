import { createHash } from 'node:crypto'
import type { EventIssue } from '#shared/contract/warnings.ts'
import type { EventField } from '#shared/model/warnings/events.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { LONG_TERM, parseDate } from '../../workbooks/cells/parse-date.ts'
import type { EventColumns } from './columns.ts'

/** An event as a line of the file tells it. */
export type EventCells = Readonly<Record<EventField, string>>
export interface ReadEvent extends EventCells { readonly row: number; readonly key: string }

/** Signs; what a platform writes into one cell is far shorter. */
const longest: Readonly<Record<EventField, number>> = { eventNo: 100, happenedAt: 40, powerCode: 100, powerName: 500, step: 200, caseNo: 100, department: 200, kind: 100, level: 50, text: 4000 }

const withTime = /^(?<day>.*\d.*?)[ T]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?Z?$/u

/** A day, and the time where one stands: `yyyy-mm-dd` or `yyyy-mm-dd hh:mm`; undefined where it is neither. */
export function momentOf(text: string): string | undefined {
  const { day = text, hour, minute } = withTime.exec(text.trim())?.groups ?? {}
  const date = parseDate(day)
  if (date === undefined || date === LONG_TERM) return undefined
  if (hour === undefined || minute === undefined) return date
  return Number(hour) < 24 && Number(minute) < 60 ? `${date} ${hour.padStart(2, '0')}:${minute}` : undefined
}

/** The same event has the same key in any file: its own number, or else everything that tells it from others. */
export function eventKey({ eventNo, happenedAt, powerCode, powerName, caseNo, department, kind, text }: EventCells): string {
  if (keyOf(eventNo) !== '') return `n:${keyOf(eventNo)}`
  return `h:${createHash('sha256').update(JSON.stringify([happenedAt, powerCode, powerName, caseNo, department, kind, text].map(keyOf))).digest('hex')}`
}

/** What a line tells, or what is wrong with it; undefined for one without anything. */
export function readEvent(cells: readonly string[], { fields, headers }: EventColumns, { row, today }: { row: number; today: string }): ReadEvent | EventIssue | undefined {
  const at = (field: EventField): number => fields.indexOf(field)
  const text = (field: EventField): string => (cells[at(field)] ?? '').trim()
  if (cells.every((cell) => cell.trim() === '')) return undefined
  const issue = (field: EventField, code: string, params: EventIssue['params'] = {}): EventIssue => ({ row, column: headers[at(field)] ?? null, code, params })
  for (const [field, most] of Object.entries(longest)) {
    const known = field as EventField
    if ([...text(known)].length > most) return issue(known, 'event.too-long', { most })
  }
  const moment = momentOf(text('happenedAt'))
  if (moment === undefined) return issue('happenedAt', text('happenedAt') === '' ? 'event.time-missing' : 'event.time-unreadable', { value: text('happenedAt') })
  if (moment.slice(0, 10) > today) return issue('happenedAt', 'event.in-future', { value: moment })
  if (text('text') === '') return issue('text', 'event.text-missing')
  const event: EventCells = {
    eventNo: text('eventNo'), happenedAt: moment, powerCode: text('powerCode'), powerName: text('powerName'), step: text('step'), caseNo: text('caseNo'), department: text('department'),
    kind: text('kind'), level: text('level'), text: text('text'),
  }
  return { ...event, row, key: eventKey(event) }
}

export const isIssue = (read: ReadEvent | EventIssue): read is EventIssue => 'code' in read
