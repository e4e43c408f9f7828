import { aFile, finished, people } from './office.ts'
import type { Office } from './office.ts'
import { pointsOf } from './reviews.ts'

const { writer, chief, inspector } = people

/** Laws, bodies and a case around the register, each with what has to be looked at again. */
export async function recordAdjustments({ as, department }: Office): Promise<void> {
  const record = async (adjustment: { kind: 'law' | 'post' | 'case'; title: string; happenedOn: string; basis: string; text: string; departments: string[]; words?: string; dueOn: string }) => {
    const { departments, words = '', ...what } = adjustment
    await finished(as(writer).adjustments.record({ ...what, criteria: { basis: words, departmentIds: departments.map(department), postIds: [], step: '', powerIds: [] }, works: ['identify', 'grade', 'measures'] }))
  }
  await record({ kind: 'law', title: '《取水许可和水资源费征收管理条例》修订施行', happenedOn: '2026-03-01', basis: '国务院令修订', text: '费改税后，水资源费征收环节需要重新排查；受理材料减少两项。', departments: ['水资源股'], dueOn: '2026-03-20' })
  await record({ kind: 'post', title: '内设机构职责调整，采砂许可现场核查并入水政监察大队', happenedOn: '2026-03-10', basis: '示编办〔2026〕5号', text: '', departments: ['行政审批股'], dueOn: '2026-03-31' })
  await record({ kind: 'case', title: '外县同类岗位违规审批案件通报', happenedOn: '2026-04-02', basis: '示纪通〔2026〕2号', text: '案件反映审批人单独接触申请人、现场核查走过场。', departments: ['政策法规股'], dueOn: '2026-04-30' })
  const { rows } = await as(writer).adjustments.tasks({ offset: 0, limit: 100, filter: {} })
  await as(writer).adjustments.settle({ ids: rows.slice(0, 9).map(({ id }) => id), state: 'done', reason: '' })
  await as(writer).adjustments.settle({ ids: rows.slice(9, 11).map(({ id }) => id), state: 'not-needed', reason: '该岗位不涉及' })
}

/** Measures carried out, late, checked and with terms of this year. */
export async function carryOut({ as }: Office): Promise<void> {
  const { rows } = await as(writer).measures.list({ offset: 0, limit: 30 })
  for (const [at, row] of rows.entries()) {
    const dueOn = `2026-${String(2 + (at % 10)).padStart(2, '0')}-28`
    await as(writer).measures.save({ items: [{ id: row.id, revision: row.revision, patch: { term: 'dated', dueOn, progress: at % 4 === 3 ? 'planned' : 'in-force', owner: row.owner ?? '股室负责人' } }] })
    if (at % 3 !== 0) continue
    const { revision } = await as(writer).measures.get({ id: row.id })
    await as(writer).measures.execute({ id: row.id, revision, doneOn: '2026-05-06', note: '已按期落实', evidence: [aFile('落实记录.pdf')] })
    await as(inspector).measures.check({ id: row.id, effectiveness: at % 2 === 0 ? 'effective' : 'partly', note: '抽查三份案卷' })
  }
}

/** Six warnings on every part of their way, besides those the rules find. */
export async function warn(office: Office): Promise<void> {
  const { as, department } = office
  const { levels } = await as(inspector).warnings.settings()
  const byWeight = levels.filter(({ active }) => active).toSorted((a, b) => b.level.severityRank - a.level.severityRank).map(({ level }) => level.code)
  const [point] = await pointsOf(office, '行政审批股')
  const raise = async (level: number, situation: string, riskPointId: string | null = null): Promise<string> => (await as(inspector).warnings.raise({
    sourceCode: 'petition', levelCode: byWeight[level] ?? '', departmentId: department('行政审批股'), riskPointId, object: riskPointId === null ? '行政审批股审批岗' : '', situation,
  })).id
  const whole = await raise(0, '群众来信反映取水许可受理标准不一，同类材料两家企业一家受理一家退回。\n经核，来信人提供了两次退件单。', point?.id ?? null)
  await walk(office, whole, ['issue', 'approve', 'receive', 'analyse', 'rectify', 'complete', 'pass', 'lift'])
  await walk(office, await raise(1, '现场核查记录缺少第二名核查人员签名'), ['issue', 'receive', 'analyse', 'rectify', 'complete', 'return'])
  await walk(office, await raise(2, '办理时限即将超过法定期限，系统已两次提醒'), ['issue', 'receive'])
  await walk(office, await raise(1, '申请人反映工作人员索要土特产'), ['issue', 'receive', 'transfer'])
  await walk(office, await raise(2, '公示期不足五个工作日即发证'), ['issue', 'escalate'])
  await finished(as(inspector).warnings.run())
  const { rows } = await as(inspector).warnings.list({ offset: 0, limit: 12, filter: { states: ['found'] } })
  for (const { id, departmentId } of rows.filter((row) => row.departmentId !== null)) if (departmentId !== null) await walk(office, id, ['issue'])
}

