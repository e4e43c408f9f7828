import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { declarePageScheme, servePage } from '#main/page-protocol.ts'
import { contentSecurityPolicy } from '#shared/page/page-policy.ts'
import { electronDouble } from './electron-double.ts'

const root = mkdtempSync(join(tmpdir(), 'page-'))
const double = electronDouble({ userData: root })
const get = async (url: string, init: RequestInit = {}): Promise<Response> => {
  const handler = double.handlers.get('app')
  // The request class of Node refuses a scheme of our own; the handler reads only method and address.
  return await handler?.({ method: init.method ?? 'GET', url } as Request) ?? new Response('no handler', { status: 500 })
}

beforeAll(() => {
  mkdirSync(join(root, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(root, 'dist', 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(root, 'dist', 'assets', 'index-4.js'), 'export {}')
  writeFileSync(join(root, 'secret.json'), '{"secret":true}')
  declarePageScheme(double.electron)
  servePage(double.electron, join(root, 'dist'))
  return () => rmSync(root, { recursive: true })
})

describe('the page’s own scheme', () => {
  test('is standard and secure, so that the page has an origin and the policy holds', () => {
    expect(double.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
  })

  test('serves the page with its policy', async () => {
    const response = await get('app://register/')
    expect(await response.text()).toContain('<title>page</title>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('serves the page for addresses inside it', async () => {
    expect(await (await get('app://register/powers/0198c0de-0000-7000-8000-000000000001?tab=steps')).text()).toContain('<title>page</title>')
  })

  test('serves scripts as scripts', async () => {
    expect((await get('app://register/assets/index-4.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test.each(['/../secret.json', '/..%2fsecret.json', '/%2e%2e/secret.json', '/..\\secret.json', '/%2e%2e%5csecret.json', '/assets/..%2f..%2fsecret.json', '/assets/....//secret.json', '/C:/secret.json', '/%00.json', '/.hidden.json', '/%E0%A4%A.json'])('does not reach a file outside the page by %s', async (path) => {
    const response = await get(`app://register${path}`)
    expect(await response.text()).not.toContain('secret')
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  test.each(['app://other/', 'app://register.example.org/', 'app://register:8080/', 'app://user:pass@register/'])('does not answer for %s', async (url) => {
    expect((await get(url)).status).toBe(403)
  })

  test('only reads', async () => {
    expect((await get('app://register/', { method: 'POST' })).status).toBe(403)
  })

  test('says that a file is not there without saying more', async () => {
    const response = await get('app://register/assets/missing.js')
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('not found')
  })

  test('does not serve files of kinds a page has no use for', async () => {
    expect((await get('app://register/index.exe')).status).toBe(404)
    expect((await get('app://register/data.sqlite')).status).toBe(404)
  })
})
