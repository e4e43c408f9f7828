import type { Change } from '../../database/database.ts'
import { storeLink } from '../../measures/measure-links.ts'
import { linkMeasure, unlinkMeasure } from '../../measures/measure-records.ts'
import type { PointDraft } from '../draft/records.ts'
import type { PlannedIds } from './planned-ids.ts'

/** Unties what goes and what changes its kind, then ties what is new. */
export async function writeLinks(change: Change, ids: PlannedIds, { ref, links, standingLinks }: PointDraft): Promise<void> {
  const riskPointId = ids.of(ref)
  const stays = (measure: string): boolean => links.get(measure)?.basis === standingLinks.get(measure)?.basis
  for (const measure of standingLinks.keys()) if (!stays(measure)) await unlinkMeasure(change, { riskPointId, measureId: measure })
  for (const [measure, { position, basis }] of links) {
    if (stays(measure)) continue
    const link = { riskPointId, measureId: ids.of(measure), position, basis }
    // Nobody can hold a revision of a measure that was entered a moment ago, so there is none to count up.
    if (ids.isPlanned(measure)) await storeLink(change, link)
    else await linkMeasure(change, link)
  }
}
