import type { ContractClient } from '#shared/contract/index.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { raters } from '#shared/model/assessment/definition.ts'
import type { Secrecy } from '#shared/model/attachments.ts'
import type { RectifiedEntity } from '#shared/model/rectification.ts'
import { coreClient } from '#hosts/calls/core-client.ts'
import { enterAdjustment } from '#core/adjustments/record.ts'
import { addAttachment } from '#core/attachments/attachment-records.ts'
import type { Actor } from '#core/core.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { fixedIdentity } from '#core/permission/identity.ts'
import { createPerson } from '#core/people/accounts.ts'
import { assignPost } from '#core/people/holdings.ts'
import { addComment } from '#core/review/comments.ts'
import { as, scoreAll } from '#test/core/assessment/assessed-register.ts'
import { everyRole } from '#test/core/helpers/callers.ts'
import { aPoint, aPower, finish, itemFor } from '#test/core/helpers/graded-register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

/** What must never reach the public, each a word that stands nowhere else; by what it is. */
export const marks = {
  // Names.
  holder: '甲某Mkholder', grader: '乙某Mkgrader', approver: '丙某Mkapprover', accepter: '丁某Mkaccepter', recorder: '戊某Mkrecorder', commenter: '己某Mkcommenter',
  // Known from nothing but what somebody entered for who answers, who leads, who objected; all of them stand in texts.
  objector: '韩某乙', signer: '秦某丙', keeper: '尤某丁',
  owner: '庚某Mkowner', head: '辛某Mkhead', leader: '壬某Mkleader', measureOwner: '癸某Mkmeasureowner',
  // Detail of points of the heaviest grade and of ungraded ones.
  title: 'Mktitle', manifestation: 'Mkmanifestation', rules: 'Mkrules', measure: 'Mkmeasure', ungraded: 'Mkungraded', ungradedMeasure: 'Mkungradedmeasure', raisedLater: 'Mkraisedlater',
  // Texts that bear a secrecy mark.
  secretMeasure: 'Mksecretmeasure', internalPoint: 'Mkinternalpoint', secretBasis: 'Mksecretbasis', secretRemark: 'Mksecretremark',
  secretFile: 'Mksecretfile', internalFile: 'Mkinternalfile',
  // Reasons and particulars.
  // Rectification: who is to mend and who closes, and what was found where the heaviest risks are weak.
  mender: '子某Mkmender', closer: '丑某Mkcloser', weakProblem: 'Mkweakproblem', weakOutcome: 'Mkweakoutcome', weakMeasure: 'Mkweakmeasure', ungradedProblem: 'Mkungradedproblem', measureProblem: 'Mkmeasureproblem', warningProblem: 'Mkwarningproblem',
  secretProblem: 'Mksecretproblem', secretEvidence: 'Mksecretevidence', internalEvidence: 'Mkinternalevidence',
  // Warnings: what was heard and asked, and who did it.
  warner: '寅某Mkwarner', situation: 'Mksituation', requirement: 'Mkrequirement', cause: 'Mkcause', secretCause: 'Mksecretcause',
  // Assessment: why points were taken off.
  deduction: 'Mkdeduction', secretDeduction: 'Mksecretdeduction',
  reason: 'Mkreason', comment: 'Mkcomment', adjustmentText: 'Mkadjustmenttext', caseTitle: 'Mkcasetitle',
} as const

/** What every edition holds, so that a search which finds nothing at all is not taken for a clean file. */
export const open = { power: 'Openpower', lowPoint: 'Openlowpoint', lowMeasure: 'Openlowmeasure', problem: 'Openproblem', evidence: 'Openevidence', department: '行政审批股' } as const

export interface Marked { readonly power: string; readonly heavy: string; readonly low: string; readonly list: string; readonly warning: string; readonly campaign: string }

const by = (name: string): Actor => ({ kind: 'person', name })

