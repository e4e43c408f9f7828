import { expect, test } from 'vitest'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { groupChanges } from '#renderer/overview/change-groups.ts'

const entry = (number: number, part: Partial<HistoryEntry> = {}): HistoryEntry => ({
  number, at: '2026-06-15T02:00:00.000Z', actorKind: 'person', actor: '甲', action: 'power.change', entity: 'power', entityId: 'x', before: null, after: null, batchId: null, ...part,
})

test('all that an import did is one line, whatever kinds of records it touched', () => {
  const groups = groupChanges([entry(4), entry(3, { batchId: 'b', action: 'risk-point.create' }), entry(2, { batchId: 'b', action: 'power.create' }), entry(1)])
  expect(groups.map(({ latest, count }) => [latest.number, count])).toEqual([[4, 1], [3, 2], [1, 1]])
})

test('the same act by another person, of another kind or much later is another line', () => {
  expect(groupChanges([entry(2), entry(1)])).toHaveLength(1)
  expect(groupChanges([entry(2), entry(1, { actor: '乙' })])).toHaveLength(2)
  expect(groupChanges([entry(2), entry(1, { action: 'power.create' })])).toHaveLength(2)
  expect(groupChanges([entry(2, { at: '2026-06-15T02:02:00.000Z' }), entry(1)])).toHaveLength(2)
})
