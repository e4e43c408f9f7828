import type { Locale } from '#shared/model/labels.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { ReportFormat } from '#shared/model/report-orders.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReportRemarks } from '../assemble-annual.ts'
import type { Core } from '../../core.ts'
import { reportKinds } from '../kinds/index.ts'
import type { RegisteredKind } from '../kinds/index.ts'

/** What somebody asks for. */
export interface PaperOrder {
  readonly kind: string
  readonly year: number
  readonly edition: ReportEdition
  readonly locale: Locale
  /** An id, or a code, number or name by which exactly one is found. */
  readonly subject?: string | undefined
  readonly departmentIds?: readonly string[] | undefined
  readonly texts?: ReportRemarks | undefined
}

export interface WriteOrder extends PaperOrder {
  readonly format: ReportFormat
  /** What the file is for; every export says so. */
  readonly purpose: string
}

/**
 * The kind of an order, where it can be written as it was asked for.
 * @throws Refusal `report.kind-unknown`, `report.edition-not-offered`, `report.format-not-offered`, `report.subject-missing`
 */
export function kindOf(order: PaperOrder & { readonly format?: ReportFormat | undefined }): RegisteredKind {
  const found = reportKinds.find(({ kind }) => kind.code === order.kind)
  if (found === undefined) throw new Refusal('report.kind-unknown', { kind: order.kind }, 'kind')
  const { kind, byDepartment, subjects } = found
  if (!kind.editions.includes(order.edition)) throw new Refusal('report.edition-not-offered', {}, 'edition')
  if (order.format !== undefined && !kind.formats.includes(order.format)) throw new Refusal('report.format-not-offered', {}, 'format')
  if (subjects !== undefined && byDepartment !== true && order.subject === undefined) throw new Refusal('report.subject-missing', {}, 'subject')
  return found
}

/** The subject of an order by its id, and what it is called. */
export interface Subject { readonly id: string; readonly label: string }

/**
 * What the order is about; undefined where it is about the whole year. It is looked for by its id first, then by the
 * text somebody typed.
 * @throws Refusal `report.subject-unknown`, `report.subject-ambiguous`
 */
export async function subjectOf(core: Core, { subjects }: RegisteredKind, { subject, year, locale }: PaperOrder): Promise<Subject | undefined> {
  if (subject === undefined || subjects === undefined) return undefined
  const search = { year, locale }
  const listed = await subjects(core, { ...search, ...(isId(subject) ? { text: '', id: subject } : { text: subject }) })
  const exact = listed.filter(({ id, label, note }) => id === subject || label === subject || note === subject)
  const [one, other] = exact.length > 0 ? exact : isId(subject) ? [{ id: subject, label: '' }] : listed
  if (one === undefined) throw new Refusal('report.subject-unknown', { subject }, 'subject')
  if (other !== undefined) throw new Refusal('report.subject-ambiguous', { subject }, 'subject')
  return { id: one.id, label: one.label }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text)
