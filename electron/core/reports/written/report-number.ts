import { createHash } from 'node:crypto'
import { numberText } from '#shared/model/report-orders.ts'
import { canonicalJson } from '../../archive/canonical-json.ts'
import type { Core } from '../../core.ts'
import type { Actor, Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { headToken } from '../../evidence/head.ts'
import type { KeptHead } from '../../evidence/head.ts'
import type { Paper } from '../paper/paper.ts'

/** What makes a report the same as another. */
export interface Identity {
  readonly kind: string
  readonly subjectId: string | null
  readonly departmentIds: readonly string[]
  readonly year: number
  readonly edition: string
  readonly locale: string
  readonly format: string
  readonly archiveHash: string | null
  /** Of the settings, whose change makes another file. */
  readonly settings: number
  /** SHA-256 of the office's own form; null where it is the program's. */
  readonly form: string | null
  readonly version: string
}

/** SHA-256 over the order and everything that stands in the paper; pictures by their bytes. */
export function identityOf(identity: Identity, paper: Paper): string {
  const hash = createHash('sha256').update(canonicalJson(identity)).update('\0')
  hash.update(JSON.stringify(paper, (_key, value: unknown) => (value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value)))
  return hash.digest('hex')
}

export type ReportNumber = Row<'report_number'>

/**
 * The number of a report. It is given once to what the report says; whoever asks for the same again gets the number and
 * the head of the log it was given with, so that the file is the same byte for byte.
 */
export async function numberFor(core: Core, actor: Actor, { identity, pattern }: { identity: string; pattern: string }): Promise<ReportNumber> {
  const { database } = core
  const find = (db: Pick<Change['db'], 'selectFrom'>) => db.selectFrom('report_number').selectAll().where('identity', '=', identity).executeTakeFirst()
  const known = await find(database.read)
  if (known !== undefined) return known
  const head = await database.keepHead('report')
  return database.change(actor, async (change) => await find(change.db) ?? give(change, { identity, pattern, head }))
}

/** Local day on which the number was given: that day the register said what the report says. */
export const firstSaidOn = ({ env }: Pick<Core, 'env'>, { given_at }: ReportNumber): string => env.localDate(Date.parse(given_at))

async function give(change: Change, { identity, pattern, head }: { identity: string; pattern: string; head: KeptHead | null }): Promise<ReportNumber> {
  const year = Number(change.today.slice(0, 4))
  const { last } = await change.db.selectFrom('report_number').select(({ fn }) => fn.max<number | null>('running').as('last')).where('issued_in', '=', year).executeTakeFirstOrThrow()
  const running = (last ?? 0) + 1
  const id = change.newId()
  const text = numberText(pattern, { year, running })
  await change.db.insertInto('report_number').values({
    id, identity, issued_in: year, running, text, head_number: head?.number ?? null, head_hash: head?.hash ?? null, head: head === null ? null : headToken(head), given_at: change.at,
  }).execute()
  await change.record({ action: 'report-number.give', entity: 'report-number', entityId: id, after: { text }, seals: [{ table: 'report_number', key: id }] })
  return change.db.selectFrom('report_number').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
