import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { rawRequest } from '../hosts/raw-request.ts'
import { sampleHost } from '../hosts/sample-host.ts'
import { openSession } from '../hosts/transports.ts'

async function caller() {
  const sample = await sampleHost()
  const cookie = await openSession(sample.host.url)
  const headers = { host: new URL(sample.origin).host, origin: sample.origin, cookie }
  const call = (body: string, type = 'application/json') =>
    rawRequest(sample.port, { method: 'POST', path: '/rpc/sample/echo', body, headers: { ...headers, 'content-type': type, 'content-length': String(Buffer.byteLength(body)) } })
  return { ...sample, headers, call }
}

const nested = (levels: number): string => `{"json":${'['.repeat(levels)}${']'.repeat(levels)}}`
const boundary = 'cut'
const form = (...parts: readonly string[]): string => `${parts.map((part) => `--${boundary}\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--${boundary}--\r\n`

describe('a body made to do harm', () => {
  test.each([
    ['a prototype in the value', '{"json":{"text":"x","__proto__":{"polluted":1}}}'],
    ['a prototype in the constructor', '{"json":{"text":"x","constructor":{"prototype":{"polluted":1}}}}'],
    ['a path through the prototype', '{"json":{"text":"x"},"meta":[[1,"__proto__","polluted"]]}'],
    ['a path through the constructor', '{"json":{"text":"x"},"meta":[[1,"constructor","prototype","polluted"]]}'],
    ['a path to nowhere', '{"json":{"text":"x"},"meta":[[1,"a","b","c"]]}'],
    ['a type nobody knows', '{"json":{"text":"x"},"meta":[[999,"text"]]}'],
    ['paths that are no list', '{"json":{"text":"x"},"meta":"__proto__"}'],
    ['a file that was not sent', '{"json":{"text":"x"},"meta":[],"maps":[["__proto__"]]}'],
    ['a pattern that runs for ever', '{"json":{"text":"(a+)+$"},"meta":[[6,"text"]]}'],
    ['lists within lists', nested(100_000)],
    ['nothing', ''],
    ['half a value', '{"json":{"text":'],
    ['a lone surrogate', '{"json":{"text":"\\ud800"}}'],
  ])('%s pollutes nothing and shows nothing of the inside', async (_what, body) => {
    const { call } = await caller()
    const answer = await call(body)
    expect([200, 400, 422, 500]).toContain(answer.status)
    expect(answer.body).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|\/work\/|\/tmp\//u)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect((await call('{"json":{"text":"y"}}')).status).toBe(200)
  })

  test.each([
    ['without its boundary', 'multipart/form-data', 'x'],
    ['without an end', `multipart/form-data; boundary=${boundary}`, `--${boundary}\r\nContent-Disposition: form-data; name="data"\r\n\r\n{}`],
    ['with maps through the prototype', `multipart/form-data; boundary=${boundary}`, form('name="data"\r\n\r\n{"json":{"text":"x"},"meta":[],"maps":[["__proto__","polluted"]]}', 'name="0"; filename="../../x"\r\n\r\nbytes')],
    ['with a part called like the prototype', `multipart/form-data; boundary=${boundary}`, form('name="__proto__"\r\n\r\nx')],
    ['of another kind', 'text/html', '<b>x</b>'],
    ['of two kinds', 'application/json; charset=utf-16', '{"json":{"text":"x"}}'],
  ])('a form %s is answered and does no harm', async (_what, type, body) => {
    const { call } = await caller()
    const answer = await call(body, type)
    expect([200, 400, 415, 422, 500]).toContain(answer.status)
    expect(answer.body).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|\/work\/|\/tmp\//u)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

test.each(['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/assets/..%5c..%5csecret.json', '/%252e%252e/secret.json', '//secret.json', '/assets/%00.js', '/C:/secret.json', '/assets/....//secret.json', '/\u0000', '/assets/index-4.js%00.json', '/.secret.json'])('the file beside the page is not reached by %j', async (path) => {
  const { port, origin } = await sampleHost()
  const answer = await rawRequest(port, { path: encodeURI(path).replaceAll('%25', '%'), headers: { host: new URL(origin).host } })
  expect(answer.body).not.toContain('secret":true')
})

test('two lengths, or a length beside chunks, are not played off against each other', async () => {
  const { port, origin, headers } = await caller()
  for (const extra of ['Content-Length: 5\r\nContent-Length: 500\r\n', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', 'Transfer-Encoding: chunked\r\n']) {
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(`POST /rpc/sample/echo HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nOrigin: ${origin}\r\nCookie: ${headers.cookie}\r\nContent-Type: application/json\r\n${extra}\r\n0\r\n\r\n`))
      let text = ''
      socket.on('data', (part) => { text += part.toString('utf8') })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
    expect(said).toMatch(/^HTTP\/1\.1 (?:400|411) /u)
  }
})
