import { translator } from '#shared/locales/translator.ts'
import type { CheckedForm, PlaceholderListing, ReportForm } from '#shared/contract/report-forms.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { readContent, storeContent } from '../../attachments/contents.ts'
import type { Actor, Core } from '../../core.ts'
import { paperFile } from '../paper/paper-file.ts'
import type { Paper } from '../paper/paper.ts'
import { findSubjects } from '../written/find-subjects.ts'
import { reportKinds } from '../kinds/index.ts'
import type { RegisteredKind } from '../kinds/index.ts'
import { liveCore } from '../written/source.ts'
import { preparePaper } from '../written/write-report.ts'
import { allNames, missingIn } from './edition-names.ts'
import { exampleForm } from './example-form.ts'
import { factsOf, filledForm } from './fill-report.ts'
import { addForm, readForm } from './form-records.ts'
import type { NamesByEdition } from './form-records.ts'
import { formInThread } from './form-thread.ts'
import { headFieldNames, placeholdersOf } from './placeholders-of.ts'
import { namesOf } from './placeholders.ts'
import type { PlaceholderNames, Placeholders } from './placeholders.ts'
import { unusable } from './unusable-form.ts'

/** The figures against which a form is held. */
interface OfYear { readonly kind: string; readonly locale: Locale; readonly year: number }

/** A kind of report that is written as a Word file. @throws Refusal `report.kind-unknown`, `report.format-not-offered` */
function registeredKind(code: string): RegisteredKind {
  const found = reportKinds.find(({ kind }) => kind.code === code)
  if (found === undefined) throw new Refusal('report.kind-unknown', { kind: code }, 'kind')
  if (!found.kind.formats.includes('docx')) throw new Refusal('report.format-not-offered', {}, 'kind')
  return found
}

/** A report as an edition has it, about the first subject there is where it is about one. @throws Refusal `form.no-subject`, those of `preparePaper` */
async function* sampleOf(core: Core, actor: Actor, { edition, ...order }: OfYear & { edition: ReportEdition }): AsyncGenerator<Progress, Paper, void> {
  const { subjects, byDepartment } = registeredKind(order.kind)
  const [subject] = subjects === undefined ? [] : await findSubjects(core, actor, { ...order, text: '' })
  if (subjects !== undefined && byDepartment !== true && subject === undefined) throw new Refusal('form.no-subject', { year: order.year }, 'year')
  return (yield* preparePaper(core, actor, { ...order, edition, ...(subject === undefined ? {} : { subject: subject.id }) })).paper
}

/** The values of a report in each of its editions. */
async function* valuesByEdition(core: Core, actor: Actor, order: OfYear): AsyncGenerator<Progress, ReadonlyMap<ReportEdition, Placeholders>, void> {
  const values = new Map<ReportEdition, Placeholders>()
  for (const edition of registeredKind(order.kind).kind.editions) {
    const paper = yield* sampleOf(core, actor, { ...order, edition })
    values.set(edition, placeholdersOf(paper, factsOf(paper, { edition, year: order.year, number: '' })))
  }
  return values
}

const namesIn = (values: ReadonlyMap<ReportEdition, Placeholders>): NamesByEdition => new Map([...values].map(([edition, of]): [ReportEdition, PlaceholderNames] => [edition, namesOf(of)]))

/** Characters of a value that are shown beside its name. */
const shown = 60

const isPlace = (column: string): boolean => /^c\d+$/u.test(column)
/** A column's place is shown only where no title follows it. */
const titled = (columns: readonly string[]): string[] => columns.filter((column, at) => !isPlace(column) || isPlace(columns[at + 1] ?? 'c0'))

/** The names worth showing: those in the language of the form, and columns by their titles where they have one. */
function listedNames({ fields, lists }: PlaceholderNames, locale: Locale): PlaceholderNames {
  const other = new Set<string>(headFieldNames.map(([english, chinese]) => (locale === 'en' ? chinese : english)))
  return { fields: fields.filter((name) => !other.has(name)), lists: new Map([...lists].map(([name, columns]) => [name, titled(columns)])) }
}

