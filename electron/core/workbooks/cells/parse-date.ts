import { foldText } from '#shared/model/text-key.ts'

/** Without an end: the measure is to be kept up for good. */
export const LONG_TERM = 'long-term'

const longTerm = /^(?:长期(?:坚持|执行|落实|有效)?|常态化?|常年|持续(?:进行|推进|坚持)?|经常性?|日常|long[- ]term|ongoing|permanent)$/iu
const yearMonthDay = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/u
const chineseDay = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u
const chineseMonth = /^(\d{4})\s*年\s*(\d{1,2})\s*月份?$/u
const isoMonth = /^(\d{4})[-/](\d{1,2})$/u
const yearEnd = /^(\d{4})\s*年\s*(?:年?底|年末|末)$/u
const deadlineWords = /\s*(?:之?前|以前|止)(?:完成)?$/u
const monthEnd = /(月)\s*[底末]$/u

// Excel's day numbers for 1970-01-01 and 2099-12-31 (1900 date system): outside them a number is hardly a date.
const FIRST_SERIAL = 25569
const LAST_SERIAL = 73050
const MS_PER_DAY = 86_400_000

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1900 ? date.toISOString().slice(0, 10) : undefined
}

function lastOfMonth(year: number, month: number): string | undefined {
  if (month < 1 || month > 12) return undefined
  return isoDate(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())
}

function serialDate(text: string): string | undefined {
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? Math.floor(Number(text)) : 0
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined
  return new Date((serial - FIRST_SERIAL) * MS_PER_DAY).toISOString().slice(0, 10)
}

function calendarDate(text: string): string | undefined {
  const [, year, , month, day] = yearMonthDay.exec(text) ?? []
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day))
  const [, chineseYear, chineseMonthNumber, chineseDayNumber] = chineseDay.exec(text) ?? []
  if (chineseYear !== undefined) return isoDate(Number(chineseYear), Number(chineseMonthNumber), Number(chineseDayNumber))
  const [, monthYear, monthNumber] = chineseMonth.exec(text) ?? isoMonth.exec(text) ?? []
  if (monthYear !== undefined) return lastOfMonth(Number(monthYear), Number(monthNumber))
  const [, endYear] = yearEnd.exec(text) ?? []
  return endYear === undefined ? undefined : isoDate(Number(endYear), 12, 31)
}

/**
 * A date as forms write it: 2012-09-28, 2012/9/28, 2012.9.28, 2012年9月28日, a spreadsheet's day number, also with 前 or
 * 底前. A month alone means its last day, as deadlines do; 长期, 常态化 and 持续 mean no end.
 *
 * @returns yyyy-mm-dd, 'long-term', or undefined where it is no date or one that does not exist (30 February)
 */
export function parseDate(text: string): string | undefined {
  const folded = foldText(text).replace(/[。;,.]+$/u, '').trim()
  if (longTerm.test(folded)) return LONG_TERM
  const plain = folded.replace(deadlineWords, '').replace(monthEnd, '$1')
  return calendarDate(plain) ?? serialDate(plain)
}
