import { tmpdir } from 'node:os'
import { describe, expect, test, vi } from 'vitest'
import { printOrders } from '#main/core-link/print-orders.ts'
import { paperPrinter } from '#main/printing/paper-printer.ts'
import type { CoreOrder } from '#shared/desktop/core-messages.ts'
import { electronDouble } from './electron-double.ts'

function begin(html = '<p>paper</p>') {
  const double = electronDouble({ userData: tmpdir() })
  const stop = new AbortController()
  const printing = paperPrinter(double.electron)(html, stop.signal)
  const [window] = double.windows
  const session = double.printSessions.get('printing')
  if (window === undefined || session === undefined) throw new Error('nothing was begun')
  return { double, stop, printing, window, session }
}

describe('printing a paper in the desktop', () => {
  test('happens in a window that is never shown, with neither scripts nor preload, in a session of its own', async () => {
    const { window, printing } = begin()
    expect(window.options.show).toBe(false)
    expect(window.options.webPreferences).toMatchObject({ partition: 'printing', sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, webSecurity: true, devTools: false })
    expect(window.options.webPreferences).not.toHaveProperty('preload')
    window.webContents.printing.resolve(Buffer.from('%PDF'))
    expect(Buffer.from(await printing).toString()).toBe('%PDF')
    expect(window.webContents.printOptions).toEqual({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: true, generateDocumentOutline: true })
    expect(window.calls).toEqual(['load app://print/1', 'destroy'])
  })

  test('reaches nothing but the page it prints, which is known while it is printed', async () => {
    const { window, printing, session } = begin('<p>paper</p>')
    const serve = session.handlers.get('app')
    const served = async (url: string) => await serve?.(new Request(url))
    const page = await served('app://print/1')
    expect(await page?.text()).toBe('<p>paper</p>')
    expect(page?.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/u)
    for (const url of ['app://print/2', 'app://register/', 'app://print/1?x']) expect((await served(url))?.status).toBe(404)
    const cancelled = (url: string) => {
      let answer: boolean | undefined
      session.beforeRequest?.({ url }, ({ cancel }) => { answer = cancel })
      return answer
    }
    for (const url of ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://register/', 'app://print.example.org/1', 'blob:app://print/1', 'data:text/html,x']) expect([url, cancelled(url)]).toEqual([url, true])
    for (const url of ['app://print/1', 'data:image/png;base64,AAAA']) expect([url, cancelled(url)]).toEqual([url, false])
    expect(session.permissionCheck?.({} as Electron.WebContents, 'media', 'app://print', {} as never)).toBe(false)
    expect(session.spellChecker).toBe(false)
    let kept = true
    session.events.emit('will-download', { preventDefault: () => { kept = false } })
    expect(kept).toBe(false)
    window.webContents.printing.resolve(Buffer.from('%PDF'))
    await printing
    expect((await served('app://print/1'))?.status).toBe(404)
  })

  test('that is stopped takes its window away at once', async () => {
    const { window, printing, stop } = begin()
    stop.abort(new Error('stopped'))
    await expect(printing).rejects.toThrow('stopped')
    expect(window.destroyed).toBe(true)
  })
})

describe('what the core asks to be printed', () => {
  test('is answered when it is done, with a failure where it cannot be, and not at all once nobody waits', async () => {
    const answers: CoreOrder[] = []
    const faults = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const signals: AbortSignal[] = []
    const orders = printOrders(async (html, signal) => {
      signals.push(signal)
      if (html === 'broken') throw new Error('no printer')
      if (html === 'long') await new Promise((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)) })
      return new Uint8Array([1])
    }, (message) => { answers.push(message) })
    orders.take({ kind: 'print', id: 'a', html: 'paper' })
    orders.take({ kind: 'print', id: 'b', html: 'broken' })
    orders.take({ kind: 'print', id: 'c', html: 'long' })
    orders.take({ kind: 'print', id: 'd', html: 'long' })
    orders.take({ kind: 'stop-printing', id: 'c' })
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    orders.stopAll()
    expect(answers).toEqual([{ kind: 'printed', id: 'a', pdf: new Uint8Array([1]) }, { kind: 'not-printed', id: 'b' }])
    expect(signals.map((signal) => signal.aborted)).toEqual([false, false, true, true])
    faults.mockRestore()
  })
})
