import { gradePoints } from '#core/grading/grade-points.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { aPoint, aPower, itemFor } from './graded-register.ts'
import type { TestRegister } from './register.ts'

/** What a small register holds, by what it is called in tests. */
export interface SmallRegister {
  readonly permits: string
  readonly inspectors: string
  readonly post: string
  readonly powers: { readonly intake: string; readonly dredging: string; readonly penalty: string }
  /** high, medium, low, high, ungraded. */
  readonly points: readonly [string, string, string, string, string]
  readonly measures: { readonly pairs: string; readonly training: string; readonly deadline: string; readonly late: string; readonly done: string }
}

const factors = [[6, 40], [6, 15], [1, 7], [10, 100]] as const

/** Two departments, three powers, five points (two high, one medium, one low, one ungraded) and five measures on 15 June 2026. */
export async function smallRegister(register: TestRegister): Promise<SmallRegister> {
  const permits = await register.change((change) => createDepartment(change, { name: '行政审批股', headTitle: '股长' }))
  const inspectors = await register.change((change) => createDepartment(change, { name: '水政监察大队' }))
  const post = await register.change((change) => createPost(change, { departmentId: permits, name: '审批岗' }))
  const powers = {
    intake: await aPower(register, { code: 'XK-001', departmentId: permits, postId: post, discretion: 'yes', benchmarkNo: '水政法〔2024〕3号', statutoryLimit: '20个工作日', promisedLimit: '即办', legalBases: ['《水法》第四十八条', '《取水许可条例》第二条'], steps: [{ name: '受理' }, { name: '审查' }] }),
    dredging: await aPower(register, { code: 'XK-002', name: '河道采砂许可', departmentId: permits, discretion: 'yes', statutoryLimit: '15日' }),
    penalty: await aPower(register, { code: 'CF-001', name: '对擅自取水的处罚', typeCode: 'penalty', departmentId: inspectors, discretion: 'no' }),
  }
  const points = [
    await aPoint(register, { powerId: powers.intake, categoryCode: 'business-process', title: '现场核查', departmentHead: '张股长' }),
    await aPoint(register, { powerId: powers.intake, categoryCode: 'post-duties', manifestation: '超时办结' }),
    await aPoint(register, { powerId: powers.intake, categoryCode: 'business-process', manifestation: '发证把关不严' }),
    await aPoint(register, { powerId: powers.penalty, categoryCode: 'business-process', manifestation: '有案不立' }),
    await aPoint(register, { powerId: powers.penalty, manifestation: '处罚畸轻畸重', confirmCode: 'grade.split' }),
  ] as const
  await gradeFirst(register, points)
  const measure = (content: string, riskPointIds: string[], more = {}) => register.change((change) => createMeasure(change, { content, riskPointIds, ...more }))
  const measures = {
    pairs: await measure('两人同行核查', [points[0], points[1]], { term: 'long-term', owner: '审批岗' }),
    training: await measure('每年开展廉政教育', [points[0]]),
    deadline: await measure('办结时限预警', [points[1]], { term: 'dated', dueOn: '2026-06-15' }),
    late: await measure('修订发证规程', [points[2]], { term: 'dated', dueOn: '2026-06-14' }),
    done: await measure('公开办事指南', [points[2]], { term: 'dated', dueOn: '2026-03-31', progress: 'done', doneOn: '2026-03-30' }),
  }
  return { permits, inspectors, post, powers, points, measures }
}

async function gradeFirst(register: TestRegister, points: readonly string[]): Promise<void> {
  const items = await Promise.all(factors.map(([likelihood, consequence], index) => itemFor(register, points[index] ?? '', { likelihood, consequence })))
  await register.change((change) => gradePoints(change, { items, reason: '' }))
}
