import type { LinkValue, MeasureDraft, PointDraft, Ref } from './records.ts'
import type { RegisterDraft } from './register-draft.ts'

/**
 * Which measures each point has in the end. A list stated for the very point takes the place of what was only shared
 * with it; measures listed for several points go to all of them, unless one of them has the measure by name.
 */
export function settleLinks(draft: RegisterDraft): void {
  for (const point of draft.points) point.links = statedLinks(point)
  for (const { points, measures } of draft.sharedRows) for (const measure of measures) share(points, measure)
}

function statedLinks({ standingLinks, statedMeasures, singleLinks }: PointDraft): ReadonlyMap<Ref, LinkValue> {
  if (statedMeasures.size === 0 && singleLinks.size === 0) return standingLinks
  const kept = [...standingLinks].filter(([ref, { basis }]) => statedMeasures.size === 0 || basis === 'stated' || statedMeasures.has(ref) || singleLinks.has(ref))
  const links = new Map(kept)
  for (const ref of statedMeasures.keys()) state(links, ref)
  for (const [ref, basis] of singleLinks) {
    if (basis === 'stated') state(links, ref)
    else if (!links.has(ref)) links.set(ref, { position: nextPosition(links), basis })
  }
  return links
}

function state(links: Map<Ref, LinkValue>, ref: Ref): void {
  if (links.get(ref)?.basis === 'stated') return
  links.delete(ref)
  const stated = [...links.values()].filter(({ basis }) => basis === 'stated')
  links.set(ref, { position: behind(stated), basis: 'stated' })
}

const behind = (links: readonly LinkValue[]): number => links.reduce((last, { position }) => Math.max(last, position), -1) + 1

const nextPosition = (links: ReadonlyMap<Ref, LinkValue>): number => behind([...links.values()])

function share(points: readonly PointDraft[], { ref }: MeasureDraft): void {
  if (points.some(({ links }) => links.get(ref)?.basis === 'stated')) return
  for (const point of points) {
    if (!point.links.has(ref)) point.links = new Map([...point.links, [ref, { position: nextPosition(point.links), basis: 'shared' }]])
  }
}
