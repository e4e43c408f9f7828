import { translator } from '#shared/locales/translator.ts'
import { describeMethod } from '#shared/model/grading/describe-method.ts'
import { allRows } from '../archive/snapshot.ts'
import type { RegisterSnapshot, SnapshotMethod, SnapshotRiskPoint } from '../archive/snapshot.ts'
import type { MethodText } from './annual-report-model.ts'
import type { SnapshotWords } from './assemble-words.ts'

/** The versions by which the points are graded, and how many points each graded; the one in force where none is. */
export async function methodsInUse(snapshot: RegisterSnapshot, points: readonly SnapshotRiskPoint[]): Promise<{ method: SnapshotMethod; points: number }[]> {
  const uses = new Map<string, number>()
  for (const { grading } of points) if (grading !== null) uses.set(grading.methodVersionId, (uses.get(grading.methodVersionId) ?? 0) + 1)
  const methods = (await allRows(snapshot, 'method-version')).map((method) => ({ method, points: uses.get(method.id) ?? 0 }))
  const used = methods.filter((use) => use.points > 0)
  return used.length > 0 ? used : methods.filter(({ method }) => method.inForce)
}

/** The method as it is printed, from the definition that was applied. A version beyond the first is named. */
export function methodText({ definition, version }: SnapshotMethod, { scales, scale, locale }: SnapshotWords): MethodText {
  const described = describeMethod(definition, scales.find(({ code }) => code === definition.scale) ?? scale, locale)
  return { ...described, title: version === 1 ? described.title : translator(locale)('method-version', { ns: 'reports', title: described.title, version }) }
}
