import type { RefusalParams } from '#shared/model/refusal.ts'

/** The command line itself was wrong; its sentence lives in shared/locales under `cli.<code>`. */
export class UsageError extends Error {
  readonly code: string
  readonly params: RefusalParams

  constructor(code: string, params: RefusalParams = {}) {
    super(code)
    this.name = 'UsageError'
    this.code = code
    this.params = params
  }
}
