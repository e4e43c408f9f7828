/** Values that fill the placeholders of a refusal's sentence. */
export type RefusalParams = Record<string, string | number>

/**
 * An expected refusal: bad input, a conflict, a file that cannot be read. It changes nothing and carries a code whose
 * sentence (what is wrong, how to mend it) lives in shared/locales under `errors.<code>`. Anything else that is thrown
 * is a bug and is treated as one.
 */
export class Refusal extends Error {
  readonly code: string
  readonly params: RefusalParams
  /** The input field the sentence belongs beside, where there is one. */
  readonly field: string | undefined

  constructor(code: string, params: RefusalParams = {}, field?: string) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.field = field
  }
}
