import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, integer, property, record } from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openMainWindow } from '#main/window/main-window.ts'
import { windowPlace } from '#main/window/window-state.ts'
import { electronDouble } from './electron-double.ts'
import type { WindowDouble } from './electron-double.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }

function open(file: string): WindowDouble {
  const double = electronDouble({ userData: tmpdir() })
  openMainWindow(double.electron, { title: '廉政风险防控', preload: '/p.cjs', stateFile: file, developerTools: false })
  const [window] = double.windows
  if (window === undefined) throw new Error('no window')
  return window
}

function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'window-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'kept', 'window.json')
}

describe('the window', () => {
  test('opens hidden, in the usual size, the first time', () => {
    expect(open(stateFile()).options).toMatchObject({ show: false, width: 1366, height: 768, minWidth: 1024, minHeight: 640, title: '廉政风险防控' })
  })

  test('opens where it was closed', () => {
    const file = stateFile()
    const first = open(file)
    first.bounds = { x: 200, y: 100, width: 1500, height: 900 }
    first.maximised = true
    first.events.emit('close')
    const second = open(file)
    expect(second.options).toMatchObject({ x: 200, y: 100, width: 1500, height: 900 })
    expect(second.calls).toContain('maximize')
  })

  test.each(['', '{"bounds":{"x":"left"}}', '[]', '{"bounds":{"x":0,"y":0,"width":-5,"height":10},"maximised":false}'])('a place that cannot be read (%j) is as good as none', (content) => {
    const file = stateFile()
    open(file).events.emit('close')
    writeFileSync(file, content)
    expect(open(file).options).toMatchObject({ width: 1366, height: 768 })
    expect(readFileSync(file, 'utf8')).toBe(content)
  })

  test('a place on a screen that is no longer there is given up', () => {
    expect(windowPlace({ bounds: { x: 2500, y: 100, width: 1400, height: 800 }, maximised: false }, [screen])).toEqual({ width: 1366, height: 768 })
    expect(windowPlace({ bounds: { x: 2500, y: 100, width: 1400, height: 800 }, maximised: false }, [screen, { ...screen, x: 1920 }])).toEqual({ x: 2500, y: 100, width: 1400, height: 800 })
  })

  test('whatever was kept, the bar to move it by can be reached', () => {
    const length = integer({ min: 1, max: 9000 })
    const place = integer({ min: -9000, max: 9000 })
    assert(property(record({ x: place, y: place, width: length, height: length }), (bounds) => {
      const { x = 0, y = 0, width, height } = windowPlace({ bounds, maximised: false }, [screen])
      expect(width).toBeLessThanOrEqual(screen.width)
      expect(height).toBeLessThanOrEqual(screen.height)
      expect(Math.min(x + width, screen.width) - Math.max(x, 0)).toBeGreaterThanOrEqual(200)
      expect(y).toBeGreaterThanOrEqual(-10)
      expect(y).toBeLessThanOrEqual(screen.height - 100)
    }))
  })
})
