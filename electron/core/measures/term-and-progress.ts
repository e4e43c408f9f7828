import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Values } from '../records/values.ts'

/**
 * A dated measure has a day, any other has none. Setting the day makes it dated, taking the day away leaves the term
 * open, another term drops the day.
 * @throws Refusal `measure.day-missing`, `measure.day-unneeded`
 */
export function settleTerm(patch: Values, stands: Values = {}): Values {
  const { term, dueOn } = patch
  if (term === undefined && dueOn === undefined) return {}
  if (term === undefined) return dueOn === null ? openTerm(stands) : { term: 'dated' }
  if (term !== 'dated' && typeof dueOn === 'string') throw new Refusal('measure.day-unneeded', {}, 'dueOn')
  if (term !== 'dated') return { dueOn: null }
  if (dueOn === null || (dueOn === undefined && typeof stands['dueOn'] !== 'string')) throw new Refusal('measure.day-missing', {}, 'dueOn')
  return {}
}

const openTerm = (stands: Values): Values => (stands['term'] === 'dated' ? { term: 'none' } : {})

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
