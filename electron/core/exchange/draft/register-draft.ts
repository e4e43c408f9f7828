import { foldCode } from '#shared/model/codes/fold-code.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { Responsibility } from '#shared/model/responsible-leader.ts'
import type { UsableMethod } from '../../grading/methods.ts'
import type { MeasureDraft, MeasureValues, NamedDraft, PointDraft, PointValues, PostDraft, PowerDraft, PowerValues, Ref } from './records.ts'
import type { Place } from '../facts/facts.ts'

const noPower: Omit<PowerValues, 'name'> = {
  code: null, codeScheme: null, typeCode: null, subItem: '', departmentId: null, postId: null, exercisedBy: null, statutoryLimit: null,
  promisedLimit: null, feeBasis: null, publicity: null, discretion: 'unknown', benchmarkNo: null, benchmarkCalibratedOn: null, duties: null,
  liability: null, remarks: null, threeMajors: false, pastCase: false, legalBases: [], steps: [],
}

const noPoint: Omit<PointValues, 'manifestation'> = {
  departmentId: null, postId: null, stepId: null, categoryCode: null, title: null, existingRules: null, directOwner: null,
  departmentHead: null, responsibleLeader: null, pastCase: false, confirmCode: null,
}

const noMeasure: Omit<MeasureValues, 'content'> = {
  departmentId: null, kindCode: null, owner: null, ownerPostId: null, frequency: null, rhythmFrom: null, term: 'none', dueOn: null, progress: 'in-force', doneOn: null, remarks: null,
}

const postKey = (departmentRef: Ref, name: string): string => `${departmentRef}\n${keyOf(name)}`

/** The part of the register a file speaks of, as the import will leave it. Rows are merged into it one after the other. */
export class RegisterDraft {
  readonly departments = new Map<string, NamedDraft>()
  readonly posts = new Map<string, PostDraft>()
  readonly powers: PowerDraft[] = []
  readonly points: PointDraft[] = []
  readonly measures: MeasureDraft[] = []
  /** In force without a risk point, by content key. */
  readonly looseMeasures = new Map<string, MeasureDraft>()
  /** Rows that list measures for all their points together. */
  readonly sharedRows: { points: readonly PointDraft[]; measures: readonly MeasureDraft[] }[] = []
  /** Measures by this file's own numbering. */
  readonly markedMeasures = new Map<string, MeasureDraft>()
  /** Methods factors can be graded by: the one in force first. */
  readonly methods: readonly UsableMethod[]
  readonly responsibility: Responsibility
  readonly #departmentOfPost = new Map<Ref, Ref>()
  readonly #byCode = new Map<string, PowerDraft>()
  readonly #byName = new Map<string, PowerDraft[]>()
  #planned = 0

  constructor(settings: { methods: readonly UsableMethod[]; responsibility: Responsibility }) {
    this.methods = settings.methods
    this.responsibility = settings.responsibility
  }

  #newRef(): Ref {
    return `planned-${++this.#planned}`
  }

  get #newNumber(): number {
    return Number.MAX_SAFE_INTEGER - 1_000_000_000 + this.#planned
  }

  /** The department of a name; planned where there is none. */
  department(name: string): NamedDraft {
    const known = this.departments.get(keyOf(name))
    if (known !== undefined) return known
    const planned = { ref: this.#newRef(), name, isNew: true }
    this.departments.set(keyOf(name), planned)
    return planned
  }

  post(departmentRef: Ref, name: string): PostDraft {
    const known = this.posts.get(postKey(departmentRef, name))
    return known ?? this.addPost({ ref: this.#newRef(), name, isNew: true, departmentRef })
  }

  addPost(post: PostDraft): PostDraft {
    this.posts.set(postKey(post.departmentRef, post.name), post)
    this.#departmentOfPost.set(post.ref, post.departmentRef)
    return post
  }

  departmentOfPost(post: Ref): Ref | undefined {
    return this.#departmentOfPost.get(post)
  }

  powerByCode(code: string): PowerDraft | undefined {
    return this.#byCode.get(foldCode(code))
  }

  /** All powers in force of that name, by number. */
  powersNamed(name: string): readonly PowerDraft[] {
    return this.#byName.get(keyOf(name)) ?? []
  }

  addPower(power: PowerDraft): PowerDraft {
    this.powers.push(power)
    if (power.now.code !== null) this.#byCode.set(foldCode(power.now.code), power)
    const named = this.powersNamed(power.now.name)
    this.#byName.set(keyOf(power.now.name), [...named, power].toSorted((a, b) => a.number - b.number))
    return power
  }

  planPower(name: string, place: Place): PowerDraft {
    const ref = this.#newRef()
    return this.addPower({ ref, number: this.#newNumber, standing: undefined, now: { ...noPower, name }, place, points: new Map(), measures: new Map(), listedAt: undefined })
  }

  giveCode(power: PowerDraft, code: string): void {
    if (power.now.code !== null && foldCode(power.now.code) === foldCode(code)) return
    power.now.code = code
    this.#byCode.set(foldCode(code), power)
  }

  rename(power: PowerDraft, name: string): void {
    if (keyOf(name) === keyOf(power.now.name)) return
    this.#byName.set(keyOf(power.now.name), this.powersNamed(power.now.name).filter((one) => one !== power))
    power.now.name = name
    this.#byName.set(keyOf(name), [...this.powersNamed(name), power].toSorted((a, b) => a.number - b.number))
  }

  addPoint(point: PointDraft): PointDraft {
    this.points.push(point)
    // Of two standing points with the same text the older is the one a file means.
    if (!point.power.points.has(point.key)) point.power.points.set(point.key, point)
    return point
  }

  planPoint(power: PowerDraft, manifestation: string, place: Place): PointDraft {
    return this.addPoint({
      ref: this.#newRef(), number: this.#newNumber, underReview: false, standing: undefined, now: { ...noPoint, manifestation }, place, power, key: keyOf(manifestation),
      standingGrade: undefined, grading: undefined, said: [], namedLeader: undefined, standingLinks: new Map(), statedMeasures: new Map(), singleLinks: new Map(), links: new Map(),
    })
  }

  addMeasure(measure: MeasureDraft): MeasureDraft {
    this.measures.push(measure)
    return measure
  }

  planMeasure(content: string, place: Place): MeasureDraft {
    return this.addMeasure({ ref: this.#newRef(), number: this.#newNumber, standing: undefined, now: { ...noMeasure, content }, place, key: keyOf(content) })
  }

  planStep(name: string): { ref: Ref; name: string } {
    return { ref: this.#newRef(), name }
  }
}
