import { expect, test } from 'vitest'
import { attentionItems } from '#renderer/overview/attention-items.ts'

const nothing = {
  toConfirm: 0, ungraded: 0, notAccepted: 0, highestWithoutMeasure: 0, withoutMeasure: 0, powersWithoutRisk: 0, powersWithoutSteps: 0,
  discretionWithoutBenchmark: 0, overdueMeasures: 0, measuresWithoutOwner: 0, overdueWarnings: 0, openWarnings: 0,
}

test('what is late or bare comes before what is merely unfinished, and zeros are left out', () => {
  const items = attentionItems({ ...nothing, powersWithoutSteps: 3, overdueMeasures: 1, ungraded: 2 }, 'high')
  expect(items.map(({ name, count }) => [name, count])).toEqual([['overdueMeasures', 1], ['ungraded', 2], ['powersWithoutSteps', 3]])
})

test('nothing to attend to gives no lines', () => {
  expect(attentionItems(nothing, 'high')).toEqual([])
})

test('the heaviest grade is asked for by its code; the same points are not told twice', () => {
  const [item, ...others] = attentionItems({ ...nothing, highestWithoutMeasure: 2, withoutMeasure: 2 }, 'severe')
  expect(item?.list.search).toEqual({ grade: ['severe'], hasMeasure: false })
  expect(others).toEqual([])
  expect(attentionItems({ ...nothing, highestWithoutMeasure: 2, withoutMeasure: 5 }, 'high').map(({ name }) => name)).toEqual(['highestWithoutMeasure', 'withoutMeasure'])
})
