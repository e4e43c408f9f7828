import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '#shared/page/page-policy.ts'
import { rawRequest } from '../hosts/raw-request.ts'
import type { RawAnswer } from '../hosts/raw-request.ts'
import { sampleHost } from '../hosts/sample-host.ts'
import type { SampleHost } from '../hosts/sample-host.ts'
import { openSession } from '../hosts/transports.ts'

const json = JSON.stringify({ json: { text: 'x' } })

/** A call that would be answered, but for what a test changes in it. */
function call({ port, origin }: SampleHost, headers: Record<string, string | undefined>, more: { method?: string; path?: string } = {}): Promise<RawAnswer> {
  const all = { host: new URL(origin).host, origin, 'content-type': 'application/json', 'content-length': String(json.length), ...headers }
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return rawRequest(port, { method: 'POST', path: '/rpc/sample/echo', body: json, ...more, headers: Object.fromEntries(given) })
}

describe('a call from elsewhere is turned away', () => {
  test('while one from the page itself is answered', async () => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    expect(await call(sample, { cookie })).toMatchObject({ status: 200, body: JSON.stringify({ json: { text: 'x', actor: 'tester' } }) })
  })

  test.each([
    ['another site', { origin: 'https://example.org' }],
    ['a page of another program on this computer', { origin: 'http://127.0.0.1:1' }],
    ['a file or a sandboxed frame', { origin: 'null' }],
    ['the same computer by another name', { origin: 'http://localhost' }],
    ['nobody knows where', { origin: undefined }],
    ['another site, which the browser says itself', { 'sec-fetch-site': 'cross-site' }],
    ['another port, which the browser says itself', { 'sec-fetch-site': 'same-site' }],
  ])('by its origin: %s', async (_who, headers) => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    expect((await call(sample, { cookie, ...headers })).status).toBe(403)
  })

  test.each(['example.org', 'localhost', 'example.org:80', '127.0.0.1', '127.0.0.1:1', '[::1]:80', '2130706433', ''])('by the name it was reached under (a name of another site that points here): %j', async (host) => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    expect((await call(sample, { cookie, host })).status).toBe(421)
    expect((await rawRequest(sample.port, { path: '/', headers: { host } })).status).toBe(421)
  })

  test('without its session', async () => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    const name = cookie.split('=')[0] ?? ''
    for (const wrong of [undefined, '', `${name}=`, `${name}=guess`, `${cookie}x`, cookie.slice(0, -1), cookie.replace(name, 'other')]) {
      expect([wrong, (await call(sample, { cookie: wrong })).status]).toEqual([wrong, 401])
    }
  })

  test('and no other site is told that it may ask', async () => {
    const sample = await sampleHost()
    const preflight = await rawRequest(sample.port, { method: 'OPTIONS', path: '/rpc/sample/echo', headers: { host: new URL(sample.origin).host, origin: 'https://example.org', 'access-control-request-method': 'POST' } })
    expect(preflight.status).toBe(403)
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('by a method that is not meant for it', async () => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) expect([method, (await call(sample, { cookie }, { method })).status]).toEqual([method, 405])
    for (const path of ['/', '/presence', '/assets/index-4.js']) expect([path, (await call(sample, { cookie }, { path })).status]).toEqual([path, 405])
  })

  test('also by a path that only looks like another', async () => {
    const sample = await sampleHost()
    for (const path of ['/x/../rpc/sample/echo', '/%2e/rpc/sample/echo', '//rpc/sample/echo', '/rpc//sample/echo']) {
      expect([path, (await call(sample, {}, { path })).body]).not.toEqual([path, expect.stringContaining('tester')])
    }
  })
})

const exchange = ({ port, origin }: SampleHost, token: unknown, cookie?: string): Promise<RawAnswer> => {
  const body = JSON.stringify({ token })
  const headers = { host: new URL(origin).host, origin, 'content-length': String(Buffer.byteLength(body)), ...(cookie === undefined ? {} : { cookie }) }
  return rawRequest(port, { method: 'POST', path: '/session', headers, body })
}

