import { describe, expect, test } from 'vitest'
import { shortcutOf } from '#renderer/app/use-shortcut.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

describe('the name of a shortcut', () => {
  test('letters count alike with and without Shift, modifiers come in one order', () => {
    expect(shortcutOf({ ...none, key: 'z', ctrlKey: true })).toBe('Ctrl+Z')
    expect(shortcutOf({ ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z')
  })

  test('Command stands for Ctrl', () => {
    expect(shortcutOf({ ...none, key: 'k', metaKey: true })).toBe('Ctrl+K')
  })

  test('named keys keep their names', () => {
    expect(shortcutOf({ ...none, key: 'F2' })).toBe('F2')
    expect(shortcutOf({ ...none, key: 'Tab', shiftKey: true })).toBe('Shift+Tab')
  })
})