/** A register in which every name, every detail and every marked text is a word of its own. */
export async function registerWithMarks(register: TestRegister): Promise<Marked> {
  const { database } = register
  const departmentId = await register.change((change) => createDepartment(change, { name: '行政审批股', headTitle: '股长' }))
  const postId = await register.change((change) => createPost(change, { departmentId, name: '审批岗' }))
  await register.change(async (change) => {
    const personId = await createPerson(change, { name: marks.holder, hash: '{}', mustChange: false })
    await assignPost(change, { postId, personId, since: '2026-01-01', until: null, alongside: false })
  })
  const power = await aPower(register, {
    name: `${open.power}（${marks.owner}专管）`, code: 'XK-001', departmentId, postId, legalBases: [`《水法》第七条（${marks.leader}、${marks.signer}整理）`, `机密★10年 ${marks.secretBasis}`], steps: [{ name: `受理（${marks.keeper}）` }, { name: '审查' }], remarks: `秘密★ ${marks.secretRemark}`,
  })
  const owners = { postId, directOwner: marks.owner, departmentHead: marks.head, responsibleLeader: marks.leader }
  const heavy = await aPoint(register, { powerId: power, categoryCode: 'business-process', title: marks.title, manifestation: marks.manifestation, existingRules: marks.rules, ...owners })
  const low = await aPoint(register, { powerId: power, categoryCode: 'post-duties', manifestation: `${open.lowPoint}，由${marks.holder}经办，${marks.head}把关，${marks.objector}曾反映`, ...owners })
  const marked = await aPoint(register, { powerId: power, categoryCode: 'post-duties', manifestation: `（内部资料）${marks.internalPoint}`, ...owners })
  const ungraded = await aPoint(register, { powerId: power, categoryCode: 'business-process', manifestation: marks.ungraded, ...owners })
  const raised = await aPoint(register, { powerId: power, categoryCode: 'business-process', manifestation: marks.raisedLater, ...owners, directOwner: `审批岗（${marks.keeper}）`, responsibleLeader: `分管领导 ${marks.signer}` })
  const measure = (content: string, riskPointIds: string[]) => register.change((change) => createMeasure(change, { content, riskPointIds, owner: marks.measureOwner, term: 'dated', dueOn: '2026-12-31' }))
  const heavyMeasure = await measure(marks.measure, [heavy])
  await measure(marks.ungradedMeasure, [ungraded])
  await measure(`${open.lowMeasure}，${marks.measureOwner}与${marks.keeper}每月核对`, [low])
  await measure(`秘密★1年 ${marks.secretMeasure}`, [low])
  const grade = async (actor: string, id: string, [likelihood, consequence]: readonly [number, number]) =>
    database.change(by(actor), async (change) => gradePoints(change, { items: [await itemFor(register, id, { likelihood, consequence })], reason: '' }))
  await grade(marks.grader, heavy, [10, 100])
  await grade(marks.grader, low, [1, 7])
  await grade(marks.grader, marked, [1, 7])
  // Raised and lowered again by hand, with a reason and somebody who agreed.
  await grade(marks.grader, raised, [1, 7])
  await database.change(by(marks.grader), async (change) => gradePoints(change, { items: [await itemFor(register, raised, { likelihood: 6, consequence: 15 })], reason: marks.reason }))
  await database.change(by(marks.grader), async (change) => gradePoints(change, { items: [await itemFor(register, raised, { likelihood: 10, consequence: 100 }, 'medium')], reason: marks.reason, approver: marks.approver }))
  await database.change(by(marks.grader), async (change) => gradePoints(change, { items: [await itemFor(register, raised, { likelihood: 10, consequence: 100 })], reason: marks.reason }))
  await finish(acceptGradings(register.core, by(marks.accepter), { ids: [heavy, low], reason: marks.reason }))
  await database.change(by(marks.commenter), (change) => addComment(change, { id: heavy, text: marks.comment }))
  for (const [secrecy, name] of [['secret', marks.secretFile], ['internal', marks.internalFile]] as const) {
    await register.change((change) => addAttachment(change, { entity: 'risk-point', entityId: heavy, fileName: `${name}.pdf`, mediaType: 'application/pdf', size: 1, hash: '0'.repeat(64), secrecy, note: '' }))
  }
  const criteria = { basis: '', departmentIds: [], postIds: [], step: '', powerIds: [] }
  await database.change(by(marks.recorder), (change) => enterAdjustment(change, { kind: 'case', title: marks.caseTitle, happenedOn: '2026-05-01', basis: '通报', text: marks.adjustmentText, criteria }, 0))
  const warning = await aWarning(register, { powerId: power, riskPointId: heavy, departmentId })
  await rectifications(register, { departmentId, heavy, low, ungraded, heavyMeasure, warning })
  const list = await postedList(register, [heavy, low])
  await clientOf(register, marks.recorder).publicity.object({ id: list, raisedBy: `群众${marks.objector}`, way: 'letter', text: '请说明依据', receivedOn: '2026-06-15' })
  return { power, heavy, low, list, warning, campaign: await aCampaign(register, departmentId) }
}

const clientOf = ({ core }: TestRegister, name: string): ContractClient => coreClient({ core, identity: fixedIdentity(everyRole(name)), reportFault: (fault) => { throw fault } })

