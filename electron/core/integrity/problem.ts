import type { RefusalParams } from '#shared/model/refusal.ts'

/** What an examination found wrong. The sentence of a code lives in shared/locales under `errors.<code>`. */
export interface IntegrityProblem { code: string; params: RefusalParams }
