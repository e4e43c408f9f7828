import type { EventField } from '#shared/model/warnings/events.ts'
import { lookupKeys } from '../../workbooks/forms/header-key.ts'

/** What platforms call their columns, by folded words; the first Chinese and English one are the usual. */
const aliases: Readonly<Record<EventField, readonly string[]>> = {
  eventNo: ['事件编号', '事件号', '编号', '流水号', '监察编号', '预警编号', '告警编号', 'eventno', 'eventno.', 'eventid', 'eventnumber', 'id'],
  happenedAt: ['发生时间', '事件时间', '时间', '日期', '发生日期', '产生时间', '预警时间', '监察时间', 'time', 'date', 'happenedat', 'occurredat', 'eventtime'],
  powerCode: ['职权编码', '权力编码', '事项编码', '项目编码', '职权代码', '权力编号', '事项编号', 'powercode', 'itemcode'],
  powerName: ['职权名称', '权力名称', '事项名称', '项目名称', '职权', '权力事项', '职权事项', 'power', 'powername', 'itemname'],
  step: ['流程环节', '环节', '办理环节', '环节名称', '步骤', 'step', 'processstep', 'node'],
  caseNo: ['办件编号', '办件号', '案卷号', '案件编号', '业务流水号', '受理编号', 'caseno', 'caseno.', 'casenumber'],
  department: ['承办科室', '责任科室', '科室', '部门', '责任部门', '承办单位', '责任单位', '单位', 'department', 'office'],
  kind: ['事件类型', '类型', '异常类型', '监察类型', '预警类型', '类别', 'kind', 'type', 'eventtype'],
  level: ['预警级别', '级别', '等级', '告警级别', '监察级别', '风险级别', 'level', 'severity'],
  text: ['事件描述', '描述', '内容', '情形', '异常情形', '事件内容', '异常描述', '预警内容', '说明', '详情', 'text', 'description', 'content', 'detail'],
}

const byAlias = new Map(Object.entries(aliases).flatMap(([field, words]) => words.map((word) => [word, field as EventField] as const)))

/** What a header stands for; undefined where nobody calls a column so. */
export const fieldOf = (header: string): EventField | undefined => lookupKeys(header).map((key) => byAlias.get(key)).find((field) => field !== undefined)

export interface EventColumns {
  /** Row of the header, counted from 0. */
  readonly headerRow: number
  readonly headers: readonly string[]
  /** By column; undefined where it is not read, or read from an earlier column. */
  readonly fields: readonly (EventField | undefined)[]
}

/** Titles and lines of remarks stand above a header; further down than this nobody puts one. */
const lookedAt = 30
/** A line that knows fewer columns is no header. */
const least = 3

/** The line that names most columns, the first of several; a time and what happened have to be among them. */
export function findColumns(rows: readonly (readonly string[])[]): EventColumns | undefined {
  const lines = rows.slice(0, lookedAt).map((headers, headerRow) => ({ headerRow, headers, fields: onlyFirst(headers.map(fieldOf)) }))
  const known = ({ fields }: EventColumns): number => fields.filter((field) => field !== undefined).length
  const best = lines.reduce<EventColumns | undefined>((found, line) => (found === undefined || known(line) > known(found) ? line : found), undefined)
  return best !== undefined && known(best) >= least && best.fields.includes('happenedAt') && best.fields.includes('text') ? best : undefined
}

function onlyFirst(fields: readonly (EventField | undefined)[]): (EventField | undefined)[] {
  return fields.map((field, index) => (field === undefined || fields.indexOf(field) < index ? undefined : field))
}
