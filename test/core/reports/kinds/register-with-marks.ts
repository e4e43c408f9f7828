import { enterAdjustment } from '#core/adjustments/record.ts'
import { addAttachment } from '#core/attachments/attachment-records.ts'
import type { Actor } from '#core/core.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { createPerson } from '#core/people/accounts.ts'
import { assignPost } from '#core/people/holdings.ts'
import { openRectification } from '#core/rectification/open.ts'
import type { NewRectification } from '#core/rectification/open.ts'
import { addComment } from '#core/review/comments.ts'
import { aPoint, aPower, finish, itemFor } from '#test/core/helpers/graded-register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

/** What must never reach the public, each a word that stands nowhere else; by what it is. */
export const marks = {
  // Names.
  holder: '甲某Mkholder', grader: '乙某Mkgrader', approver: '丙某Mkapprover', accepter: '丁某Mkaccepter', recorder: '戊某Mkrecorder', commenter: '己某Mkcommenter',
  owner: '庚某Mkowner', head: '辛某Mkhead', leader: '壬某Mkleader', measureOwner: '癸某Mkmeasureowner',
  // Detail of points of the heaviest grade and of ungraded ones.
  title: 'Mktitle', manifestation: 'Mkmanifestation', rules: 'Mkrules', measure: 'Mkmeasure', ungraded: 'Mkungraded', ungradedMeasure: 'Mkungradedmeasure', raisedLater: 'Mkraisedlater',
  // Texts that bear a secrecy mark.
  secretMeasure: 'Mksecretmeasure', internalPoint: 'Mkinternalpoint', secretBasis: 'Mksecretbasis', secretRemark: 'Mksecretremark',
  secretFile: 'Mksecretfile', internalFile: 'Mkinternalfile',
  // Reasons and particulars.
  reason: 'Mkreason', comment: 'Mkcomment', adjustmentText: 'Mkadjustmenttext', caseTitle: 'Mkcasetitle',
  // Problems about a heaviest point and about the measure of an ungraded one, and one that bears a mark.
  heavyProblem: 'Mkheavyproblem', measureProblem: 'Mkmeasureproblem', secretProblem: 'Mksecretproblem',
} as const

/** What every edition holds, so that a search which finds nothing at all is not taken for a clean file. */
export const open = { power: 'Openpower', lowPoint: 'Openlowpoint', lowMeasure: 'Openlowmeasure' } as const

export interface Marked { readonly power: string; readonly heavy: string; readonly low: string; readonly list: string }

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
    name: open.power, code: 'XK-001', departmentId, postId, legalBases: ['《水法》第七条', `机密★10年 ${marks.secretBasis}`], steps: [{ name: '受理' }, { name: '审查' }], remarks: `秘密★ ${marks.secretRemark}`,
  })
  const owners = { postId, directOwner: marks.owner, departmentHead: marks.head, responsibleLeader: marks.leader }
  const heavy = await aPoint(register, { powerId: power, categoryCode: 'business-process', title: marks.title, manifestation: marks.manifestation, existingRules: marks.rules, ...owners })
  const low = await aPoint(register, { powerId: power, categoryCode: 'post-duties', manifestation: `${open.lowPoint}，由${marks.holder}经办`, ...owners })
  const marked = await aPoint(register, { powerId: power, categoryCode: 'post-duties', manifestation: `（内部资料）${marks.internalPoint}`, ...owners })
  const ungraded = await aPoint(register, { powerId: power, categoryCode: 'business-process', manifestation: marks.ungraded, ...owners })
  const raised = await aPoint(register, { powerId: power, categoryCode: 'business-process', manifestation: marks.raisedLater, ...owners })
  const measure = (content: string, riskPointIds: string[]) => register.change((change) => createMeasure(change, { content, riskPointIds, owner: marks.measureOwner, term: 'dated', dueOn: '2026-12-31' }))
  await measure(marks.measure, [heavy])
  const ofUngraded = await measure(marks.ungradedMeasure, [ungraded])
  await measure(open.lowMeasure, [low])
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
  await enterProblems(register, [
    { problem: `${open.power}：${marks.holder}未签字`, subject: { entity: 'power', id: power } }, { problem: marks.heavyProblem, subject: { entity: 'risk-point', id: heavy } },
    { problem: marks.measureProblem, subject: { entity: 'control-measure', id: ofUngraded } }, { problem: `秘密★1年 ${marks.secretProblem}` },
  ])
  return { power, heavy, low, list: await postedList(register, [heavy, low]) }
}

const enterProblems = ({ database }: TestRegister, problems: readonly Pick<NewRectification, 'problem' | 'subject'>[]): Promise<void> => database.change(by(marks.recorder), async (change) => {
  for (const one of problems) await openRectification(change, { ...one, source: 'audit', departmentId: null, owner: marks.owner, measure: one.problem })
})

/** A list as it is posted, with the entries in it; how entries come to be waiting for one is tried elsewhere. */
const postedList = (register: TestRegister, points: readonly string[]): Promise<string> => register.change(async (change) => {
  const id = change.newId()
  await change.db.insertInto('publicity_list').values({ id, title: '廉政风险公示', scope: '{}', starts_on: '2026-06-10', ends_on: '2026-06-20', state: 'posted', drawn_up_by: marks.recorder, posted_by: marks.recorder, posted_at: change.at, closed_by: null, closed_at: null, created_at: change.at, updated_at: change.at }).execute()
  await change.db.insertInto('listed_entry').values(points.map((risk_point_id, position) => ({ list_id: id, position, step: 'publicity' as const, risk_point_id, outcome: null }))).execute()
  await change.record({ action: 'publicity.create', entity: 'publicity', entityId: id })
  return id
})
