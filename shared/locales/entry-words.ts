import type { VocabularyKind } from '#shared/contract/organisation.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { Locale } from '#shared/model/labels.ts'
import { translator } from './translator.ts'

export interface FieldChange {
  readonly field: string
  /** '' where nothing was set before; undefined where the entry does not say. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** An entry of the log as a person reads it. */
export interface EntryWords {
  /** What was done. */
  readonly what: string
  readonly who: string
  /** The kind of record it was done to. */
  readonly kind: string
  /** Which record; '' where it has no name. */
  readonly record: string
  readonly changes: readonly FieldChange[]
}

/** Where the words come from that are data of the organisation. */
export interface WordSources {
  readonly locale: Locale
  readonly vocabulary: (kind: VocabularyKind, code: string) => string
  readonly grade: (code: string) => string
}

type Names = Readonly<Record<string, string>>

/** Fields whose values are codes, and where the words for them are. */
const stateWords: Readonly<Record<string, string>> = {
  discretion: 'discretion', effectiveness: 'effectiveness', frequency: 'frequency', gradingStage: 'stage', progress: 'progress', term: 'term', state: 'state', confirmCode: 'confirm',
}
const vocabularies: Readonly<Record<string, VocabularyKind>> = { typeCode: 'power-type', categoryCode: 'risk-category', kindCode: 'measure-kind' }
const gradeFields = new Set(['gradeCode', 'gradeCodes', 'finalGrade', 'computedGrade', 'expectedGrade', 'verifiedGrade'])

/** Of no meaning to a reader: identifiers of rows that are never shown, and places within a list. */
const hidden = new Set(['gradingId', 'versionId', 'decisionId', 'personId', 'position', 'basis', 'population', 'seed'])

/** Where words of the log are looked for, in this order. */
type Namespace = 'exchange' | 'fields' | 'history' | 'log' | 'people' | 'reportKinds' | 'states'

/** The first text there is for a key in one of the namespaces. Codes come from the log, so no type knows them. */
function word({ locale }: WordSources, key: string, ...namespaces: Namespace[]): string | undefined {
  for (const ns of namespaces) {
    const text = translator(locale)(key as never, { ns, defaultValue: '' }) as string
    if (text !== '') return text
  }
  return undefined
}

/** What was done; undefined for an action nobody gave a name, which is a defect. */
export const actionWord = (action: string, sources: WordSources): string | undefined => word(sources, `action.${action}`, 'history', 'log')

/** What a kind of record is called; its code where it has no name, which is a defect. */
export const entityWord = (entity: string, sources: WordSources): string => word(sources, `entity.${entity}`, 'log') ?? entity

/** What a field is called where it belongs to this kind of record; its code where it has no name, which is a defect. */
export function fieldWord(entity: string, field: string, sources: WordSources): string {
  return word(sources, `field.${entity}.${field}`, 'log') ?? word(sources, `${entity}.${field}`, 'fields') ?? word(sources, `field.${field}`, 'log') ?? word(sources, field, 'fields') ?? field
}

/** One value in words: codes by their labels, ids by their names. */
export function valueWord(field: string, given: unknown, { sources, names = {} }: { sources: WordSources; names?: Names }): string {
  const t = translator(sources.locale)
  const one = (value: unknown): string => valueWord(field, value, { sources, names })
  if (given === null || given === undefined || given === '') return t('emptied', { ns: 'history' })
  if (typeof given === 'boolean') return t(given ? 'yes' : 'no', { ns: 'common' })
  if (Array.isArray(given)) return given.length === 0 ? t('emptied', { ns: 'history' }) : given.map(one).join(t('listSeparator', { ns: 'common' }))
  if (typeof given === 'object') return objectWord(given, sources.locale) ?? partsWord(given, sources, names)
  return codeWord(field, String(given), sources) ?? names[String(given)] ?? timeOf(String(given))
}

const two = (number: number): string => String(number).padStart(2, '0')

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u

/** Instants are stored in UTC and read in the reader's own time. */
function timeOf(text: string): string {
  if (!instant.test(text)) return text
  const at = new Date(text)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

/** Things with a label are called by it, named things by their name; of others each part is told. */
function objectWord(given: object, locale: Locale): string | undefined {
  const { name, labels, label, code } = given as Readonly<Record<string, unknown>>
  const own = locale in given ? Reflect.get(given, locale) : undefined
  for (const text of [name, own, label, code]) if (typeof text === 'string') return text
  return typeof labels === 'object' && labels !== null ? objectWord(labels, locale) : undefined
}

function partsWord(given: object, sources: WordSources, names: Names): string {
  const t = translator(sources.locale)
  const parts = Object.entries(given).map(([field, value]: [string, unknown]) => {
    const [called, said] = [fieldWord('', field, sources), valueWord(field, value, { sources, names })]
    return typeof value === 'object' && value !== null ? t('withNote', { ns: 'common', text: called, note: said }) : t('part', { ns: 'log', field: called, value: said })
  })
  return parts.join(t('listSeparator', { ns: 'common' }))
}

/** A field named together with its kind of record. */
function fieldOfRecordWord(code: string, sources: WordSources): string | undefined {
  const [entity = '', field] = code.split('.')
  return field === undefined ? undefined : fieldWord(entity, field, sources)
}

function codeWord(field: string, code: string, sources: WordSources): string | undefined {
  const state = stateWords[field]
  if (state !== undefined) return word(sources, `${state}.${code}`, 'states') ?? code
  const vocabulary = vocabularies[field]
  if (vocabulary !== undefined) return sources.vocabulary(vocabulary, code)
  if (gradeFields.has(field)) return sources.grade(code)
  if (field === 'formCodes') return word(sources, `form.${code}`, 'exchange')
  if (field === 'meaning') return word(sources, code === 'ignore' || code === 'factor' ? `mapping.${code}` : `column.${code}`, 'exchange')
  if (field === 'entity') return entityWord(code, sources)
  if (field === 'fields') return fieldOfRecordWord(code, sources)
  if (field === 'reportKind') return word(sources, `kind.${code}`, 'reportKinds')
  if (field === 'edition') return word(sources, `edition.${code}`, 'reportKinds')
  return field === 'role' ? word(sources, `role.${code}`, 'people') : word(sources, `value.${field}.${code}`, 'log')
}

/** Who, what, to which record, and field by field what it was before and after. */
export function entryWords(entry: HistoryEntry, { sources, names }: { sources: WordSources; names: Names }): EntryWords {
  const t = translator(sources.locale)
  const { action, entity, entityId, actorKind, actor } = entry
  const service = word(sources, `service.${actor}`, 'log') ?? actor
  return {
    what: actionWord(action, sources) ?? t('action.other', { ns: 'history' }),
    who: actorKind === 'service' ? t('withNote', { ns: 'common', text: service, note: t('service', { ns: 'history' }) }) : actor,
    kind: entityWord(entity, sources),
    record: names[entityId] ?? nameWithin(entry, sources),
    changes: changesOf(entry, { sources, names }),
  }
}

/** What a record is called by what the entry itself says of it. */
function nameWithin({ entity, entityId, before, after }: HistoryEntry, { locale }: WordSources): string {
  const said = { ...before, ...after }
  // The file of a frozen year is named after its hash, which tells nobody anything.
  for (const text of [said['name'], entity === 'archive' ? undefined : said['fileName'], said['year']]) if (typeof text === 'string' || typeof text === 'number') return String(text)
  if (typeof said['labels'] === 'object' && said['labels'] !== null) return objectWord(said['labels'], locale) ?? ''
  return entityId === entity || /^[0-9a-f]{8}-/u.test(entityId) ? '' : entityId
}

function changesOf({ entity, before, after }: HistoryEntry, { sources, names }: { sources: WordSources; names: Names }): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((field) => !hidden.has(field))
  return fields.map((field) => {
    const was = before !== null && field in before ? blankOr(before[field], (given) => valueWord(field, given, { sources, names })) : undefined
    const is = after !== null && field in after ? valueWord(field, after[field], { sources, names }) : undefined
    // What stayed as it was is told once.
    return { field: fieldWord(entity, field, sources), before: was === is ? undefined : was, after: is }
  })
}

/** What was not set before has nothing to be struck out. */
const blankOr = (given: unknown, words: (given: unknown) => string): string => (given === null || given === undefined || given === '' ? '' : words(given))

/** All changes of an entry in one line: `等级：低 → 高；理由：…`. */
export function changeLine(changes: readonly FieldChange[], locale: Locale): string {
  const t = translator(locale)
  return changes.map(({ field, before, after }) => {
    const values = [before === '' ? undefined : before, after].filter((value) => value !== undefined).join(' → ')
    return t('change', { ns: 'log', field, values })
  }).join(t('changeSeparator', { ns: 'log' }))
}
