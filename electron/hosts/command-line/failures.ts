import { ORPCError } from '@orpc/server'
import { z } from 'zod'
import type { Locale } from '#shared/locales/locale.ts'
import { sentenceFor, translator } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import type { ExitCode } from './exit-codes.ts'
import { UsageError } from './usage-error.ts'

const refusedSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
const faultSchema = z.object({ reference: z.string() })

/** Core answers refusals as data; undefined where the error is of another kind. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof ORPCError)) return undefined
  const refused = refusedSchema.safeParse(error.data).data
  if (error.code === 'REFUSED' && refused !== undefined) return new Refusal(refused.code, refused.params)
  const fault = faultSchema.safeParse(error.data).data
  if (error.code === 'FAULT' && fault !== undefined) return new Refusal('fault', fault)
  if (error.code === 'STALE') return new Refusal('record.stale')
  return error.code === 'BAD_REQUEST' ? new Refusal('input.invalid') : undefined
}

export const sentenceOf = (refusal: Refusal, locale: Locale): string => sentenceFor(locale, 'errors', refusal)

export interface Failure {
  readonly code: string
  readonly params: Record<string, string | number>
  readonly message: string
  readonly exitCode: ExitCode
}

/** What went wrong, ready to be told; undefined for a fault nobody has taken note of yet. */
export function failureOf(error: unknown, locale: Locale): Failure | undefined {
  if (error instanceof UsageError) {
    const { code, params } = error
    const t = translator(locale)
    return { code, params, message: t(code as never, { ns: 'cli', ...params, defaultValue: code }), exitCode: exitCodes.wrongUsage }
  }
  const refusal = asRefusal(error)
  if (refusal === undefined) return undefined
  const { code, params } = refusal
  return { code, params, message: sentenceOf(refusal, locale), exitCode: exitCodeOf(code) }
}
