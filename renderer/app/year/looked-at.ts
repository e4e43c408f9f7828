import { YEAR_HEADER } from '#shared/transport/register-year.ts'

/** Areas of the contract that show the register; all else (accounts, preferences, years, reports) has no past state. */
const ofTheRegister: ReadonlySet<string | undefined> = new Set(['adjustments', 'attachments', 'consistency', 'exchange', 'grading', 'history', 'measures', 'organisation', 'overview', 'powers', 'rectification', 'review', 'risks', 'warnings'])

/** The frozen year that this page looks at. Core is told with each call that concerns the register. */
export class LookedAtYear {
  year: number | undefined

  headersFor(path: readonly string[]): Record<string, string> {
    return this.year !== undefined && ofTheRegister.has(path[0]) ? { [YEAR_HEADER]: String(this.year) } : {}
  }
}
