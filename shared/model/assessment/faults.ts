import type { Template } from './definition.ts'
import { itemsOf } from './definition.ts'
import { hundredthsOf, pointsOf } from './scores.ts'

export const templateFaultCodes = [
  'no-items', 'points', 'weights', 'codes', 'no-bands', 'bands-start', 'bands-order', 'bands-above', 'bands-codes', 'veto-band', 'floor', 'bonus', 'group-empty',
] as const
export interface TemplateFault { readonly code: (typeof templateFaultCodes)[number]; readonly params: Readonly<Record<string, string | number>> }

/** Everything that does not add up in a template; a version that has faults is not kept. */
export function templateFaults(template: Template): TemplateFault[] {
  return [...pointFaults(template), ...bandFaults(template)]
}

const fault = (when: boolean, code: TemplateFault['code'], params: TemplateFault['params'] = {}): TemplateFault[] => (when ? [{ code, params }] : [])
const sumOf = (points: readonly number[]): number => points.reduce((sum, one) => sum + hundredthsOf(one), 0)
const twice = (codes: readonly string[]): boolean => new Set(codes).size < codes.length

function pointFaults(template: Template): TemplateFault[] {
  const { groups, bonus, weights, total } = template
  const items = groups.flatMap((group) => group.items)
  const sum = sumOf(items.map(({ points }) => points))
  const weighed = weights.self + weights.office + weights.lead
  const all = itemsOf(template)
  return [
    ...fault(items.length === 0, 'no-items'),
    ...groups.filter((group) => group.items.length === 0).map(({ name }): TemplateFault => ({ code: 'group-empty', params: { name: name['zh-CN'] } })),
    ...fault(items.length > 0 && sum !== hundredthsOf(total), 'points', { sum: pointsOf(sum), total }),
    ...fault(weighed !== 100, 'weights', { sum: weighed }),
    ...fault(twice([...groups.map(({ code }) => code), ...all.map(({ code }) => code)]) || twice(template.vetoes.map(({ code }) => code)), 'codes'),
    ...all.flatMap(({ text, points, computed }) => fault(computed?.formula.kind === 'deduction' && computed.formula.floor > points, 'floor', { name: text['zh-CN'] })),
    ...fault(bonus.items.length > 0 && bonus.ceiling === 0, 'bonus'),
  ]
}

function bandFaults({ bands, vetoes, total }: Template): TemplateFault[] {
  if (bands.length === 0) return [{ code: 'no-bands', params: {} }]
  const sorted = bands.toSorted((a, b) => b.from - a.from)
  const lowest = sorted.at(-1)
  return [
    ...fault(lowest === undefined || lowest.from !== 0 || lowest.zeroItems !== undefined, 'bands-start'),
    ...fault(sorted.some(({ rank, from }, at) => at > 0 && (rank <= (sorted[at - 1]?.rank ?? 0) || from === sorted[at - 1]?.from)), 'bands-order'),
    ...sorted.flatMap(({ from, labels }) => fault(from > total, 'bands-above', { name: labels['zh-CN'], total })),
    ...fault(twice(bands.map(({ code }) => code)), 'bands-codes'),
    ...vetoes.flatMap(({ effect, text }) => fault(effect.kind === 'no-better-than' && !bands.some(({ code }) => code === effect.band), 'veto-band', { name: text['zh-CN'] })),
  ]
}
