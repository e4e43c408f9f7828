import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf } from '#shared/model/report-figures.ts'
import { gradeColour, ink } from '#core/reports/charts/grade-colours.ts'
import { renderPng } from '#core/reports/charts/render-png.ts'
import { riskMatrix } from '#core/reports/charts/risk-matrix.ts'
import { maximumBars, stackedBars } from '#core/reports/charts/stacked-bars.ts'
import { textWidth, wrapText } from '#core/reports/text-width.ts'

const grades = ['高', '中', '低']
const words = { grades, ungraded: '未评定', unassigned: '未指定', rest: (rows: number) => `其余${rows}项`, width: 588 }
const bar = (label: string, byGrade: number[], ungraded = 0) => ({ label, byGrade, ungraded, total: sumOf(byGrade) + ungraded })
const textsOf = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '')
const rectsOf = (svg: string) => [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#\w+)"/g)].map(([, x, y, width, height, fill]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height), fill }))

const svgOf = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="2" y="15" font-size="13" font-family="Noto Sans SC">${content}</text></svg>`

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)

describe('stacked bars', () => {
  it('run from the longest to the shortest, with every count and total printed', () => {
    const { svg } = stackedBars({ ...words, rows: [bar('少', [1, 0, 0]), bar('多', [5, 4, 3])] })
    const texts = textsOf(svg)
    expect(texts.indexOf('多')).toBeLessThan(texts.indexOf('少'))
    expect(texts).toEqual(expect.arrayContaining(['5', '4', '3', '12', '1']))
  })

  it('start at one zero line and are as long as their counts', () => {
    const { svg } = stackedBars({ ...words, rows: [bar('甲', [6, 2, 0]), bar('乙', [3, 0, 0])] })
    const segments = rectsOf(svg).filter((rect) => rect.height === 24)
    const [six, two, three] = segments
    expect(six?.x).toBe(three?.x)
    expect((six?.width ?? 0) / (three?.width ?? 1)).toBeCloseTo(2, 1)
    expect((six?.width ?? 0) / (two?.width ?? 1)).toBeCloseTo(3, 1)
    expect(segments.map((rect) => rect.fill)).toEqual(['#a8201a', '#c77700', '#a8201a'])
  })

  it('spell out the counts below a bar whose segments are too narrow for them', () => {
    const { svg } = stackedBars({ ...words, rows: [bar('甲', [1, 750, 3])] })
    expect(textsOf(svg)).toContain('高 1, 中 750, 低 3')
    expect(textsOf(svg)).toContain('754')
  })

  it('keep long department names whole, on several lines within the picture', () => {
    const name = '示例省示例市示例县水利工程建设质量与安全监督及河道采砂综合执法管理办公室'
    const { svg, height } = stackedBars({ ...words, rows: [bar(name, [1, 1, 1])] })
    expect(textsOf(svg).join('')).toContain(name)
    const highest = Math.max(...[...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map((match) => Number(match[1])))
    expect(highest).toBeLessThan(height)
  })

  it('gather what does not fit on a page into one last bar and lose no point', () => {
    const rows = Array.from({ length: 60 }, (_, index) => bar(`第${index}科`, [1, 1, 0]))
    const { svg } = stackedBars({ ...words, rows })
    expect(textsOf(svg)).toContain(`其余${60 - maximumBars + 1}项`)
    expect(textsOf(svg)).toContain(String((60 - maximumBars + 1) * 2))
  })

  it('stay inside the picture whatever the counts are', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.array(fc.nat(900), { minLength: 3, maxLength: 3 }), fc.nat(5)), { minLength: 1, maxLength: 30 }), (rows) => {
      const { svg, width, height } = stackedBars({ ...words, rows: rows.map(([label, counts, ungraded]) => bar(label, counts, ungraded)) })
      for (const rect of rectsOf(svg)) {
        expect(rect.x + rect.width).toBeLessThanOrEqual(width)
        expect(rect.y + rect.height).toBeLessThanOrEqual(height)
      }
    }))
  })

  it('escape labels', () => {
    expect(stackedBars({ ...words, rows: [bar('<script>&"', [1, 0, 0])] }).svg).toContain('&lt;script&gt;&amp;&quot;')
  })
})

describe('risk matrix', () => {
  const matrix = { likelihood: ['大', '小'], severity: ['重', '轻'], counts: [[4, 0], [2, 7]], gradeOfCell: [[0, 1], [1, 2]] }

  it('prints count and grade in every cell, colour only where points are', () => {
    const { svg } = riskMatrix({ matrix, grades, words: { likelihood: '可能性', severity: '危害' }, width: 588 })
    const texts = textsOf(svg)
    expect(texts).toEqual(expect.arrayContaining(['4', '0', '2', '7', '可能性', '危害', '大', '小', '重', '轻']))
    expect(texts.filter((text) => text === '中')).toHaveLength(2)
    expect(rectsOf(svg).slice(1).map((rect) => rect.fill)).toEqual(['#a8201a', ink.paper, '#c77700', '#3d6b73'])
  })
})

describe('grade colours', () => {
  it.each([1, 2, 3, 4, 5, 6])('carry readable text on every step of a scale of %i', (steps) => {
    for (let index = 0; index < steps; index += 1) {
      const { fill, text } = gradeColour(index, steps)
      const [light, dark] = [luminance(fill), luminance(text)].toSorted((a, b) => b - a)
      expect(((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5)
    }
    expect(gradeColour(0, steps).fill).toBe('#a8201a')
    if (steps > 1) expect(gradeColour(steps - 1, steps).fill).toBe('#3d6b73')
  })
})

describe('pictures', () => {
  it('are PNG of the asked width, the same bytes each time', () => {
    const png = renderPng(svgOf('风险'), 120)
    expect([...png.subarray(1, 4)].map((byte) => String.fromCodePoint(byte)).join('')).toBe('PNG')
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(120)
    expect(renderPng(svgOf('风险'), 120)).toEqual(png)
  })

  it('draw Chinese characters with the font they bring along, not an empty box for each', () => {
    expect(renderPng(svgOf('风'), 120)).not.toEqual(renderPng(svgOf('险'), 120))
    expect(renderPng(svgOf('风'), 120)).not.toEqual(renderPng(svgOf(''), 120))
  })
})

describe('line breaking', () => {
  it('loses no character and keeps to the width', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 60 }), (text, columns) => {
      const lines = wrapText(text, columns)
      expect(lines.join('')).toBe(text.replaceAll('\n', ''))
      for (const line of lines) expect(textWidth(line.trimEnd())).toBeLessThanOrEqual(columns)
    }))
  })

  it('breaks Chinese anywhere but before a closing mark, and Latin between words', () => {
    expect(wrapText('重大项目提交局长办公会，票决', 22)).toEqual(['重大项目提交局长办公', '会，票决'])
    expect(wrapText('head of department', 10)).toEqual(['head of ', 'department'])
  })
})
