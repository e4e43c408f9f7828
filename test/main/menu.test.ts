import { tmpdir } from 'node:os'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { languageFrom } from '#main/language.ts'
import { menuTemplate, showMenu } from '#main/menu.ts'
import { electronDouble } from './electron-double.ts'

const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => (Array.isArray(item.submenu) ? [item, ...flat(item.submenu)] : [item]))

const template = (tag: string, platform: NodeJS.Platform = 'win32', print = (): void => undefined): MenuItemConstructorOptions[] =>
  menuTemplate({ language: languageFrom(tag), platform, print })

const labels = (tag: string): string[] => flat(template(tag, 'darwin')).flatMap((item) => item.label ?? [])

describe('the application menu', () => {
  test.each(['win32', 'linux', 'darwin'] as const)('has the commands everybody knows (%s)', (platform) => {
    const roles = flat(template('zh-CN', platform)).map((item) => item.role)
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'quit']))
    expect(flat(template('zh-CN', platform)).some((item) => item.accelerator === 'CmdOrCtrl+P')).toBe(true)
  })

  test('shows no English in Chinese and no Chinese in English', () => {
    expect(labels('zh-CN').filter((label) => /[A-Za-z]{2}/u.test(label))).toEqual([])
    expect(labels('en').filter((label) => /\p{Script=Han}/u.test(label))).toEqual([])
  })

  test('opens no developer tools', () => {
    expect(flat(template('en')).map((item) => item.role)).not.toContain('toggleDevTools')
  })

  test('prints what the window shows', () => {
    let printed = 0
    const item = flat(template('en', 'linux', () => { printed++ })).find((candidate) => candidate.accelerator === 'CmdOrCtrl+P')
    item?.click?.({} as never, undefined, {} as never)
    expect(printed).toBe(1)
  })

  test('follows the language of the page', () => {
    const double = electronDouble({ userData: tmpdir() })
    const language = languageFrom('zh-CN')
    showMenu(double.electron, { language, platform: 'linux', print: () => undefined })
    language.change('zh-CN')
    language.change('en')
    expect(double.menus.map((items) => items[0]?.label)).toEqual(['文件', 'File'])
  })
})