describe('the one-time address', () => {
  test('opens one session, out of reach of scripts and of other sites', async () => {
    const sample = await sampleHost()
    const first = await exchange(sample, sample.token)
    expect(first.status).toBe(204)
    expect(first.headers['set-cookie']?.[0]).toMatch(/^integrity-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u)
    expect((await exchange(sample, sample.token)).status).toBe(401)
  })

  test('does no harm to the page that used it already', async () => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    expect((await exchange(sample, sample.token, cookie)).status).toBe(204)
    expect((await call(sample, { cookie })).status).toBe(200)
  })

  test('is not guessed, and guessing does not use it up', async () => {
    const sample = await sampleHost()
    for (const wrong of ['', 'guess', sample.token.slice(0, -1), `${sample.token}x`, null, 5, { token: sample.token }, ['x'], 'x'.repeat(201)]) {
      expect([wrong, (await exchange(sample, wrong)).status]).toEqual([wrong, 401])
    }
    expect((await exchange(sample, sample.token)).status).toBe(204)
  })

  test('grows too old', async () => {
    let time = 0
    const sample = await sampleHost({ tokenLife: 1000, now: () => time })
    time = 1001
    expect((await exchange(sample, sample.token)).status).toBe(401)
  })

  test('may be given longer where a person has to open it by hand', async () => {
    let time = 0
    const sample = await sampleHost({ tokenLife: 1000, now: () => time })
    sample.host.prolongAddress(5000)
    time = 4000
    expect((await exchange(sample, sample.token)).status).toBe(204)
  })

  test('differs from start to start', async () => {
    const [one, two] = [await sampleHost(), await sampleHost()]
    expect(one.token).not.toBe(two.token)
    expect((await exchange(one, two.token)).status).toBe(401)
  })

  test('is never sent over the wire by opening it', async () => {
    const { host } = await sampleHost()
    const url = new URL(host.url)
    expect([url.pathname, url.search]).toEqual(['/', ''])
    expect(url.hash).toMatch(/^#token=[\w-]{43}$/u)
  })
})

describe('what the host serves', () => {
  test('goes out with the page’s policy, also when it is an error', async () => {
    const sample = await sampleHost()
    const { host } = new URL(sample.origin)
    for (const path of ['/', '/assets/index-4.js', '/assets/missing.js', '/presence']) {
      const { headers } = await rawRequest(sample.port, { path, headers: { host } })
      expect(headers).toMatchObject({ 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('allows no script and no style but the program’s own, and no place to send anything to', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|ws:/u)
  })

  test.each(['/../secret.json', '/..%2fsecret.json', '/%2e%2e/secret.json', '/%2e%2e%2fsecret.json', '/..%5csecret.json', '/assets/../../secret.json', '/assets/..%2f..%2fsecret.json', '/secret.json', '/%00secret.json', '/.secret.json'])('is nothing outside the page’s folder: %s', async (path) => {
    const sample = await sampleHost()
    const answer = await rawRequest(sample.port, { path, headers: { host: new URL(sample.origin).host } })
    expect(answer.body).not.toContain('secret')
  })

  test('is the page for every address inside it, so that it can be loaded again', async () => {
    const sample = await sampleHost()
    const answer = await rawRequest(sample.port, { path: '/risks/0198c0de-0000-7000-8000-000000000001?grade=high', headers: { host: new URL(sample.origin).host } })
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<title>page</title>') })
  })

  test('a broken address or body is no fault of the program', async () => {
    const sample = await sampleHost()
    const { host } = new URL(sample.origin)
    const cookie = await openSession(sample.host.url)
    expect((await rawRequest(sample.port, { path: '//', headers: { host } })).status).toBe(400)
    expect((await rawRequest(sample.port, { path: '/%E0%A4%A', headers: { host } })).status).toBe(404)
    const broken = await rawRequest(sample.port, { method: 'POST', path: '/rpc/sample/echo', headers: { host, origin: sample.origin, cookie, 'content-type': 'application/json', 'content-length': '1' }, body: '{' })
    expect(broken.status).toBe(400)
    expect((await call(sample, { cookie }, { path: '/rpc/sample/__proto__' })).status).toBe(404)
    expect(sample.faults).toEqual([])
  })
})

describe('a body that is too large', () => {
  test('is refused before it is read', async () => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    expect((await call(sample, { cookie, 'content-length': String(66 * 1024 * 1024) })).status).toBe(413)
  })

  test('is refused where its length is not told', async () => {
    const sample = await sampleHost()
    const cookie = await openSession(sample.host.url)
    expect((await call(sample, { cookie, 'content-length': undefined, 'transfer-encoding': 'chunked' })).status).toBe(411)
  })
})

describe('from another computer', () => {
  const own = Object.values(networkInterfaces()).flat().flatMap((network) => (network === undefined || network.internal || network.family !== 'IPv4' ? [] : [network.address]))

  test('the port is not reached: it listens on the loopback address alone', async () => {
    const { host } = await sampleHost()
    for (const address of ['127.0.0.2', ...own]) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host: address, port: host.port }, () => { socket.destroy(); resolve('reached') })
        socket.on('error', () => resolve('refused'))
      })
      expect([address, outcome]).toEqual([address, 'refused'])
    }
    expect(new URL(host.url).hostname).toBe('127.0.0.1')
  })
})
