import { Refusal, type RefusalParams } from '#shared/model/refusal.ts'

/** Why a file could not be read; the sentences live in the locales under `errors.<code>`. */
export const unreadableCodes = [
  'file.empty',
  'file.not-a-workbook',
  'file.truncated',
  'file.old-xls',
  'file.encrypted',
  'file.external-entities',
  'file.too-large',
  'file.too-many-cells',
  'file.too-complex',
  'file.undecodable',
  'file.cancelled',
] as const

export type UnreadableCode = (typeof unreadableCodes)[number]

export function isUnreadableCode(code: string): code is UnreadableCode {
  return unreadableCodes.some((known) => known === code)
}

/** A file that cannot be read as a workbook. Nothing was changed; the code says what the user can do about it. */
export class UnreadableWorkbook extends Refusal {
  declare readonly code: UnreadableCode

  constructor(code: UnreadableCode, params: RefusalParams = {}, options?: { cause?: unknown }) {
    super(code, params)
    this.name = 'UnreadableWorkbook'
    if (options?.cause !== undefined) this.cause = options.cause
  }
}
