import { gradePoints } from '#core/grading/grade-points.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { verifySteps } from '#core/integrity/verify-steps.ts'
import type { IntegrityProblem } from '#core/integrity/problem.ts'
import type { Connection } from '#test/core/evidence/raw-register.ts'
import { finish, itemFor } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'

/** Powers, points, gradings, a frozen year and heads of three occasions. */
export async function evidentRegister(register: TestRegister): Promise<void> {
  const { points } = await smallRegister(register)
  await register.database.keepHead('backup')
  await finish(freezeYear(register.core, officer, 2026))
  const again = await itemFor(register, points[1], { likelihood: 6, consequence: 40 })
  await register.change((change) => gradePoints(change, { items: [again], reason: '复核' }))
  await register.database.keepHead('close')
}

/** Looks at neither pages nor definitions nor counts: whoever tampers with care leaves those as they were. */
const stages = ['verify.references', 'verify.gradings', 'verify.archives', 'verify.traces', 'verify.chain', 'verify.heads']

/** What the steps of `verify` find that hold the trail against itself, without its thread. */
export function problemsIn(connection: Connection, register: TestRegister): IntegrityProblem[] {
  const steps = verifySteps.filter(({ stage }) => stages.includes(stage))
  return steps.flatMap(({ find }) => find(connection, { folder: register.core.folder, against: [] }))
}

export const codesIn = (connection: Connection, register: TestRegister): string[] => problemsIn(connection, register).map(({ code }) => code)
