import { startsAsName } from './surnames.ts'

const han = /^\p{Script=Han}+$/u
/** 阿不都·外力: between the parts of names that come from other languages. */
const foreign = /^\p{Script=Han}+(?:[·•・‧]\p{Script=Han}+)+$/u
const latinName = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)+$/u
/** Letters among Chinese characters, as in 陈某A. */
const mixed = /^\p{Script=Han}+\p{Script=Latin}+$/u

const titles = '副?(?:局长|主任|科长|股长|处长|厅长|部长|院长|所长|站长|校长|队长|组长|班长|乡长|镇长|县长|市长|村长|书记|委员|主席|经理|董事长)|科员|干事|专干|专员|会计|出纳|司机|经办人?|承办人|审批人|审核人|联系人|责任人|负责人|分管领导|主要领导|同志|先生|女士|老师|工程师|群众|村民|居民|职工|企业|市民|公民'
const titleBefore = new RegExp(`^(?:${titles})`, 'u')
const titleAfter = new RegExp(`(?:${titles})$`, 'u')
/** What ends like this is an office, a post or a body of people. */
const office = /(?:员|委|部|处|科|股|室|组|局|厅|院|所|站|队|会|办|党|团|岗|门|中心|领导|班子|单位|公司|企业|人员|群众|各级|全体|有关|相关|一把手)$/u
const englishOffice = /\b(?:head|chief|director|deputy|manager|officer|clerk|leader|inspector|staff|section|department|office|secretary|committee|team|group|party|post|person|all|of|the|and|in|charge)\b/iu

/** Whether a text means an office, a post or a body of people and nobody by name, whatever the register calls its own. */
export const meansOffice = (text: string): boolean => office.test(text) || englishOffice.test(text) || new RegExp(`^(?:${titles})$`, 'u').test(text)

/**
 * The names of people within what was entered for who answers: 局长 张三、李四（审批岗). A part counts as a name where it is
 * built like one (a surname with one or two characters after it, a name with a dot in it, two English words that each begin
 * with a capital) and neither the register nor anybody else calls a post, an office or a body of people so. What is built
 * otherwise is taken for a post or a remark: to strike it would blank ordinary words in the texts of the register.
 * @param isWord whether the register calls a post, a department or a role so
 */
export function likelyNames(text: string, isWord: (text: string) => boolean): string[] {
  return text.split(/[\r\n\t、，,;；/／|｜+＋&()（）【】[\]〔〕“”"<>《》:：]/u).flatMap((part) => namesIn(part.trim(), isWord))
}

function namesIn(part: string, isWord: (text: string) => boolean): string[] {
  if (part === '' || isWord(part)) return []
  if (latinName.test(part) && !meansOffice(part)) return [part]
  const close = part.replaceAll(/\s+/gu, '')
  const bare = withoutTitles(close)
  if (bare === close && isName(close, isWord)) return [close]
  if (/\s/u.test(part)) return part.split(/\s+/u).flatMap((one) => namesIn(one, isWord))
  if (bare !== part) return namesIn(bare, isWord)
  const joined = part.split(/[和与及]/u)
  return joined.length > 1 && joined.every((one) => isName(one, isWord)) ? joined : []
}

const withoutTitles = (part: string): string => part.replace(titleBefore, '').replace(titleAfter, '')

function isName(text: string, isWord: (text: string) => boolean): boolean {
  if (isWord(text) || meansOffice(text)) return false
  return foreign.test(text) || mixed.test(text) || (han.test(text) && startsAsName(text))
}