/** Issued and analysed, each step with a text of its own. */
async function aWarning(register: TestRegister, about: { powerId: string; riskPointId: string; departmentId: string }): Promise<string> {
  const { warnings } = clientOf(register, marks.warner)
  const { id } = await warnings.raise({ sourceCode: 'petition', levelCode: 'yellow', situation: marks.situation, ...about })
  const sheets = async () => [{ id, revision: (await warnings.get({ id })).warning.revision }]
  await warnings.direct({ sheets: await sheets(), action: 'issue', text: marks.requirement, way: '责令整改' })
  await warnings.handle({ sheets: await sheets(), action: 'receive', text: '', evidence: [] })
  await warnings.handle({ sheets: await sheets(), action: 'analyse', text: `${marks.cause}\n秘密★ ${marks.secretCause}`, evidence: [] })
  return id
}

interface Rectified { readonly departmentId: string; readonly heavy: string; readonly low: string; readonly ungraded: string; readonly heavyMeasure: string; readonly warning: string }

/** Problems about what must stay inside, each in its own way, and one that everybody may read once its names are gone. */
async function rectifications(register: TestRegister, { departmentId, heavy, low, ungraded, heavyMeasure, warning }: Rectified): Promise<void> {
  const { rectification, attachments } = clientOf(register, marks.recorder)
  const enter = (problem: string, subject?: { entity: RectifiedEntity; id: string }) => rectification.open({
    problem, source: 'inspection', foundOn: '2026-06-10', dueOn: '2026-06-30', departmentId, owner: marks.mender, measure: '', ...(subject === undefined ? {} : { subject, measure: marks.weakMeasure }),
  })
  const weak = await enter(marks.weakProblem, { entity: 'risk-point', id: heavy })
  const file = async (entityId: string, name: string, secrecy: Secrecy) => (await attachments.add({ entity: 'rectification', entityId, secrecy, file: new File(['x'], `${name}.pdf`) })).id
  const evidence = [await file(weak.id, marks.secretEvidence, 'secret'), await file(weak.id, marks.internalEvidence, 'internal')]
  const mended = await rectification.rectify({ ...weak, text: marks.weakOutcome, evidence })
  await clientOf(register, marks.closer).rectification.close({ ...mended })
  await enter(marks.ungradedProblem, { entity: 'risk-point', id: ungraded })
  await enter(marks.measureProblem, { entity: 'control-measure', id: heavyMeasure })
  await enter(marks.warningProblem, { entity: 'warning', id: warning })
  await enter(`秘密★ ${marks.secretProblem}`)
  const told = await rectification.open({ problem: `${open.problem}，由${marks.holder}与${marks.mender}负责`, source: 'self-check', foundOn: '2026-06-10', dueOn: '2026-06-30', departmentId, owner: marks.mender, measure: '', subject: { entity: 'risk-point', id: low } })
  await rectification.rectify({ ...told, text: '已补齐', evidence: [await file(told.id, open.evidence, 'public')] })
}

const scorers = { self: marks.mender, office: marks.grader, lead: marks.leader } as const

/** A campaign in which every point taken off has a reason; one of the reasons bears a mark. */
async function aCampaign(register: TestRegister, departmentId: string): Promise<string> {
  const { assessment } = clientOf(register, marks.grader)
  const [template] = await assessment.templates()
  const { result: { id } } = await finish(await assessment.open({
    year: 2026, templateId: template?.id ?? '', title: '检查考评', basis: 'provisional', departmentIds: [departmentId], selfDueOn: '2026-07-01', officeDueOn: '2026-07-15', leadDueOn: '2026-07-20',
  }) as AsyncGenerator<Progress, { id: string }, void>)
  const [one] = (await assessment.campaign({ id })).board
  const roles = { self: 'risk-officer', office: 'inspector', lead: 'chief-leader' } as const
  for (const rater of raters) await scoreAll(as(register, scorers[rater], roles[rater]), one?.id ?? '', { rater, percent: 50, reason: (at) => (at === 0 ? `秘密★ ${marks.secretDeduction}` : `${marks.deduction}，${marks.holder}未到位`) })
  return id
}

/** A list as it is posted, with the entries in it; how entries come to be waiting for one is tried elsewhere. */
const postedList = (register: TestRegister, points: readonly string[]): Promise<string> => register.change(async (change) => {
  const id = change.newId()
  await change.db.insertInto('publicity_list').values({ id, title: '廉政风险公示', scope: '{}', starts_on: '2026-06-10', ends_on: '2026-06-20', state: 'posted', drawn_up_by: marks.recorder, posted_by: marks.recorder, posted_at: change.at, closed_by: null, closed_at: null, created_at: change.at, updated_at: change.at }).execute()
  await change.db.insertInto('listed_entry').values(points.map((risk_point_id, position) => ({ list_id: id, position, step: 'publicity' as const, risk_point_id, outcome: null }))).execute()
  await change.record({ action: 'publicity.create', entity: 'publicity', entityId: id })
  return id
})
