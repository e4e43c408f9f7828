import { expect, test } from 'vitest'
import { fileSize } from '#renderer/reports/file-size.ts'
import { offeredYears, openYearFrom, yearInWork } from '#renderer/reports/years.ts'

test('until the end of March the last year is reported on', () => {
  expect(yearInWork(new Date(2027, 2, 31))).toBe(2026)
  expect(yearInWork(new Date(2027, 3, 1))).toBe(2027)
})

test('frozen years are offered however long ago, each once, the latest first', () => {
  expect(offeredYears(new Date(2026, 5, 1), [2024, 2015])).toEqual([2026, 2025, 2024, 2015])
  expect(offeredYears(new Date(2026, 5, 1), [])).toEqual([2026, 2025, 2024, 2023, 2022])
})

test('what is dated in a frozen year is written from the first year that is open', () => {
  expect(openYearFrom(2026, [2024, 2025])).toBe(2026)
  expect(openYearFrom(2024, [2024, 2025])).toBe(2026)
  expect(openYearFrom(2023, [2024])).toBe(2025)
})

test('sizes are said as people read them', () => {
  expect(fileSize(300, 'zh-CN')).toBe('1 KB')
  expect(fileSize(48_211, 'zh-CN')).toBe('48 KB')
  expect(fileSize(1_234_567, 'en')).toBe('1.2 MB')
})
