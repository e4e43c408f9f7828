import { createCache, extractStyle as readCache, StyleProvider } from '@ant-design/cssinjs'
import { extractStyle as renderEverything } from '@ant-design/static-style-extract'
import { ConfigProvider } from 'antd'
import { createElement } from 'react'
import type { ReactElement } from 'react'
import { antdTheme } from '#renderer/app/theme/antd-theme.ts'
import { themeNames } from '#renderer/app/theme/themes.ts'
import type { ThemeName } from '#renderer/app/theme/themes.ts'

/** Components of Ant Design that the page does not use and therefore does not carry styles for. */
const unused = ['Affix', 'Anchor', 'BackTop', 'BorderBeam', 'Calendar', 'Carousel', 'Cascader', 'ColorPicker', 'FloatButton', 'Image', 'Listy', 'Masonry', 'Mentions', 'QRCode', 'Rate', 'Tour', 'Transfer', 'TreeSelect', 'Watermark']

/**
 * The whole style sheet of Ant Design in our themes, in the cascade layer `antd`. The page runs under
 * `style-src 'self'`: nothing may insert a style while it runs, so everything is written here, when it is built.
 */
export function antdCss(): string {
  const [first, ...others] = themeNames
  const rules = extract(first, ['style'])
  for (const other of others) {
    if (extract(other, ['style']) !== rules) throw new Error(`the rules of theme ${other} differ from those of ${first}: they do not only differ in variables`)
  }
  return ['@layer antd;', rules, ...themeNames.map((name) => extract(name, ['token', 'cssVar']))].join('\n')
}

function extract(name: ThemeName, types: ('style' | 'token' | 'cssVar')[]): string {
  const cache = createCache()
  const theme = { ...antdTheme(name), zeroRuntime: false }
  renderEverything({
    excludes: unused,
    customTheme: (components: ReactElement) =>
      createElement(StyleProvider, { cache, layer: true }, createElement(ConfigProvider, { theme }, components)),
  })
  return readCache(cache, { plain: true, types })
}
