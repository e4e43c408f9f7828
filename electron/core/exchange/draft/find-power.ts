import { keyOf } from '#shared/model/text-key.ts'
import type { PowerRef } from '../facts/facts.ts'
import type { PowerDraft } from './records.ts'
import type { RegisterDraft } from './register-draft.ts'

export interface FoundPower {
  /** undefined: the register has no such power, one has to be planned. */
  readonly power: PowerDraft | undefined
  /** The name fits several powers and the row does not say which. */
  readonly several: boolean
}

const none: FoundPower = { power: undefined, several: false }
const exactly = (power: PowerDraft): FoundPower => ({ power, several: false })

/** A power that another form created by its name alone: a catalogue's row fills in what it lacks. */
const isBare = ({ now }: PowerDraft): boolean => now.code === null && now.subItem === ''

/**
 * The power of a catalogue's row: by code; else, where one side has no code, by name and sub-item; else one created by
 * its name alone, which the row adopts.
 */
export function findListedPower(draft: RegisterDraft, { name, code, subItem }: PowerRef): FoundPower {
  const coded = code === '' ? undefined : draft.powerByCode(code)
  if (coded !== undefined) return exactly(coded)
  const named = draft.powersNamed(name).filter(({ now }) => code === '' || now.code === null)
  const same = named.find(({ now }) => keyOf(now.subItem) === keyOf(subItem)) ?? named.find(isBare)
  return same === undefined ? none : exactly(same)
}

/**
 * The power a row about risks or measures means. A bare name that several powers bear means the one its points already
 * stand on, otherwise the first by number.
 * @param keys manifestation keys of the row's points
 */
export function findNamedPower(draft: RegisterDraft, ref: PowerRef, keys: readonly string[]): FoundPower {
  if (ref.code !== '') return findListedPower(draft, ref)
  const named = draft.powersNamed(ref.name)
  if (ref.subItem !== '' || ref.namesSubItems) {
    const same = named.find(({ now }) => keyOf(now.subItem) === keyOf(ref.subItem))
    if (same !== undefined) return exactly(same)
    if (ref.subItem !== '') return findListedPower(draft, ref)
  }
  const [first] = named
  if (first === undefined) return none
  if (named.length === 1) return exactly(first)
  const standing = (power: PowerDraft): number => keys.filter((key) => power.points.has(key)).length
  return { power: named.reduce((best, power) => (standing(power) > standing(best) ? power : best), first), several: true }
}
