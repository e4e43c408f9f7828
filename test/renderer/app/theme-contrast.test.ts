import { readFileSync } from 'node:fs'
import { theme } from 'antd'
import { describe, expect, test } from 'vitest'
import { antdTheme } from '#renderer/app/theme/antd-theme.ts'
import { themeClass, themeNames } from '#renderer/app/theme/themes.ts'
import type { ThemeName } from '#renderer/app/theme/themes.ts'

const pageStyle = readFileSync('renderer/app/theme/page.css', 'utf8')

type Colour = readonly [red: number, green: number, blue: number, opacity: number]

function read(text: string): Colour {
  const hex = /^#(?<digits>[0-9a-f]{3,8})$/iu.exec(text)?.groups?.['digits']
  if (hex !== undefined) {
    const full = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex
    const [red = 0, green = 0, blue = 0, opacity = 255] = full.match(/../gu)?.map((pair) => Number.parseInt(pair, 16)) ?? []
    return [red, green, blue, opacity / 255]
  }
  const [red = 0, green = 0, blue = 0, opacity = 1] = text.match(/[\d.]+/gu)?.map(Number) ?? []
  return [red, green, blue, opacity]
}

const over = ([red, green, blue, opacity]: Colour, [r, g, b]: Colour): Colour => [red * opacity + r * (1 - opacity), green * opacity + g * (1 - opacity), blue * opacity + b * (1 - opacity), 1]

const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Contrast ratio as WCAG 2 defines it; the surface must be opaque. */
function contrast(text: string, surface: string): number {
  const under = read(surface)
  const [a, b] = [luminance(over(read(text), under)), luminance(under)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The colours the page's own style sheet gives under a selector. */
function coloursUnder(selector: string): [string, string][] {
  const body = new RegExp(`^${selector} \\{(?<body>[^}]*)\\}`, 'mu').exec(pageStyle)?.groups?.['body'] ?? ''
  return [...body.matchAll(/--(?<name>[\w-]+): (?<value>#[0-9a-f]+);/giu)].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? ''])
}

/** The page's own colours of a theme; what it does not say stands as for all. */
const own = (name: ThemeName): Record<string, string> => Object.fromEntries([...coloursUnder(':root'), ...coloursUnder(`\\.${themeClass(name)}`)])

/** Those of the pairs that cannot be read. */
const failing = (pairs: readonly (readonly [what: string, text: string, surface: string])[]): object[] =>
  pairs.map(([what, text, surface]) => ({ what, text, surface, ratio: Math.round(contrast(text, surface) * 100) / 100 })).filter(({ ratio }) => !(ratio >= 4.5))

// What a theme writes with, and on what it may stand.
const texts = ['colorText', 'colorTextSecondary', 'colorTextTertiary', 'colorTextQuaternary', 'colorTextPlaceholder', 'colorTextDescription', 'colorPrimary', 'colorPrimaryHover', 'colorLink', 'colorLinkHover', 'colorSuccess', 'colorWarning', 'colorError'] as const
const surfaces = ['colorBgContainer', 'colorBgLayout', 'colorBgElevated', 'controlItemBgHover'] as const
const grades = ['severe', 'high', 'medium', 'low', 'none'] as const

describe.each(themeNames)('in the theme %s all that is written can be read', (name) => {
  const token = theme.getDesignToken(antdTheme(name))
  const page = own(name)

  test('text, links and states on every surface', () => {
    expect(failing(texts.flatMap((text) => surfaces.map((surface) => [`${text} on ${surface}`, token[text], token[surface]] as const)))).toEqual([])
  })

  test('what is chosen, pointed at or changed', () => {
    const chosen = [token.controlItemBgActive, token.controlItemBgActiveHover, token.colorPrimaryBg, page['select-surface'] ?? '']
    const pairs = chosen.flatMap((surface) => (['colorText', 'colorTextSecondary', 'colorPrimary', 'colorLink'] as const).map((text) => [`${text} on ${surface}`, token[text], surface] as const))
    const plain = ['hover-surface', 'changed-surface'].flatMap((surface) => (['colorText', 'colorTextSecondary', 'colorTextTertiary', 'colorLink'] as const).map((text) => [`${text} on ${surface}`, token[text], page[surface] ?? ''] as const))
    expect(failing([...pairs, ...plain])).toEqual([])
  })

  test('notices on their own surfaces, and buttons', () => {
    expect(failing([
      ['success', token.colorSuccess, token.colorSuccessBg], ['warning', token.colorWarning, token.colorWarningBg], ['error', token.colorError, token.colorErrorBg],
      ['text on info', token.colorText, token.colorInfoBg], ['text on warning', token.colorText, token.colorWarningBg], ['text on error', token.colorText, token.colorErrorBg],
      ['primary button', token.colorTextLightSolid, token.colorPrimary], ['pointed at', token.colorTextLightSolid, token.colorPrimaryHover], ['pressed', token.colorTextLightSolid, token.colorPrimaryActive], ['danger button', token.colorTextLightSolid, token.colorError],
    ])).toEqual([])
  })

  test('grades on their surfaces and on the page', () => {
    expect(failing(grades.flatMap((grade) => [
      [grade, page[`grade-${grade}`] ?? '', page[`grade-${grade}-surface`] ?? ''] as const, [`${grade} on the page`, page[`grade-${grade}`] ?? '', token.colorBgContainer] as const,
    ]))).toEqual([])
  })
})
