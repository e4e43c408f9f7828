import type { Sheet } from '#shared/contract/assessment.ts'
import { finished, people } from './office.ts'
import type { Office } from './office.ts'

const { writer, chief, inspector } = people
const judged = ['行政审批股', '水政监察大队', '规划建设股', '财务股', '办公室']

/** The yearly assessment from opening to closing, with reasons, an extra, a veto and an objection that was upheld. */
export async function assess({ as, department, until }: Office): Promise<void> {
  const office = as(inspector)
  const [template] = await office.assessment.templates()
  const { id } = await finished(office.assessment.open({
    year: 2026, templateId: template?.id ?? '', title: '2026年度廉政风险防控检查考评', basis: 'frozen', departmentIds: judged.map(department), selfDueOn: '2027-01-12', officeDueOn: '2027-01-19', leadDueOn: '2027-01-26',
  }))
  const { board } = await office.assessment.campaign({ id })
  for (const [at, row] of board.entries()) {
    await score(as(writer), row.id, { rater: 'self', percent: 100 })
    // Not the assessor: he holds a post in one of these departments, which he may not judge.
    await score(as(inspector), row.id, { rater: 'office', percent: [95, 88, 80, 92, 70][at] ?? 90 })
    await score(as(chief), row.id, { rater: 'lead', percent: [100, 90, 85, 95, 75][at] ?? 90 })
  }
  const opened = await office.assessment.campaign({ id })
  const published = await office.assessment.publish({ id, revision: opened.revision, objectUntil: '2027-01-29' })
  const doubted = (await office.assessment.sheet({ id: board[1]?.id ?? '' })).groups.flatMap(({ items }) => items).find(({ computed }) => computed === null)
  const { id: objectionId } = await as(writer).assessment.object({ campaignItemId: doubted?.id ?? '', text: '会议纪要已补交，请复核' })
  await office.assessment.answer({ objectionId, outcome: 'corrected', text: '补交材料属实', corrections: [{ rater: 'office', score: doubted?.points ?? 0 }] })
  until('2027-02-01')
  await office.assessment.close({ id, revision: published.revision })
}

const reasons = ['实施方案未明确责任分工', '会议研究次数不足', '台账记录不完整，缺二季度', '培训签到表与人数不符', '整改材料未附照片']
const procedures = { self: ['scoreSelf', 'handInSelf'], office: ['scoreOffice', 'handOnOffice'], lead: ['scoreLead', 'handOnLead'] } as const

/** Gives every item people score so many per cent of its points, with a reason, and hands the department on. */
async function score(client: ReturnType<Office['as']>, id: string, { rater, percent }: { rater: 'self' | 'office' | 'lead'; percent: number }): Promise<void> {
  const sheet: Sheet = await client.assessment.sheet({ id })
  const [give, handOn] = procedures[rater]
  for (const [at, item] of sheet.groups.flatMap(({ items }) => items).filter(({ computed }) => computed === null).entries()) {
    await client.assessment[give]({ campaignItemId: item.id, score: Math.round(item.points * percent) / 100, reason: percent === 100 ? '' : reasons[at % reasons.length] ?? '', seen: item.given[rater]?.number ?? null })
  }
  const [extra] = sheet.bonus
  if (extra !== undefined && percent > 90 && rater !== 'self') await client.assessment[give]({ campaignItemId: extra.id, score: Math.min(2, extra.points), reason: '经验做法被县级简报刊发', seen: extra.given[rater]?.number ?? null })
  await client.assessment[handOn]({ id })
}
