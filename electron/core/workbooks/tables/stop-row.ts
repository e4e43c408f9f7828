import { foldText } from '#shared/model/text-key.ts'
import type { LeftOutReason } from './sheet-reading.ts'

// Words that open the rows below a table. They count only at the beginning of the row's first text, and only when what
// follows cannot make them part of a name: 注册科 is a department, 合计算法 would be a matter.
const total = /^(?:合计|总计|小计|共计|本页小计|本页合计|累计|total|subtotal|sub-total|grand total)(?=$|[\s:：,，。、;；(（\d]|共)/iu
const note = /^(?:注|备注|说明|填表说明|填报说明|附注|注意事项|note|notes|remarks?|remark)\s*(?=[:：]|\d|[(（]|$)/iu
const signature =
  /^(?:审核人|审批人|负责人|填表人|填报人|制表人|制表|审核|复核人|复核|经办人|联系人|联系电话|主要负责人|单位负责人|部门负责人|科室负责人|分管领导|主管领导|单位|单位名称|部门|科室|盖章|公章|填报日期|填表日期|填报时间|日期|prepared by|reviewed by|approved by|signature|signed|seal)\s*(?:[(（](?:签字|签名|签章|盖章|公章|signature|seal)[)）]\s*(?:[:：]|$|\s)|签字|签名|签章|盖章|[:：])/iu

/**
 * What a row below or between the data is, judged by its first text.
 *
 * @returns undefined where the text does not open a total, a note or a signature line
 */
export function stopReason(firstText: string): Extract<LeftOutReason, 'row.total' | 'row.note' | 'row.signature'> | undefined {
  const text = foldText(firstText)
  // 合 计 is often spread over a wide cell with spaces.
  const tight = text.replace(/^(\p{Script=Han}) (?=\p{Script=Han}(?:$|[\s:(\d]))/u, '$1')
  if (total.test(tight)) return 'row.total'
  if (note.test(tight)) return 'row.note'
  return signature.test(tight) ? 'row.signature' : undefined
}
