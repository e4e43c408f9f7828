import { keyOf } from '#shared/model/text-key.ts'
import type { PowerFacts } from '../facts/facts.ts'
import type { RowCells } from '../facts/row-cells.ts'
import { findListedPower } from './find-power.ts'
import { placeIn, rowParams, settlePower } from './merging.ts'
import type { Merging } from './merging.ts'
import { takeOver } from './records.ts'
import type { PowerDraft, PowerValues } from './records.ts'
import { insertStep } from './steps.ts'

/** Merges a row of a catalogue. Blank cells erase nothing. */
export function mergePower(merging: Merging, cells: RowCells, facts: PowerFacts): void {
  const { draft } = merging
  const ref = facts.power
  const found = findListedPower(draft, ref).power
  if (found?.listedAt !== undefined && !samePower(found, facts)) {
    cells.refuse('power.two-names', 'code', { power: ref.code, name: found.now.name, ...rowParams(found.listedAt) })
    return
  }
  if (found?.listedAt !== undefined) cells.note('row.repeats', undefined, rowParams(found.listedAt))
  const bareBefore = found !== undefined && found.now.code === null && ref.code !== ''
  const others = found === undefined ? draft.powersNamed(ref.name) : []
  const power = settlePower(merging, found, { ref, place: cells.place })
  if (bareBefore) cells.note('power.adopted', 'code', { name: power.now.name, power: ref.code })
  draft.rename(power, ref.name)
  power.listedAt ??= cells.place
  takeOver<PowerValues>(power, { ...facts.fields, ...placeIn(merging, cells, { now: power.now, department: facts.department, post: facts.post }) })
  if (facts.steps.length > 0) setSteps(merging, power, facts.steps)
  flagPointsOf(cells, others)
}

const samePower = ({ now }: PowerDraft, { power }: PowerFacts): boolean =>
  keyOf(now.name) === keyOf(power.name) && (keyOf(now.subItem) === keyOf(power.subItem) || power.subItem === '')

/** Steps listed in a cell: those that stand keep their place, the others follow custom. */
function setSteps({ draft }: Merging, power: PowerDraft, names: readonly string[]): void {
  for (const name of names) addStepTo(power, name, () => draft.planStep(name).ref)
}

/** @returns the step's ref */
export function addStepTo(power: PowerDraft, name: string, newRef: () => string): string {
  const known = power.now.steps.find((step) => keyOf(step.name) === keyOf(name))
  if (known !== undefined) return known.ref
  const step = { ref: newRef(), name }
  power.now.steps = insertStep(power.now.steps, step)
  return step.ref
}

/**
 * A name that one power bore now fits two: forms that gave only the name may have meant either, so the points of the
 * first are to be looked at. Where it fitted several before, people have decided already.
 */
function flagPointsOf(cells: RowCells, others: readonly PowerDraft[]): void {
  const [only, ...more] = others
  if (only === undefined || more.length > 0) return
  const open = [...only.points.values()].filter(({ now }) => now.confirmCode === null)
  for (const point of open) {
    point.now.confirmCode = 'power.ambiguous'
    point.place ??= cells.place
  }
  if (open.length > 0) cells.confirm('power.now-ambiguous', 'name', { name: only.now.name, points: open.length })
}
