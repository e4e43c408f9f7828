import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { checkCreditCode } from '#shared/model/codes/credit-code.ts'
import { foldCode } from '#shared/model/codes/fold-code.ts'

const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

test.each([
  ['91350100M000100Y43', 'ok'],
  ['11350000003591037R', 'ok'],
  ['91310115MA1G4L1WXK', 'check-digit'],
  ['91350100M000100Y4', 'length'],
  ['91350100M000100Y433', 'length'],
  ['', 'length'],
  ['9135010OM000100Y43', 'alphabet'],
  ['91350100m000100y43', 'alphabet'],
  ['９1350100M000100Y43', 'alphabet'],
] as const)('%s is %s', (code, verdict) => {
  expect(checkCreditCode(code)).toBe(verdict)
})

test('a code typed in full width, lower case or groups is stored in one form', () => {
  expect(foldCode(' ９１350100　m000 100y43\n')).toBe('91350100M000100Y43')
})

const anyBody = fc.array(fc.constantFrom(...signs), { minLength: 17, maxLength: 17 }).map((body) => body.join(''))
const anyCode = anyBody.map((body) => signs.map((sign) => body + sign).filter((code) => checkCreditCode(code) === 'ok'))

test('exactly one last sign fits any first seventeen', () => {
  fc.assert(fc.property(anyCode, (codes) => codes.length === 1))
})

test('one wrong sign, or two neighbours exchanged, never pass', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(17), fc.constantFrom(...signs), ([code = ''], at, sign) => {
      const typed = [...code]
      if (typed[at] !== sign) expect(checkCreditCode(typed.with(at, sign).join(''))).toBe('check-digit')
      const [here = '', next = ''] = typed.slice(at)
      if (next !== '' && here !== next) expect(checkCreditCode(typed.with(at, next).with(at + 1, here).join(''))).toBe('check-digit')
    }),
  )
})
