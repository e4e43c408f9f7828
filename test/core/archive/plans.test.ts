import { expect, test } from 'vitest'
import { productMethod } from '#shared/model/grading/built-in-methods.ts'
import { archivedSnapshot } from '#core/archive/archives.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { liveSnapshot } from '#core/archive/live-snapshot.ts'
import { allRows } from '#core/archive/snapshot.ts'
import { previewMethod } from '#core/grading/preview-method.ts'
import { finish, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { planningDatabase, stepsOf } from '#test/core/helpers/plans.ts'
import { officer } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'

/** Tables that grow with the register; a page of anything must never read one of them whole. */
const growing = /^SCAN (power|risk_point|control_measure|grading|archive_row|risk_point_measure|legal_basis|process_step|g|r|p|e|before)\b(?! USING COVERING INDEX)/u

test('pages of a snapshot, of a frozen year and of a method’s preview are found by index', async () => {
  await withGradedRegister(async (register) => {
    await smallRegister(register)
    await finish(freezeYear(register.core, officer, 2026))
    const { db, plans } = planningDatabase(register.database.connection)
    const live = liveSnapshot(db, { year: 2026, today: '2026-06-15' })
    const frozen = await archivedSnapshot(db, 2026)
    if (frozen === undefined) throw new Error('not frozen')
    for (const snapshot of [live, frozen]) for (const entity of ['power', 'risk-point', 'control-measure', 'grade-change'] as const) await allRows(snapshot, entity)
    await finish(previewMethod(db, productMethod))
    expect(plans.length).toBeGreaterThan(10)
    expect(stepsOf(plans).filter((step) => growing.test(step))).toEqual([])
  })
})
