import type { Printer } from '#core/reports/paper/printer.ts'
import { assess } from './assessment.ts'
import { carryOut, recordAdjustments, rectify, warn } from './controls.ts'
import { finished, openOffice, people } from './office.ts'
import type { Office } from './office.ts'
import { cancel, enterPoint, fileThem, pointsOf, publish, regrade, sendBack, toPublicity } from './reviews.ts'

export const exampleYear = 2026

/**
 * The example with everything a year has: the year before frozen, posts held, entries on every part of their way,
 * adjustments, warnings, rectification, publicity, filing and an assessment, all done by the contract by the people
 * whose work it is. The year is frozen at its end.
 */
export async function liveTheYear(folder: string, printer: Printer): Promise<Office> {
  const office = await openOffice(folder, printer)
  const { as, until } = office
  const inspector = as(people.inspector)
  until('2025-12-22')
  await finished(inspector.reports.freeze({ year: exampleYear - 1, confirmed: true }))
  until('2026-01-12')
  await fillPosts(office)
  await sharpenPowers(office)
  until('2026-03-09')
  await recordAdjustments(office)
  const reviewed = await reviewPoints(office)
  until('2026-04-07')
  await publish(office, { endsOn: '2026-04-17', doubted: reviewed.doubted })
  await fileThem(office, '2026-04-20')
  until('2026-05-06')
  await inspector.changeSheets.make({ month: '2026-03' })
  await carryOut(office)
  until('2026-06-01')
  await warn(office)
  await rectify(office)
  until('2026-12-21')
  await finished(inspector.reports.freeze({ year: exampleYear, confirmed: true }))
  until('2027-01-05')
  await assess(office)
  return office
}

/** Who heads a department, and who holds which post. */
async function fillPosts({ as }: Office): Promise<void> {
  const system = as(people.system)
  const departments = await system.organisation.departments()
  for (const { id, revision, name } of departments) await system.organisation.saveDepartment({ id, revision, name, headTitle: name.endsWith('股') ? '股长' : name === '办公室' ? '办公室主任' : '负责人' })
  const posts = await system.organisation.posts({})
  const accounts = await system.people.accounts()
  const holders = accounts.filter(({ name }) => name === people.writer || name === people.assessor)
  for (const [at, { id: postId }] of posts.slice(0, 6).entries()) await system.people.assignPost({ postId, personId: holders[at % 2]?.id ?? '', since: '2026-01-05', until: null, alongside: true })
}

/** Terms, fees, benchmarks, steps and liabilities that the workbooks of the example leave out, on the first powers. */
async function sharpenPowers({ as }: Office): Promise<void> {
  const client = as(people.writer)
  const { rows } = await client.powers.list({ offset: 0, limit: 100, filter: {} })
  for (const [at, { id }] of rows.toSorted((a, b) => a.number - b.number).slice(0, 8).entries()) {
    const { revision, steps } = await client.powers.get({ id })
    const more = ['受理', '审查', '现场核查', '决定', '办结'].slice(0, 3 + (at % 3)).filter((name) => steps.every((step) => step.name !== name))
    await client.powers.save({ items: [{ id, revision, patch: {
      statutoryLimit: '20个工作日', promisedLimit: '9个工作日', feeBasis: '不收费', publicity: '政务服务网', remarks: at === 0 ? '含延续取水、变更取水' : null,
      duties: '受理责任：公示法定条件、期限和材料目录。\n审查责任：现场核查，提出审查意见。', liability: '对不符合法定条件的申请准予许可的，依法追究责任。',
      ...(at % 2 === 0 ? { benchmarkNo: `示水法〔2025〕${at + 1}号`, benchmarkCalibratedOn: '2025-11-03' } : {}),
      steps: [...steps.map(({ id: stepId, name }) => ({ id: stepId, name })), ...more.map((name) => ({ name }))],
    } }] })
  }
}

/** Entries of one department on all parts of their way: new, raised, lowered, cancelled, sent back. */
async function reviewPoints(office: Office): Promise<{ doubted: string }> {
  const [first, second, , , , , seventh, eighth] = await pointsOf(office, '行政审批股')
  await regrade(office, first?.id ?? '', { kind: 'raise', reason: '一季度收到两件投诉', factors: { likelihood: 6, consequence: 40 } })
  await regrade(office, second?.id ?? '', { kind: 'lower', reason: '现场核查已全程录像，近三年无投诉', factors: { likelihood: 3, consequence: 40 } })
  const fresh = await enterPoint(office, { powerName: '取水许可审批', departmentName: '行政审批股', manifestation: '借补正材料之名反复退件，变相拖延或者吃拿卡要', factors: { likelihood: 6, consequence: 15 }, planned: '实行一次性告知并由系统留痕，逾期自动提醒股长' })
  for (const id of [first?.id, second?.id, fresh]) await toPublicity(office, id ?? '')
  await regrade(office, seventh?.id ?? '', { kind: 'raise', reason: '通报案例涉及同类环节', factors: { likelihood: 6, consequence: 100 } })
  await sendBack(office, seventh?.id ?? '')
  await cancel(office, eighth?.id ?? '')
  return { doubted: fresh }
}
