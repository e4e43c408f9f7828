import { Refusal } from '#shared/model/refusal.ts'
import { monthSheet } from '../../change-sheets/month-sheet.ts'
import { filingSheet } from '../../filing/filing-sheet.ts'
import { listSheet } from '../../publicity/list-sheet.ts'
import type { ReportKind, ReportOrder } from './report-kind.ts'
import { paperOf } from '../sheet-paper.ts'

/** What the order is about. @throws Refusal `report.subject-missing` */
function subjectOf({ subjectId }: ReportOrder): string {
  if (subjectId === undefined) throw new Refusal('report.subject-missing', {}, 'subject')
  return subjectId
}

const formats = ['docx', 'xlsx', 'pdf'] as const

/** 公示材料: the list as it is posted. It is made for the public, so there is one edition of it. */
export const publicityList: ReportKind = {
  code: 'publicity-list', formats, editions: ['public'], subject: 'publicity-list',
  paper: async ({ database, env }, order) => paperOf(await listSheet(database.read, { id: subjectOf(order), locale: order.locale, today: env.localDate(env.now()) })),
}

/** 备案表, for the higher office. */
export const filing: ReportKind = {
  code: 'filing-sheet', formats, editions: ['internal', 'assessment'], subject: 'filing-sheet',
  paper: async ({ database }, order) => paperOf(await filingSheet(database.read, { id: subjectOf(order), locale: order.locale })),
}

/** 动态调整情况月报, for the higher office. */
export const changeSheet: ReportKind = {
  code: 'change-sheet', formats, editions: ['internal', 'assessment'], subject: 'month',
  paper: async (core, order) => paperOf(await monthSheet(core, { month: subjectOf(order), locale: order.locale })),
}
