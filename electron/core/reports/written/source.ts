import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../../core.ts'
import { frozenCore, openYear } from '../../years/frozen-years.ts'
import type { RegisteredKind } from '../kinds/index.ts'

/** Today's register, whatever year the caller looks at: numbers and the log of exports are kept there. */
export function liveCore(core: Core): Core {
  return core.frozen === undefined ? core : { ...core, database: core.frozen.live, env: core.frozen.live.env, frozen: undefined }
}

/** Where a report of a year is read from. */
export interface ReportSource {
  readonly core: Core
  /** null where the year is open and the register of today is read. */
  readonly archiveHash: string | null
}

/**
 * The frozen year opened like the register or, where the year is open, the register of today.
 * @throws Refusal `organisation.missing`, `report.year-not-kept`, `archive.too-old`, `archive.tampered`
 */
export async function* sourceFor(live: Core, actor: Actor, { year, registered }: { year: number; registered: Pick<RegisteredKind, 'fromArchive'> }): AsyncGenerator<Progress, ReportSource, void> {
  const organisation = await live.database.read.selectFrom('organisation').select('id').executeTakeFirst()
  if (organisation === undefined) throw new Refusal('organisation.missing')
  const archive = await live.database.read.selectFrom('archive').select('content_hash').where('year', '=', year).executeTakeFirst()
  if (archive === undefined) {
    await refuseForgottenYear(live, year)
    return { core: live, archiveHash: null }
  }
  try {
    yield* openYear(live, actor, year)
    return { core: await frozenCore(live, actor, year), archiveHash: archive.content_hash }
  } catch (error) {
    if (registered.fromArchive && error instanceof Refusal && error.code === 'archive.too-old') return { core: live, archiveHash: archive.content_hash }
    throw error
  }
}

/** Today's register under the heading of a year before the last frozen one would be told of a year it says nothing about. */
async function refuseForgottenYear(live: Core, year: number): Promise<void> {
  const frozen = (await live.database.read.selectFrom('archive').select('year').orderBy('year').execute()).map((archive) => archive.year)
  const last = frozen.at(-1)
  if (last !== undefined && year < last) throw new Refusal('report.year-not-kept', { year, years: frozen.join(', ') })
}
