import type { ReportSettings } from '#shared/contract/reports.ts'
import { defaultNumberPattern, isNumberPattern, largestLogo } from '#shared/model/report-orders.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { differenceOf } from '../../records/values.ts'
import { StaleRecord } from '../../stale-record.ts'
import type { Letterhead } from '../paper/paper.ts'
import { pictureSize } from './picture-size.ts'

type Watermarks = Readonly<Record<ReportEdition, string>>
type Stored = Row<'report_setting'>

const none = (): Stored => ({
  number: 1, red_head: '', number_pattern: defaultNumberPattern, number_on_top: 0, watermarks: '{}', logo: null, logo_type: null, logo_width: null, logo_height: null, revision: 0, updated_at: '',
})

/** How the office's papers look; revision 0 while nothing was ever set. */
export const storedSettings = async (db: ReadableDatabase): Promise<Stored> => await db.selectFrom('report_setting').selectAll().executeTakeFirst() ?? none()

const watermarksOf = ({ watermarks }: Stored): Watermarks => {
  const texts = JSON.parse(watermarks) as Partial<Watermarks>
  return { public: texts.public ?? '', internal: texts.internal ?? '', assessment: texts.assessment ?? '' }
}

/** The settings as the screen shows them, with the logo ready to be drawn. */
export async function readSettings(db: ReadableDatabase): Promise<ReportSettings> {
  const stored = await storedSettings(db)
  return {
    redHead: stored.red_head, numberPattern: stored.number_pattern, numberOnTop: stored.number_on_top === 1, watermarks: { ...watermarksOf(stored) }, revision: stored.revision,
    logo: stored.logo === null || stored.logo_type === null ? null : { type: stored.logo_type, width: stored.logo_width ?? 0, height: stored.logo_height ?? 0, base64: Buffer.from(stored.logo).toString('base64') },
  }
}

export type SettingsOrder = Omit<ReportSettings, 'logo'>

/** @throws Refusal `report.number-pattern`; StaleRecord */
export async function saveSettings(change: Change, { redHead, numberPattern, numberOnTop, watermarks, revision }: SettingsOrder): Promise<number> {
  if (!isNumberPattern(numberPattern)) throw new Refusal('report.number-pattern', {}, 'numberPattern')
  const stands = await standing(change.db, revision)
  const difference = differenceOf(valuesOf(stands), { redHead, numberPattern, numberOnTop, ...watermarkValues(watermarks) })
  if (difference === undefined) return revision
  return store(change, stands, { red_head: redHead, number_pattern: numberPattern, number_on_top: numberOnTop ? 1 : 0, watermarks: JSON.stringify(watermarks) }, difference)
}

const valuesOf = (stored: Stored) => ({ redHead: stored.red_head, numberPattern: stored.number_pattern, numberOnTop: stored.number_on_top === 1, ...watermarkValues(watermarksOf(stored)) })

const watermarkValues = (texts: Watermarks) => Object.fromEntries(reportEditions.map((edition) => [`watermark-${edition}`, texts[edition]]))

/**
 * Puts a picture over the office's papers, or takes it away.
 * @throws Refusal `report.logo-too-large`, `report.logo-unreadable`; StaleRecord
 */
export async function saveLogo(change: Change, { bytes, revision }: { bytes: Uint8Array | null; revision: number }): Promise<number> {
  const stands = await standing(change.db, revision)
  if (bytes === null) return store(change, stands, { logo: null, logo_type: null, logo_width: null, logo_height: null }, { before: { logo: stands.logo !== null }, after: { logo: false } })
  if (bytes.length > largestLogo.bytes) throw new Refusal('report.logo-too-large', { kilobytes: largestLogo.bytes / 1024, side: largestLogo.side }, 'logo')
  const size = pictureSize(bytes)
  if (size === undefined) throw new Refusal('report.logo-unreadable', {}, 'logo')
  if (Math.max(size.width, size.height) > largestLogo.side) throw new Refusal('report.logo-too-large', { kilobytes: largestLogo.bytes / 1024, side: largestLogo.side }, 'logo')
  return store(change, stands, { logo: bytes, logo_type: size.type, logo_width: size.width, logo_height: size.height }, { before: { logo: stands.logo !== null }, after: { logo: true, logoWidth: size.width, logoHeight: size.height } })
}

async function standing(db: ReadableDatabase, revision: number): Promise<Stored> {
  const stands = await storedSettings(db)
  if (stands.revision !== revision) throw new StaleRecord('report-setting', { ...valuesOf(stands), revision: stands.revision })
  return stands
}

async function store({ db, at, record }: Change, stands: Stored, values: Partial<Stored>, difference: { before: object; after: object }): Promise<number> {
  const row = { ...stands, ...values, revision: stands.revision + 1, updated_at: at }
  if (stands.revision === 0) await db.insertInto('report_setting').values(row).execute()
  else await db.updateTable('report_setting').set(row).where('number', '=', 1).execute()
  await record({ action: 'report-setting.change', entity: 'report-setting', entityId: 'report-setting', ...difference })
  return row.revision
}

/** What stands over a paper of an edition. The number goes on top only where the office wants it there. */
export function letterheadOf(stored: Stored, number: string): Letterhead {
  const { red_head: redHead, logo, logo_type: type, logo_width: width, logo_height: height } = stored
  return {
    ...(redHead === '' ? {} : { redHead }),
    ...(logo === null || type === null || width === null || height === null ? {} : { logo: { type, bytes: new Uint8Array(logo), width, height } }),
    ...(stored.number_on_top === 1 ? { documentNumber: number } : {}),
  }
}

export const watermarkOf = (stored: Stored, edition: ReportEdition): string => watermarksOf(stored)[edition]
