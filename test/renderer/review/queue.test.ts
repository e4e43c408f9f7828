import { describe, expect, test } from 'vitest'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import { defaultScales } from '#shared/model/scales.ts'
import { stepsFor } from '#renderer/review/batch/checklists.ts'
import { figuresOf } from '#renderer/review/figures.ts'
import { csvOf } from '#renderer/review/lists/csv.ts'
import { isPicked, nonePicked, pickAll, pickRange, pickedCount, rangeOf, selectionOf, togglePicked } from '#renderer/review/queue/queue-selection.ts'
import { reviewFilterOf, reviewSearchSchema } from '#renderer/review/search.ts'
import { daysSince, isOverdue } from '#renderer/review/waiting.ts'
import { writersFilter } from '#renderer/review/writer/writers-filter.ts'

const [threeGrades] = defaultScales
if (threeGrades === undefined) throw new Error('there is no scale')
const scale = threeGrades

describe('the queue', () => {
  const asked = { states: ['inspection-review'], departmentIds: ['d1'], roles: [] } as const

  test('holds what waits for the person, within his reach', () => {
    expect(reviewFilterOf(reviewSearchSchema.parse({}), asked)).toEqual({ entryStates: ['inspection-review'], departmentIds: ['d1'] })
  })

  test('shows everything under review to whoever is never asked', () => {
    expect(reviewFilterOf(reviewSearchSchema.parse({}), { states: [], departmentIds: null, roles: [] })).toEqual({ entryStates: [...pendingStates] })
  })

  test('what a higher role is asked for in place of a lower one is a view of its own', () => {
    expect(reviewFilterOf(reviewSearchSchema.parse({ view: 'asked' }), { states: [], departmentIds: null, roles: ['leader-in-charge'] })).toEqual({ askedRoles: ['leader-in-charge'] })
  })

  test('what is to be re-examined is looked for in every state', () => {
    expect(reviewFilterOf(reviewSearchSchema.parse({ view: 're-examine', grade: ['high'] }), { ...asked, departmentIds: null, roles: [] })).toEqual({ toReExamine: true, gradeCodes: ['high'] })
  })

  test('its figures count what the filter holds', () => {
    const counts = [
      { entryState: 'inspection-review', gradeCode: 'high', points: 2 }, { entryState: 'inspection-review', gradeCode: 'low', points: 1 },
      { entryState: 'submitted', gradeCode: 'high', points: 4 }, { entryState: 'draft', gradeCode: 'high', points: 9 },
    ] as const
    const figures = figuresOf({ states: asked.states, counts })
    expect([figures.mine, figures.all, figures.byGrade.get('high')]).toEqual([3, 7, 2])
    expect(figures.byState).toEqual([{ state: 'inspection-review', points: 3 }])
  })

  test('an entry is late the day after it was due', () => {
    expect([isOverdue('2026-06-14', '2026-06-15'), isOverdue('2026-06-15', '2026-06-15'), isOverdue(null, '2026-06-15')]).toEqual([true, false, false])
    expect(daysSince('2026-06-13T10:00:00.000Z', Date.parse('2026-06-15T09:00:00.000Z'))).toBe(1)
  })
})

describe('choosing entries', () => {
  test('single ones are chosen and let go', () => {
    const one = togglePicked(nonePicked, 'a', 0)
    expect([isPicked(one, 'a'), pickedCount(one, 9)]).toEqual([true, 1])
    expect(pickedCount(togglePicked(one, 'a', 0), 9)).toBe(0)
  })

  test('a range goes from the one chosen last, or from where the cursor stands', () => {
    expect(rangeOf(nonePicked, 5, 2)).toEqual({ from: 2, to: 5 })
    expect(rangeOf(togglePicked(nonePicked, 'a', 7), 5, 2)).toEqual({ from: 5, to: 7 })
    expect(pickedCount(pickRange(nonePicked, ['a', 'b'], 1), 9)).toBe(2)
  })

  test('of the whole list single ones are taken out at will', () => {
    const all = togglePicked(pickAll('2026-06-15T00:00:00.000Z'), 'b', 1)
    expect([isPicked(all, 'a'), isPicked(all, 'b'), pickedCount(all, 40)]).toEqual([true, false, 39])
    expect(selectionOf(all, { filter: { toReExamine: true }, revisionOf: () => undefined })).toEqual({ filter: { toReExamine: true }, except: ['b'], seenAt: '2026-06-15T00:00:00.000Z' })
  })

  test('chosen by name they are sent with the revision that was seen', () => {
    expect(selectionOf(togglePicked(nonePicked, 'a', 0), { filter: {}, revisionOf: () => 7 })).toEqual({ items: [{ id: 'a', revision: 7 }] })
  })

  test('passing several asks for the lists of the steps they wait for', () => {
    const ladder = defaultLadder(scale)
    expect(stepsFor(['submitted', 'chief-approval'], ladder).map(({ kind }) => kind)).toEqual(['department-review', 'approval'])
    expect(stepsFor(['publicity'], ladder)).toEqual([])
  })
})

describe('handing in a list', () => {
  test('takes drafts and what was returned, in the departments somebody writes for', () => {
    expect(writersFilter({ gradeCodes: ['high'] }, [{ role: 'risk-officer', departments: ['d1'] }])).toEqual({ gradeCodes: ['high'], entryStates: ['draft', 'returned'], departmentIds: ['d1'] })
    expect(writersFilter({}, [{ role: 'section-head', departments: 'all' }])).toEqual({ entryStates: ['draft', 'returned'] })
  })

  test('has nothing where the list holds none of them', () => {
    expect(writersFilter({ entryStates: ['in-force'] }, [{ role: 'risk-officer', departments: 'all' }])).toBeUndefined()
    expect(writersFilter({ departmentIds: ['d2'] }, [{ role: 'risk-officer', departments: ['d1'] }])).toBeUndefined()
    expect(writersFilter({}, [{ role: 'inspector', departments: 'all' }])).toBeUndefined()
  })
})

test('a text table tells spreadsheets that text is text', () => {
  expect(csvOf([['=1+1', '他说"好"']])).toBe('\uFEFF"\'=1+1","他说""好"""\r\n')
})
