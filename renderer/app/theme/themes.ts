import type { ThemeConfig } from 'antd'

export const themeNames = ['light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themeNames)[number]

/** What a person chooses; 'system' follows the computer's own setting. */
export const themeChoices = ['system', ...themeNames] as const
export type ThemeChoice = (typeof themeChoices)[number]

type Token = NonNullable<ThemeConfig['token']>

/** The class that carries a theme's CSS variables. It stands on the root element, so own styles see them everywhere. */
export const themeClass = (name: ThemeName): string => `theme-${name}`

const shape = {
  fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Segoe UI", sans-serif',
  fontSize: 14,
  borderRadius: 4,
  controlHeight: 32,
  wireframe: false,
  // The longest motion of the page is 0.05 + 0.1 s; see the fast, mid and slow steps antd derives from these two.
  motionUnit: 0.05,
  motionBase: 0,
} satisfies Token

const light = {
  ...shape,
  colorPrimary: '#1d4f91',
  colorInfo: '#1d4f91',
  colorLink: '#1d4f91',
  colorSuccess: '#2f6b4f',
  colorWarning: '#9a5b00',
  colorError: '#a8201a',
  colorTextBase: '#1b1f24',
  colorText: '#1f2328',
  colorTextSecondary: '#454d57',
  colorTextTertiary: '#59626d',
  colorTextQuaternary: '#66707b',
  colorTextPlaceholder: '#66707b',
  colorTextDescription: '#59626d',
  // Written out: what the palette derives from dark seeds is too dark to write on.
  colorPrimaryBg: '#e8eff9',
  colorPrimaryBgHover: '#d9e5f5',
  colorPrimaryBorder: '#a9c1e2',
  colorPrimaryHover: '#2a64b5',
  colorPrimaryActive: '#163f75',
  colorInfoBg: '#eef4fb',
  colorInfoBorder: '#a9c1e2',
  colorSuccessBg: '#e6f2ec',
  colorSuccessBorder: '#9cc7b2',
  colorWarningBg: '#fdf3e1',
  colorWarningBorder: '#dfb36a',
  colorErrorBg: '#fbe9e7',
  colorErrorBgHover: '#f7d9d5',
  colorErrorBorder: '#dd9a94',
  colorErrorHover: '#c0372f',
  colorErrorActive: '#8a1812',
  colorLinkHover: '#2a64b5',
  controlItemBgActive: '#e8eff9',
  controlItemBgActiveHover: '#d9e5f5',
  controlItemBgHover: '#f3f5f8',
  colorBgLayout: '#f4f5f7',
  colorBorder: '#b9c0c8',
  colorBorderSecondary: '#e1e4e8',
} satisfies Token

const dark = {
  ...shape,
  // Seeds: the dark palette darkens them by about a sixth before they are written with.
  colorPrimary: '#8fc0ff',
  colorInfo: '#8fc0ff',
  colorLink: '#9cc8ff',
  colorSuccess: '#8ad6b2',
  colorWarning: '#f2bd63',
  colorError: '#ff9a92',
  colorTextBase: '#eceff2',
  colorBgBase: '#16191d',
  colorText: '#e6e9ed',
  colorTextSecondary: '#c1c8d0',
  colorTextTertiary: '#a7b0ba',
  colorTextQuaternary: '#98a2ad',
  colorTextPlaceholder: '#98a2ad',
  colorTextDescription: '#a7b0ba',
  colorTextLightSolid: '#10151b',
  // Written out: what the palette derives for pointing and choosing is too dark to read, or to write on.
  colorPrimaryBg: '#1f3048',
  colorPrimaryBgHover: '#253a57',
  colorPrimaryHover: '#a9c9ee',
  colorPrimaryActive: '#6f9bd3',
  colorLinkHover: '#b4d2f5',
  colorLinkActive: '#7fa9dc',
  colorInfoHover: '#a9c9ee',
  colorSuccessHover: '#a5d8c0',
  colorWarningHover: '#ecc584',
  colorErrorHover: '#f0b0aa',
  controlItemBgActive: '#1f3048',
  controlItemBgActiveHover: '#253a57',
  controlItemBgHover: '#262c34',
  colorBgLayout: '#101317',
  colorBgContainer: '#181c21',
  colorBgElevated: '#21262d',
  colorBorder: '#4a535e',
  colorBorderSecondary: '#2d343c',
} satisfies Token

const contrast = {
  ...shape,
  colorPrimary: '#00337a',
  colorInfo: '#00337a',
  colorLink: '#00337a',
  colorSuccess: '#004d2b',
  colorWarning: '#6b3c00',
  colorError: '#8a0000',
  colorTextBase: '#000000',
  colorText: '#000000',
  colorTextSecondary: '#000000',
  colorTextTertiary: '#1a1a1a',
  colorTextQuaternary: '#262626',
  colorTextPlaceholder: '#333333',
  colorTextDescription: '#1a1a1a',
  colorPrimaryBg: '#dbe8fb',
  colorPrimaryBgHover: '#c3d8f7',
  colorPrimaryBorder: '#00337a',
  colorPrimaryHover: '#00337a',
  colorPrimaryActive: '#001f4d',
  colorInfoBg: '#ffffff',
  colorInfoBorder: '#00337a',
  colorSuccessBg: '#ffffff',
  colorSuccessBorder: '#004d2b',
  colorWarningBg: '#fff4d6',
  colorWarningBorder: '#6b3c00',
  colorErrorBg: '#ffffff',
  colorErrorBgHover: '#fbe9e7',
  colorErrorBorder: '#8a0000',
  colorErrorHover: '#8a0000',
  colorErrorActive: '#5c0000',
  colorLinkHover: '#001f4d',
  controlItemBgActive: '#dbe8fb',
  controlItemBgActiveHover: '#c3d8f7',
  controlItemBgHover: '#eef3fb',
  colorBgLayout: '#ffffff',
  colorBorder: '#000000',
  colorBorderSecondary: '#595959',
  lineWidth: 1,
} satisfies Token

const components = {
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  Menu: { itemHeight: 36, itemBorderRadius: 4 },
  Table: { cellPaddingBlock: 7, cellPaddingInline: 10 },
  Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px' },
} satisfies NonNullable<ThemeConfig['components']>

/** Seeds of each theme, as data: the page and the build's style sheet are made from the same ones. */
export const themeSeeds = {
  light: { dark: false, token: light, components },
  dark: { dark: true, token: dark, components },
  contrast: { dark: false, token: contrast, components },
} satisfies Record<ThemeName, { dark: boolean; token: Token; components: typeof components }>
