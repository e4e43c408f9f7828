import type { Scale, ScaleLevel } from './scale-schema.ts'

// Colour words (红, 橙, 黄 …) are no aliases here: regions order them differently, so a place that uses them adds
// them to its own scale. 一级, A and ★★★ stand for the heaviest level, the usual direction, and can be edited too.

const low = {
  code: 'low',
  severityRank: 1,
  labels: { 'zh-CN': '低', en: 'Low' },
  responsible: 'section-head',
  colour: 'low',
} satisfies Partial<ScaleLevel>

const medium = {
  code: 'medium',
  severityRank: 2,
  labels: { 'zh-CN': '中', en: 'Medium' },
  responsible: 'leader-in-charge',
  colour: 'medium',
} satisfies Partial<ScaleLevel>

const high = {
  code: 'high',
  severityRank: 3,
  labels: { 'zh-CN': '高', en: 'High' },
  responsible: 'chief-leader',
  colour: 'high',
} satisfies Partial<ScaleLevel>

const severe = {
  code: 'severe',
  severityRank: 4,
  labels: { 'zh-CN': '重大', en: 'Severe' },
  responsible: 'chief-leader',
  colour: 'severe',
} satisfies Partial<ScaleLevel>

const three: Scale = {
  code: 'three',
  labels: { 'zh-CN': '三级（高、中、低）', en: 'Three grades (high, medium, low)' },
  levels: [
    { ...high, aliases: ['一级', 'A', '★★★'] },
    { ...medium, aliases: ['二级', 'B', '★★'] },
    { ...low, aliases: ['三级', 'C', '★'] },
  ],
}

const four: Scale = {
  code: 'four',
  labels: { 'zh-CN': '四级（重大、高、中、低）', en: 'Four grades (severe, high, medium, low)' },
  levels: [
    { ...severe, aliases: ['一级', 'A', '★★★★'] },
    { ...high, aliases: ['二级', 'B', '★★★'] },
    { ...medium, aliases: ['三级', 'C', '★★'] },
    { ...low, aliases: ['四级', 'D', '★'] },
  ],
}

/** The scales a new register starts with. Data: users change labels, aliases, responsibility and levels. */
export const defaultScales: readonly Scale[] = [three, four]
