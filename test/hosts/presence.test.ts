import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { sampleHost } from './sample-host.ts'
import type { SampleHost } from './sample-host.ts'
import { openSession } from './transports.ts'

interface Page { response: IncomingMessage; ended: Promise<void>; close: () => void }

/** Holds the stream a page holds. */
async function openPage({ port, origin }: SampleHost, cookie: string): Promise<Page> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/presence', agent: false, headers: { host: new URL(origin).host, cookie } }, resolve).on('error', reject)
  })
  const ended = new Promise<void>((resolve) => { response.on('close', resolve) })
  response.on('error', () => undefined)
  response.resume()
  onTestFinished(() => { response.destroy() })
  return { response, ended, close: () => { response.destroy() } }
}

const settledBy = async (promise: Promise<void>): Promise<boolean> => await Promise.race([promise.then(() => true), new Promise<false>((resolve) => { setTimeout(() => resolve(false), 150) })])

test('the program knows how many pages are open', async () => {
  const sample = await sampleHost()
  const cookie = await openSession(sample.host.url)
  expect(sample.host.pages).toBe(0)
  const first = await openPage(sample, cookie)
  await openPage(sample, cookie)
  expect(sample.host.pages).toBe(2)
  first.close()
  await expect.poll(() => sample.host.pages).toBe(1)
})

test('nobody counts as a page without a session', async () => {
  const sample = await sampleHost()
  const page = await openPage(sample, 'integrity=none')
  expect(page.response.statusCode).toBe(401)
  expect(sample.host.pages).toBe(0)
})

test('after the last page, and not after the first of two, the program may end', async () => {
  const sample = await sampleHost({ grace: 1 })
  const cookie = await openSession(sample.host.url)
  const [first, second] = [await openPage(sample, cookie), await openPage(sample, cookie)]
  first.close()
  expect(await settledBy(sample.host.lastPageClosed)).toBe(false)
  second.close()
  await sample.host.lastPageClosed
})

test('loading the page again within the grace period does not end the program', async () => {
  const sample = await sampleHost({ grace: 100_000 })
  const cookie = await openSession(sample.host.url)
  const before = await openPage(sample, cookie)
  before.close()
  await expect.poll(() => sample.host.pages).toBe(0)
  await openPage(sample, cookie)
  expect(await settledBy(sample.host.lastPageClosed)).toBe(false)
})

test('closing the program is told to every page at once', async () => {
  const sample = await sampleHost()
  const page = await openPage(sample, await openSession(sample.host.url))
  await sample.host.close()
  await page.ended
})
