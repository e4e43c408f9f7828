import type { Progress } from '#shared/contract/procedure.ts'
import type { ReviewOutcome } from '#shared/contract/review.ts'
import { aFile, everyCheck, finished, people } from './office.ts'
import type { Office } from './office.ts'

const { writer, other, head, leader, chief, inspector } = people

/** Risk points of a department, in order of number. */
export async function pointsOf({ as, department }: Office, name: string): Promise<{ id: string; manifestation: string }[]> {
  const { rows } = await as(writer).risks.list({ offset: 0, limit: 100, filter: { departmentIds: [department(name)] } })
  return rows.toSorted((a, b) => a.number - b.number).map(({ id, manifestation }) => ({ id, manifestation }))
}

const one = (id: string) => ({ items: [{ id }] })

/** @throws where an entry was left alone, with the reason */
async function done(work: Promise<AsyncIteratorObject<Progress, ReviewOutcome, void>>): Promise<void> {
  const { reasons } = await finished(work)
  if (reasons.length > 0) throw new Error(reasons.map(({ number, code }) => `${number}: ${code}`).join(', '))
}

/** A new point, entered and graded by the writer. */
export async function enterPoint({ as, department }: Office, { powerName, departmentName, manifestation, factors, planned }: { powerName: string; departmentName: string; manifestation: string; factors: { likelihood: number; consequence: number }; planned: string }): Promise<string> {
  const client = as(writer)
  const { rows } = await client.powers.list({ offset: 0, limit: 100, filter: {} })
  const powerId = rows.find(({ name }) => name === powerName)?.id ?? ''
  const { id } = await client.risks.create({ powerId, departmentId: department(departmentName), categoryCode: 'business-process', manifestation, existingRules: '窗口首问负责制、限时办结制' })
  await client.measures.create({ content: planned, departmentId: department(departmentName), term: 'dated', dueOn: '2026-09-30', progress: 'planned', riskPointIds: [id] })
  await grade({ as }, id, factors)
  return id
}

async function grade({ as }: Pick<Office, 'as'>, id: string, factors: { likelihood: number; consequence: number }, approver?: string): Promise<void> {
  const { revision } = await as(writer).risks.get({ id })
  await as(writer).grading.grade({ items: [{ riskPointId: id, revision, factors }], reason: '年度核对，按近三年投诉和检查情况重新打分', ...(approver === undefined ? {} : { approver }) })
}

/** Opens an entry in force again and grades it anew. */
export async function regrade(office: Office, id: string, { kind, reason, factors }: { kind: 'raise' | 'lower'; reason: string; factors: { likelihood: number; consequence: number } }): Promise<void> {
  await done(office.as(writer).review.reopen({ selection: one(id), kind, reason }))
  await grade(office, id, factors, kind === 'lower' ? leader : undefined)
}

/** Takes a draft through every step of the ladder, up to publicity. A lowering rests on a file. */
export async function toPublicity(office: Office, id: string): Promise<void> {
  const { as } = office
  const { id: evidence } = await as(writer).attachments.add({ entity: 'risk-point', entityId: id, file: aFile('近三年投诉统计.xlsx'), secrecy: 'internal' })
  await done(as(writer).review.submit({ selection: one(id), reason: '按年度排查情况提交', evidence: [evidence] }))
  await pass(office, other, id, '岗位职责与流程环节核对一致')
  for (let step = 0; step < 6; step++) {
    const { entryState } = await as(inspector).review.desk({ id })
    if (entryState === 'publicity') return
    await pass(office, approverOf(entryState), id, '同意')
  }
  throw new Error(`${id} never came to publicity`)
}

const approverOf = (state: string): string => {
  if (state === 'head-approval') return head
  if (state === 'leader-approval') return leader
  return state === 'inspection-review' ? inspector : chief
}

async function pass({ as }: Office, name: string, id: string, reason: string): Promise<void> {
  const evidence = (await as(name).attachments.list({ entityId: id })).map((file) => file.id)
  await done(as(name).review.decide({ selection: one(id), decision: 'pass', checklist: everyCheck, reason, evidence }))
}

/** Sends one back to its writers, with a remark beside it. */
export async function sendBack({ as }: Office, id: string): Promise<void> {
  await done(as(writer).review.submit({ selection: one(id), reason: '提交审核' }))
  await done(as(other).review.decide({ selection: one(id), decision: 'return', reason: '表现形式与去年雷同，请结合本岗位实际重新填写', checklist: [] }))
  await as(other).review.comment({ id, text: '建议对照行政执法监督检查通报逐条核实。' })
}

/** Strikes an entry of the register: the power went elsewhere. */
export async function cancel(office: Office, id: string): Promise<void> {
  const { as } = office
  await done(as(inspector).review.reopen({ selection: one(id), kind: 'cancel', reason: '职权已下放乡镇，风险点随之取消' }))
  for (let step = 0; step < 6; step++) {
    const { entryState } = await as(inspector).review.desk({ id })
    if (entryState === 'cancelled') return
    await pass(office, entryState === 'submitted' || entryState === 'department-review' ? other : approverOf(entryState), id, '同意取消')
  }
}

const everything = { departmentIds: [], gradeCodes: [], powerIds: [] }

/** Posts what waits for publicity for a fortnight; one objection is turned down, one upheld. */
export async function publish({ as, until }: Office, { endsOn, doubted }: { endsOn: string; doubted: string }): Promise<void> {
  const office = as(inspector)
  const { startsOn } = await office.publicity.start()
  const list = await office.publicity.create({ title: '示例县水利局2026年度廉政风险点公示', place: '政务公开栏、县政府门户网站', startsOn, endsOn, scope: everything })
  await office.attachments.add({ entity: 'publicity', entityId: list.id, file: aFile('公示栏照片.jpg'), secrecy: 'public' })
  const posted = await office.publicity.post(list)
  await object(office, { id: list.id, riskPointId: doubted, upheld: true, text: '表现形式与窗口实际做法不符', answer: '属实，退回填报科室修改' })
  await object(office, { id: list.id, riskPointId: null, upheld: false, text: '公示内容过于简略', answer: '已当面说明，公示内容按规定不含高风险点细节' })
  const [year, month, day] = endsOn.split('-').map(Number)
  until(new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 0) + 1)).toISOString().slice(0, 10))
  await finished(office.publicity.close(posted))
}

async function object(office: ReturnType<Office['as']>, { id, riskPointId, upheld, text, answer }: { id: string; riskPointId: string | null; upheld: boolean; text: string; answer: string }): Promise<void> {
  const { endsOn: receivedOn } = await office.publicity.period({ startsOn: (await office.publicity.get({ id })).list.startsOn, days: 1 })
  const { id: objectionId } = await office.publicity.object({ id, riskPointId, raisedBy: '某企业', way: 'letter', text, receivedOn })
  await office.publicity.answer({ objectionId, upheld, text: answer })
}

/** Files what waits with the higher office and notes its receipt. */
export async function fileThem({ as }: Office, datedOn: string): Promise<void> {
  const office = as(inspector)
  const sheet = await office.filing.create({ title: '示例县水利局廉政风险点备案表', documentNumber: '示水廉〔2026〕3号', recipient: '中共示例县纪委、示例县监委', datedOn, scope: everything })
  await office.attachments.add({ entity: 'filing', entityId: sheet.id, file: aFile('备案回执.pdf'), secrecy: 'internal' })
  await finished(office.filing.file({ ...sheet, receivedOn: datedOn, receiptNumber: '示纪备〔2026〕17号' }))
}
