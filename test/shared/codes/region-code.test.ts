import { expect, test } from 'vitest'

import { checkRegionCode } from '#shared/model/codes/region-code.ts'

test.each([
  ['350000', 'ok'],
  ['350100', 'ok'],
  ['350200', 'ok'],
  ['350800', 'ok'],
  ['350802', 'ok'],
  ['35080', 'length'],
  ['3508000', 'length'],
  ['35080X', 'digits'],
  ['050000', 'digits'],
  ['３50800', 'digits'],
  ['35 800', 'digits'],
] as const)('%s is %s', (code, verdict) => {
  expect(checkRegionCode(code)).toBe(verdict)
})
