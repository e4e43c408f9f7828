import { assert, constantFrom, property, stringMatching, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lockOutMinutes } from '#shared/model/people/lock-out.ts'
import { passwordFaultsOf } from '#shared/model/people/password-rules.ts'
import { mayBeJoined } from '#shared/model/people/role-rules.ts'
import { grantableRoles, officerRoles, workingRoles } from '#shared/model/roles.ts'

describe('a password', () => {
  test.each([
    ['Gqm7-hill', ['too-short']],
    ['mountainriver', ['too-few-kinds']],
    ['Mountain River 3', []],
    ['山高水长月明星稀春风', ['too-few-kinds']],
    ['山高水长 2026 river', []],
    ['this is a sentence', []],
    ['Password2026!', ['common']],
    ['P@ssw0rd123', ['common']],
    ['1234567890', ['too-few-kinds', 'common']],
    ['1qaz2wsx3edc', ['too-few-kinds', 'common']],
    ['aAaAaA1111!!!!', ['common']],
    ['Zhangmin-2026', ['contains-name']],
    ['x'.repeat(201), ['too-long', 'common']],
  ])('%s: %j', (password, faults) => {
    expect(passwordFaultsOf(password, 'Zhang Min')).toEqual(faults)
  })

  test('that contains the name is refused however the name is written', () => {
    assert(property(stringMatching(/^[a-z]{3,8}$/u), stringMatching(/^[A-Z0-9]{5}$/u), (name, rest) => {
      expect(passwordFaultsOf(`${rest}${name.toUpperCase()}-${rest}`, name)).toContain('contains-name')
    }))
  })

  test('of sixteen signs that differ needs no other kinds', () => {
    assert(property(uniqueArray(constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'), { minLength: 16, maxLength: 22 }), (signs) => {
      expect(passwordFaultsOf(signs.join(''), '某人')).toEqual([])
    }))
  })
})

test('a lock-out begins with the fifth failure, doubles, and ends at an hour', () => {
  expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 500].map(lockOutMinutes)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('an officer bears one role alone, everybody else any of the working ones', () => {
  expect(mayBeJoined(workingRoles)).toBe(true)
  for (const officer of officerRoles) for (const other of grantableRoles) expect([officer, other, mayBeJoined([officer, other])]).toEqual([officer, other, officer === other])
})
