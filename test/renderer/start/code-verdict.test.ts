import { expect, test } from 'vitest'
import { creditCodeVerdict, regionCodeVerdict } from '#renderer/start/code-verdict.ts'

test('a credit code in the making is counted, not blamed, until the field is left', () => {
  expect(creditCodeVerdict('', true).state).toBe('empty')
  expect(creditCodeVerdict('91350100', false)).toMatchObject({ state: 'counting', count: 8 })
  expect(creditCodeVerdict('91350100', true)).toMatchObject({ state: 'faulty', key: 'length', count: 8 })
  expect(creditCodeVerdict('91350100M000100Y431', false)).toMatchObject({ state: 'faulty', key: 'length', count: 19 })
})

test('a sign that no credit code holds is named at once', () => {
  expect(creditCodeVerdict('9135I0', false)).toMatchObject({ state: 'faulty', key: 'alphabet', signs: 'I' })
})

test('full-width signs, small letters and spaces are what they stand for', () => {
  expect(creditCodeVerdict('９１350100 m000100y43', false).state).toBe('ok')
  expect(creditCodeVerdict('91350100M000100Y44', false)).toMatchObject({ state: 'faulty', key: 'check-digit' })
})

test('a division code has six digits and no leading zero', () => {
  expect(regionCodeVerdict('350100', false).state).toBe('ok')
  expect(regionCodeVerdict('3501', false).state).toBe('counting')
  expect(regionCodeVerdict('3501', true).key).toBe('length')
  expect(regionCodeVerdict('0501', false).key).toBe('digits')
  expect(regionCodeVerdict('35a', false).key).toBe('digits')
})
