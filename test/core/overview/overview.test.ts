import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measuresHandlers } from '#core/measures/router.ts'
import { overviewHandlers } from '#core/overview/router.ts'
import { powersHandlers } from '#core/powers/router.ts'
import { changeRiskPoint } from '#core/risks/risk-records.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { declareGrade, openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

let sample: Sample
beforeEach(async () => { sample = await openSample() })
afterEach(() => sample.register.close())
const overview = () => overviewHandlers.get(undefined, sample.register.call)

describe('the overview', () => {
  it('counts powers, points and measures in every way it shows', async () => {
    const second = await risksHandlers.create({ powerId: sample.tender, manifestation: '泄露标底', categoryCode: 'post-duties' }, sample.register.call)
    await declareGrade(sample.register, sample.point, { code: 'low', rank: 1 }, { likelihood: 3, consequence: 15 })
    await declareGrade(sample.register, second.id, { code: 'high', rank: 3 }, { likelihood: 6, consequence: 40 })
    await risksHandlers.create({ powerId: sample.tender, manifestation: '围标' }, sample.register.call)
    const seen = await overview()
    expect(seen).toMatchObject({ powers: 2, riskPoints: 3, measures: 1, measuresByProgress: [{ progress: 'in-force', measures: 1 }] })
    expect(seen.powersByType).toEqual(expect.arrayContaining([{ typeCode: 'licence', powers: 1 }, { typeCode: '', powers: 1 }]))
    expect(seen.riskPointsByGrade).toEqual(expect.arrayContaining([{ gradeCode: 'low', points: 1 }, { gradeCode: 'high', points: 1 }, { gradeCode: '', points: 1 }]))
    expect(seen.byDepartment).toHaveLength(3)
    expect(seen.byDepartment).toContainEqual({ departmentId: sample.works, departmentName: '建设管理股', gradeCode: 'high', points: 1 })
    expect(seen.byCategory).toContainEqual({ categoryCode: 'business-process', gradeCode: 'low', points: 1 })
    expect(seen.matrix).toHaveLength(2)
    expect(seen.matrix).toContainEqual({ likelihood: 6, consequence: 40, gradeCode: 'high', points: 1 })
  })

  it('says what needs attention, each figure the length of the list behind it', async () => {
    const second = await risksHandlers.create({ powerId: sample.tender, manifestation: '泄露标底' }, sample.register.call)
    await declareGrade(sample.register, second.id, { code: 'high', rank: 3 })
    await sample.register.change((change) => changeRiskPoint(change, { id: second.id, patch: { confirmCode: 'grade.split' } }))
    await measuresHandlers.create({ content: '限期整改', dueOn: '2026-06-14' }, sample.register.call)
    await measuresHandlers.create({ content: '今日到期', dueOn: '2026-06-15', owner: '股长' }, sample.register.call)
    await powersHandlers.create({ name: '新职权', discretion: 'yes' }, sample.register.call)
    const { attention } = await overview()
    const points = async (filter: object) => (await risksHandlers.list({ offset: 0, limit: 1, filter }, sample.register.call)).total
    const powers = async (filter: object) => (await powersHandlers.list({ offset: 0, limit: 1, filter }, sample.register.call)).total
    const measures = async (filter: object) => (await measuresHandlers.list({ offset: 0, limit: 1, filter }, sample.register.call)).total
    expect(attention).toEqual({
      toConfirm: 1, ungraded: 1, notAccepted: 1, highestWithoutMeasure: 1, withoutMeasure: 1, powersWithoutRisk: 1, powersWithoutSteps: 2,
      discretionWithoutBenchmark: 2, overdueMeasures: 1, measuresWithoutOwner: 2, overdueWarnings: 0, openWarnings: 0,
    })
    expect(attention).toEqual({
      toConfirm: await points({ toConfirm: true }),
      ungraded: await points({ gradeCodes: [''] }),
      notAccepted: await points({ stages: ['declared'] }),
      highestWithoutMeasure: await points({ gradeCodes: ['high'], hasMeasure: false }),
      withoutMeasure: await points({ hasMeasure: false }),
      powersWithoutRisk: await powers({ hasRisk: false }),
      powersWithoutSteps: await powers({ hasSteps: false }),
      discretionWithoutBenchmark: await powers({ discretion: ['yes'], hasBenchmark: false }),
      overdueMeasures: await measures({ overdue: true }),
      measuresWithoutOwner: await measures({ hasOwner: false }),
      overdueWarnings: 0,
      openWarnings: 0,
    })
  })

  it('shows zeros of an empty register', async () => {
    await risksHandlers.withdraw({ ids: [sample.point] }, sample.register.call)
    await powersHandlers.withdraw({ ids: [sample.licence, sample.tender] }, sample.register.call)
    await measuresHandlers.withdraw({ ids: [sample.measure] }, sample.register.call)
    expect(await overview()).toMatchObject({ powers: 0, riskPoints: 0, measures: 0, byDepartment: [], powersByType: [], attention: { withoutMeasure: 0 } })
  })
})
