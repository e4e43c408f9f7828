import { StyleProvider } from '@ant-design/cssinjs'
import { App, ConfigProvider } from 'antd'
import enUs from 'antd/locale/en_US'
import zhCn from 'antd/locale/zh_CN'
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { useLocale } from '#renderer/app/language.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { antdTheme } from './antd-theme.ts'
import { returnFocusFrom } from './overlay-focus.ts'
import { themeChoices, themeClass, themeNames } from './themes.ts'
import type { ThemeChoice, ThemeName } from './themes.ts'

const choiceSchema = z.enum(themeChoices)

// The variables of a theme come from the built style sheet. What Ant Design would insert while running goes into this
// element, which is in no document: under `style-src 'self'` it would be refused and reported for nothing.
const nowhere = document.createElement('div')

export const useThemeChoice = () => usePreference<ThemeChoice>('theme', choiceSchema, 'system')

/** The theme in use now. */
export function useThemeName(): ThemeName {
  const [choice] = useThemeChoice()
  const contrast = useMedia('(prefers-contrast: more)')
  const dark = useMedia('(prefers-color-scheme: dark)')
  if (choice !== 'system') return choice
  if (contrast) return 'contrast'
  return dark ? 'dark' : 'light'
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

// Overlays go into an element of their own: in <body> Ant Design would lock the scrolling by inserting a style.
const overlayPlace = document.body.appendChild(document.createElement('div'))
const overlays = (): HTMLElement => overlayPlace
returnFocusFrom(overlayPlace)

export function ThemeProvider({ children }: { children: ReactNode }) {
  const name = useThemeName()
  const locale = useLocale()
  const motion = !useMedia('(prefers-reduced-motion: reduce)')
  const theme = useMemo(() => antdTheme(name, { motion }), [name, motion])
  useLayoutEffect(() => {
    document.documentElement.classList.remove(...themeNames.map(themeClass))
    document.documentElement.classList.add(themeClass(name))
  }, [name])
  return (
    <StyleProvider container={nowhere}>
      <ConfigProvider
        theme={theme}
        locale={locale === 'zh-CN' ? zhCn : enUs}
        getPopupContainer={overlays}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: true, colon: false }}
        modal={{ mask: { blur: false } }}
        drawer={{ mask: { blur: false } }}
      >
        <App component={false} message={{ maxCount: 3, duration: 4 }}>{children}</App>
      </ConfigProvider>
    </StyleProvider>
  )
}
