import type { Factors } from '#shared/contract/grading.ts'
import { acceptsValue } from '#shared/model/grading/factors.ts'
import type { Factor, FactorValue } from '#shared/model/grading/factors.ts'

/** Those of earlier values that a method still asks for and still offers. */
export function fittingFactors(earlier: Factors, asked: readonly Factor[]): Factors {
  return Object.fromEntries(asked.flatMap((factor) => {
    const value = earlier[factor.code]
    return value !== undefined && acceptsValue(factor, value) ? [[factor.code, value] as const] : []
  }))
}

export function withFactor(factors: Factors, code: string, value: FactorValue | undefined): Factors {
  const others = Object.entries(factors).filter(([each]) => each !== code)
  return Object.fromEntries(value === undefined ? others : [...others, [code, value]])
}
