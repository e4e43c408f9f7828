import type { PlannedChange } from '#shared/contract/exchange.ts'
import { translator } from '#shared/locales/translator.ts'
import type { MeasureDraft, MeasureValues, PointDraft, PointValues, PowerDraft, PowerValues, Ref } from '../draft/records.ts'
import type { RegisterDraft } from '../draft/register-draft.ts'
import { separatorOf } from '../facts/words.ts'
import type { Words } from '../facts/words.ts'
import { linksChange } from './settle-draft.ts'

type Differences = PlannedChange['differences']
type Describe = (value: unknown) => string | null

/** Names of fields as the preview shows them, where they differ from the contract's. */
const shownAs: Readonly<Record<string, string>> = {
  departmentId: 'department', postId: 'post', stepId: 'step', typeCode: 'type', categoryCode: 'category', kindCode: 'kind', confirmCode: 'confirm', ownerPostId: 'ownerPost',
}

/** Puts values into the words of the user: names and labels, never ids and codes. */
export class Describer {
  readonly #words: Words
  readonly #names = new Map<Ref, string>()
  readonly #measures: ReadonlyMap<Ref, MeasureDraft>
  readonly #fields: Readonly<Record<string, Describe>>

  constructor(draft: RegisterDraft, words: Words) {
    this.#words = words
    for (const { ref, name } of [...draft.departments.values(), ...draft.posts.values()]) this.#names.set(ref, name)
    for (const { ref, name } of draft.powers.flatMap(({ now, standing }) => [...now.steps, ...(standing?.steps ?? [])])) this.#names.set(ref, name)
    this.#measures = new Map(draft.measures.map((measure) => [measure.ref, measure]))
    this.#fields = this.#describers()
  }

  #describers(): Record<string, Describe> {
    const { locale, frequency, powerType, riskCategory, measureKind, discretion, progress, yesNo } = this.#words
    const t = translator(locale)
    const named: Describe = (value) => this.#names.get(String(value)) ?? null
    return {
      departmentId: named,
      postId: named,
      ownerPostId: named,
      stepId: named,
      typeCode: (value) => powerType.label(String(value)),
      categoryCode: (value) => riskCategory.label(String(value)),
      kindCode: (value) => measureKind.label(String(value)),
      discretion: (value) => discretion.label(String(value)),
      progress: (value) => progress.label(String(value)),
      frequency: (value) => frequency.label(String(value)),
      term: (value) => t(`term.${value as MeasureValues['term']}`, { ns: 'states' }),
      confirmCode: (value) => t(`confirm.${value as 'grade.split'}`, { ns: 'states' }),
      pastCase: (value) => yesNo.label(value === true ? 'yes' : 'no'),
      threeMajors: (value) => yesNo.label(value === true ? 'yes' : 'no'),
      legalBases: (value) => this.#list(value as PowerValues['legalBases']),
      steps: (value) => this.#list((value as PowerValues['steps']).map(({ name }) => name)),
    }
  }

  #list(texts: readonly string[]): string | null {
    return texts.length === 0 ? null : texts.join('\n')
  }

  #text(field: string, value: unknown): string | null {
    if (value === null || value === undefined || value === '') return null
    return this.#fields[field]?.(value) ?? String(value)
  }

  #differences<V extends object>(before: V | undefined, after: V, fields: readonly (keyof V)[]): Differences {
    return fields.map((field) => {
      const name = String(field)
      return { field: shownAs[name] ?? name, before: before === undefined ? null : this.#text(name, before[field]), after: this.#text(name, after[field]) }
    })
  }

  power({ now }: PowerDraft): string {
    return [now.code, now.name, now.subItem].filter((part) => part !== null && part !== '').join(' ')
  }

  powerDifferences({ standing, now }: PowerDraft, fields: readonly (keyof PowerValues)[]): Differences {
    return this.#differences(standing, now, fields)
  }

  measureDifferences({ standing, now }: MeasureDraft, fields: readonly (keyof MeasureValues)[]): Differences {
    return this.#differences(standing, now, fields)
  }

  pointDifferences(point: PointDraft, fields: readonly (keyof PointValues)[]): Differences {
    const differences = this.#differences(point.standing, point.now, fields)
    if (point.standing === undefined) differences.unshift({ field: 'power', before: null, after: this.power(point.power) })
    differences.push(...this.#gradeDifference(point))
    if (linksChange(point)) differences.push({ field: 'measures', before: this.#measureTexts(point.standingLinks), after: this.#measureTexts(point.links) })
    return differences.filter(({ before, after }) => before !== after)
  }

  #gradeDifference({ standingGrade, grading }: PointDraft): Differences {
    if (grading === undefined) return []
    const before = standingGrade === undefined ? null : this.#words.grade.label(standingGrade.code)
    return [{ field: 'grade', before, after: this.#words.grade.label(grading.finalGrade) }]
  }

  #measureTexts(links: PointDraft['links']): string | null {
    const texts = [...links].toSorted(([, a], [, b]) => a.position - b.position).flatMap(([ref]) => this.#measures.get(ref)?.now.content ?? [])
    return this.#list(texts)
  }

  /** Names in a row, for a sentence. */
  names(names: readonly string[]): string {
    return names.join(separatorOf(this.#words.locale))
  }
}