/** What a form of a kind may ask for, and what stands for it in a year. */
export async function* listPlaceholders(core: Core, actor: Actor, order: OfYear): AsyncGenerator<Progress, PlaceholderListing, void> {
  const values = yield* valuesByEdition(core, actor, order)
  const names = listedNames(allNames(namesIn(values).values()), order.locale)
  const all = [...values]
  const first = <T>(look: (of: Placeholders) => T | undefined): T | undefined => all.map(([, of]) => look(of)).find((found) => found !== undefined)
  return {
    fields: names.fields.map((name) => ({ name, sample: (first(({ fields }) => fields.get(name)) ?? '').slice(0, shown), editions: all.filter(([, { fields }]) => fields.has(name)).map(([edition]) => edition) })),
    lists: [...names.lists].map(([name, columns]) => ({
      name,
      rows: first(({ lists }) => lists.get(name)?.rows.length) ?? 0,
      columns: columns.map((column) => ({
        name: column, sample: (first(({ lists }) => lists.get(name)?.rows[0]?.get(column)) ?? '').slice(0, shown),
        editions: all.filter(([, { lists }]) => lists.get(name)?.columns.includes(column) === true).map(([edition]) => edition),
      })),
    })),
  }
}

/** A Word file of the same look as the program's own, with a placeholder in every place. */
export async function* exampleFile(core: Core, actor: Actor, order: OfYear): AsyncGenerator<Progress, File, void> {
  const { editions } = registeredKind(order.kind).kind
  const edition = editions.find((one) => one === 'internal') ?? editions[0] ?? 'internal'
  const paper = yield* sampleOf(core, actor, { ...order, edition })
  const t = translator(order.locale)
  const name = t('example.file', { ns: 'reportForms', kind: t(`kind.${order.kind}` as never, { ns: 'reportKinds' }) })
  return yield* paperFile(liveCore(core), exampleForm(paper), { format: 'docx', name })
}

async function* inspected(bytes: Uint8Array, names: NamesByEdition): AsyncGenerator<Progress, readonly string[], void> {
  const answer = yield* formInThread({ kind: 'inspect', bytes, names: allNames(names.values()) })
  return answer.kind === 'inspected' ? answer.placeholders : []
}

/**
 * Checks a Word file against everything its report can put in, and keeps it.
 * @throws Refusal `form.…` naming the placeholder or the part
 */
export async function* keepForm(core: Core, actor: Actor, { name, file, ...order }: OfYear & { name: string; file: File }): AsyncGenerator<Progress, ReportForm, void> {
  if (!/\.docx$/iu.test(file.name)) throw unusable('not-docx')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const names = namesIn(yield* valuesByEdition(core, actor, order))
  const placeholders = yield* inspected(bytes, names)
  if (placeholders.length === 0) throw unusable('no-placeholder')
  const live = liveCore(core)
  const hash = storeContent(live.folder, bytes)
  return live.database.change(actor, (change) => addForm(change, { kind: order.kind, locale: order.locale, name, file: { name: file.name, size: bytes.length, hash }, placeholders, names }))
}

/** Holds a kept form against the report of a year. @throws Refusal `form.…` for what the report no longer has */
export async function* checkForm(core: Core, actor: Actor, { id, year }: { id: string; year: number }): AsyncGenerator<Progress, CheckedForm, void> {
  const live = liveCore(core)
  const form = await readForm(live.database.read, id)
  const names = namesIn(yield* valuesByEdition(core, actor, { kind: form.kind, locale: form.locale, year }))
  const placeholders = yield* inspected(readContent(live.folder, form.hash), names)
  return { placeholders: [...placeholders], empty: [...names].map(([edition, of]) => ({ edition, names: missingIn(placeholders, of) })).filter((one) => one.names.length > 0) }
}

/** The form with the figures of a year, for looking at. */
export async function* tryForm(core: Core, actor: Actor, { id, year, edition }: { id: string; year: number; edition: ReportEdition }): AsyncGenerator<Progress, File, void> {
  const form = await readForm(liveCore(core).database.read, id)
  const paper = yield* sampleOf(core, actor, { kind: form.kind, locale: form.locale, year, edition })
  const t = translator(form.locale)
  return yield* filledForm(core, form, { paper, edition, year, number: '', name: t('try.file', { ns: 'reportForms', name: form.name, edition: t(`edition.${edition}`, { ns: 'reportKinds' }) }) })
}
