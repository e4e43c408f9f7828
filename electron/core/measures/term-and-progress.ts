import { measureFrequencies } from '#shared/model/controls.ts'
import { isBounded, rhythmBounds, rhythmStart } from '#shared/model/controls/rhythm.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Values } from '../records/values.ts'

/**
 * A dated measure has a day, any other has none. Setting the day makes it dated, taking the day away leaves the term
 * open, another term drops the day. Only a dated measure recurs: how often goes with its day.
 * @throws Refusal `measure.day-missing`, `measure.day-unneeded`, `measure.frequency-without-day`, `measure.day-too-far`
 */
export function settleTerm(patch: Values, stands: Values = {}): Values {
  const settled = settleDay(patch, stands)
  return { ...settled, ...settleRhythm({ ...patch, ...settled }, stands) }
}

function settleDay(patch: Values, stands: Values): Values {
  const { term, dueOn } = patch
  if (term === undefined && dueOn === undefined) return {}
  if (term === undefined) return dueOn === null ? openTerm(stands) : { term: 'dated' }
  if (term !== 'dated' && typeof dueOn === 'string') throw new Refusal('measure.day-unneeded', {}, 'dueOn')
  if (term !== 'dated') return { dueOn: null }
  if (dueOn === null || (dueOn === undefined && typeof stands['dueOn'] !== 'string')) throw new Refusal('measure.day-missing', {}, 'dueOn')
  return {}
}

const openTerm = (stands: Values): Values => (stands['term'] === 'dated' ? { term: 'none' } : {})

/** The day a rhythm is counted from stays as long as the day due lies on it; otherwise it begins anew with the day due. */
function settleRhythm(patch: Values, stands: Values): Values {
  if (['frequency', 'dueOn', 'rhythmFrom'].every((field) => patch[field] === undefined)) return {}
  const given = (field: string): unknown => (patch[field] === undefined ? stands[field] : patch[field]) ?? null
  const [frequency, dueOn] = [measureFrequencies.find((known) => known === given('frequency')), given('dueOn')]
  if (frequency === undefined) return { rhythmFrom: null }
  if (typeof dueOn !== 'string') {
    if (typeof patch['frequency'] === 'string') throw new Refusal('measure.frequency-without-day', {}, 'frequency')
    return { frequency: null, rhythmFrom: null }
  }
  if (!isBounded(dueOn)) throw new Refusal('measure.day-too-far', rhythmBounds, 'dueOn')
  const from = given('rhythmFrom')
  return { rhythmFrom: rhythmStart({ frequency, from: typeof from === 'string' ? from : null, dueOn }) }
}

/**
 * A measure that is done has the day it was done, today where none is given; one that is not done has none. Giving the
 * day says that it is done, taking the day away that it is not.
 */
export function settleProgress(change: Change, patch: Values, stands: Values = {}): Values {
  const { progress, doneOn } = patch
  if (progress === undefined && doneOn === undefined) return {}
  if (progress === undefined) return { progress: doneOn === null ? notDone(stands) : 'done' }
  if (progress !== 'done') return { doneOn: null }
  return { doneOn: doneOn ?? stands['doneOn'] ?? change.today }
}

const notDone = (stands: Values): unknown => (stands['progress'] === 'done' ? 'in-force' : stands['progress'] ?? 'in-force')
