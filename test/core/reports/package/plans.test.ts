import { expect, test } from 'vitest'
import { attachedEntities } from '#shared/model/attachments.ts'
import { readOwnItems } from '#core/reports/package/item-records.ts'
import { logSummary } from '#core/reports/package/log-summary.ts'
import { countFiles, registerFiles } from '#core/reports/package/register-files.ts'
import { formInUse } from '#core/reports/templates/form-records.ts'
import { withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { planningDatabase, stepsOf } from '#test/core/helpers/plans.ts'

test('a package asks the register by index, however many files and entries it holds', async () => {
  await withGradedRegister(async ({ database: { connection } }) => {
    const { db, plans } = planningDatabase(connection)
    await countFiles(db, ['risk-point', 'power'], 'internal')
    for (const entity of attachedEntities) for await (const _ of registerFiles(db, entity, 'internal')) continue
    await readOwnItems(db, 2026)
    await formInUse(db, { kind: 'risk-list', locale: 'zh-CN' })
    await logSummary(db, { year: 2026, before: undefined }, { locale: 'zh-CN', organisation: '', preparedOn: '2026-01-01' })
    expect(plans.length).toBeGreaterThan(15)
    expect(stepsOf(plans).filter((step) => /^SCAN (?!chain_head|json_each)/u.test(step))).toEqual([])
  })
})