const words: Readonly<Record<string, string>> = {
  issue: '立即自查同类办件，十个工作日内书面报告整改情况', approve: '同意发出', receive: '', analyse: '受理清单未及时更新，两名经办人掌握的标准不一致；复核环节流于形式。',
  rectify: '一、统一受理清单并上墙公示；二、增加股长抽查环节，每周不少于两件；三、组织业务培训一次。', complete: '受理清单已更新，培训签到表、抽查记录附后。', pass: '抽查十件，受理标准一致', return: '抽查记录不全，请补齐四月份记录',
  lift: '', transfer: '涉嫌违纪，移送县纪委监委', escalate: '逾期未签收，升级处理',
}

async function walk({ as }: Office, id: string, actions: readonly string[]): Promise<void> {
  for (const action of actions) {
    const sheets = async (name: string) => [{ id, revision: (await as(name).warnings.get({ id })).warning.revision }]
    const text = words[action] ?? ''
    if (action === 'receive' || action === 'analyse' || action === 'rectify' || action === 'complete') await as(writer).warnings.handle({ sheets: await sheets(writer), action, text, evidence: [] })
    else {
      const name = action === 'approve' ? chief : inspector
      await as(name).warnings.direct({ sheets: await sheets(name), action: action as 'issue', text, ...(action === 'issue' ? { way: '责令整改' } : {}) })
    }
  }
}

/** Problems in every state of the ledger. */
export async function rectify(office: Office): Promise<void> {
  const { as, department } = office
  const points = await pointsOf(office, '行政审批股')
  const open = (problem: string, more: { source: 'inspection' | 'audit' | 'patrol' | 'self-check'; dueOn: string; departmentName: string; measure: string; owner?: string; subject?: string }) => as(inspector).rectification.open({
    problem, source: more.source, foundOn: '2026-06-01', dueOn: more.dueOn, departmentId: department(more.departmentName), owner: more.owner ?? '股室负责人', measure: more.measure, ...(more.subject === undefined ? {} : { subject: { entity: 'risk-point', id: more.subject } }),
  })
  const mend = async ({ id, revision }: { id: string; revision: number }, text: string, evidence: string) => as(writer).rectification.rectify({
    id, revision, text, evidence: [(await as(writer).attachments.add({ entity: 'rectification', entityId: id, secrecy: 'public', file: aFile(evidence) })).id],
  })
  const mended = await mend(await open('取水许可档案缺现场核查影像资料，抽查20件缺7件', { source: 'inspection', dueOn: '2026-07-15', departmentName: '行政审批股', measure: '补齐影像资料，建立一案一档检查表', subject: points[0]?.id ?? '' }), '已补齐7件，检查表自七月起使用', '一案一档检查表.docx')
  await as(chief).rectification.close({ id: mended.id, revision: mended.revision })
  const early = await mend(await open('砂石料处置台账登记不及时', { source: 'audit', dueOn: '2026-07-31', departmentName: '水政监察大队', measure: '三日内登记，月底核对', owner: '大队长' }), '已补登', '处置台账.xlsx')
  await as(chief).rectification.return({ id: early.id, revision: early.revision, text: '六月份台账仍缺三笔' })
  await mend(await open('专项资金拨付超进度两笔，监理签证后补', { source: 'patrol', dueOn: '2026-08-20', departmentName: '财务股', measure: '先签证后拨付，财务股与规划建设股双签' }), '已建立双签制度', '双签单.pdf')
  await open('公章外借无登记', { source: 'self-check', dueOn: '2026-06-30', departmentName: '办公室', measure: '', owner: '办公室主任' })
  await open('高风险岗位轮岗未按期进行', { source: 'inspection', dueOn: '2026-12-31', departmentName: '行政审批股', measure: '制定轮岗计划', subject: points[1]?.id ?? '' })
}
