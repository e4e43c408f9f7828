import { theme } from 'antd'
import type { ThemeConfig } from 'antd'
import { themeClass, themeSeeds } from './themes.ts'
import type { ThemeName } from './themes.ts'

/**
 * One theme as Ant Design takes it. The style sheet is made beforehand by the build, so none is made while running.
 * Without `motion` menus and dialogs come and go at once.
 */
export function antdTheme(name: ThemeName, { motion = true }: { motion?: boolean } = {}): ThemeConfig {
  const { dark, token, components } = themeSeeds[name]
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...token, motion },
    components,
    cssVar: { key: themeClass(name) },
    hashed: false,
    zeroRuntime: true,
  }
}
