import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../../core.ts'
import { frozenCore } from '../../years/frozen-years.ts'
import { reportKinds } from '../kinds/index.ts'
import type { SubjectChoice } from '../kinds/subjects.ts'
import { liveCore } from './source.ts'

/** What a report of a kind may be about, in the year it would be read from. @throws Refusal `report.kind-unknown` */
export async function findSubjects(core: Core, actor: Actor, { kind: code, ...search }: { kind: string; year: number; text: string; locale: Locale }): Promise<SubjectChoice[]> {
  const registered = reportKinds.find(({ kind }) => kind.code === code)
  if (registered === undefined) throw new Refusal('report.kind-unknown', { kind: code }, 'kind')
  if (registered.subjects === undefined) return []
  const live = liveCore(core)
  const frozen = await live.database.read.selectFrom('archive').select('id').where('year', '=', search.year).executeTakeFirst()
  return registered.subjects(frozen === undefined ? live : await frozenCore(live, actor, search.year), search)
}
