import type { MenuItemConstructorOptions } from 'electron'
import type { desktop } from '#shared/locales/zh-cn/desktop.ts'
import type { ElectronApi } from './electron-api.ts'
import type { Language } from './language.ts'

export interface MenuOptions {
  language: Language
  platform: NodeJS.Platform
  print: () => void
}

/** Puts the application menu up, and again whenever the language changes. */
export function showMenu({ Menu }: Pick<ElectronApi, 'Menu'>, options: MenuOptions): void {
  const show = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
  show()
  options.language.onChange(show)
}

type Item = MenuItemConstructorOptions
type Key = Extract<keyof typeof desktop, `menu.${string}`>
const line: Item = { type: 'separator' }

/**
 * The commands and keys everybody knows from other programs. Labels are set even where Electron has its own, because
 * those follow the system and not the language chosen in the program.
 */
export function menuTemplate({ language: { t }, platform, print }: MenuOptions): Item[] {
  const product = t('product')
  const label = (key: Key): string => t(key, { ns: 'desktop', product })
  const item = (role: NonNullable<Item['role']>, key: Key): Item => ({ role, label: label(key) })
  const isMac = platform === 'darwin'
  const printing: Item = { label: label('menu.print'), accelerator: 'CmdOrCtrl+P', click: print }
  const quit = item('quit', 'menu.quit')
  const close = item('close', 'menu.close')
  const hiding = [item('hide', 'menu.hide'), item('hideOthers', 'menu.hide-others'), item('unhide', 'menu.show-all')]
  const application: Item = { label: product, submenu: [item('about', 'menu.about'), line, ...hiding, line, quit] }
  const undoing = [item('undo', 'menu.undo'), item('redo', 'menu.redo')]
  const clipboard = [item('cut', 'menu.cut'), item('copy', 'menu.copy'), item('paste', 'menu.paste'), item('selectAll', 'menu.select-all')]
  const zooming = [item('zoomIn', 'menu.zoom-in'), item('zoomOut', 'menu.zoom-out'), item('resetZoom', 'menu.zoom-reset')]
  return [
    ...(isMac ? [application] : []),
    { label: label('menu.file'), submenu: [printing, line, isMac ? close : quit] },
    { label: label('menu.edit'), submenu: [...undoing, line, ...clipboard] },
    { label: label('menu.view'), submenu: [...zooming, line, item('togglefullscreen', 'menu.full-screen')] },
    { label: label('menu.window'), submenu: [item('minimize', 'menu.minimise'), ...(isMac ? [] : [close])] },
  ]
}
