import { canonicalJson } from '../archive/canonical-json.ts'
import type { LookedAt } from './looked-at.ts'

/** One thing that is no longer as it was when somebody looked. `record` names what it belongs to. */
export interface MaterialChange { readonly record: 'risk-point' | 'power' | 'control-measure'; readonly field: string; readonly before: unknown; readonly after: unknown }

/** What changed between two looks at an entry, in the order of the entry's form. */
export function materialChanges(before: LookedAt, after: LookedAt): MaterialChange[] {
  return [
    ...fieldChanges('risk-point', before.riskPoint, after.riskPoint),
    ...fieldChanges('power', before.power, after.power),
    ...measureChanges(before.measures, after.measures),
  ]
}

type Fields = Readonly<Record<string, unknown>>

function fieldChanges(record: MaterialChange['record'], before: Fields, after: Fields): MaterialChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
    .map((field) => ({ record, field, before: before[field] ?? null, after: after[field] ?? null }))
}

function measureChanges(before: readonly Fields[], after: readonly Fields[]): MaterialChange[] {
  const [was, is] = [byId(before), byId(after)]
  const gone = before.filter((measure) => !is.has(measure['id'])).map((measure) => ({ record: 'control-measure' as const, field: 'content', before: measure['content'] ?? null, after: null }))
  const come = after.filter((measure) => !was.has(measure['id'])).map((measure) => ({ record: 'control-measure' as const, field: 'content', before: null, after: measure['content'] ?? null }))
  const kept = after.flatMap((measure) => fieldChanges('control-measure', was.get(measure['id']) ?? measure, measure))
  return [...gone, ...come, ...kept]
}

const byId = (measures: readonly Fields[]): Map<unknown, Fields> => new Map(measures.map((measure) => [measure['id'], measure]))
