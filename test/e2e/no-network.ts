import type { BrowserContext, Page } from '@playwright/test'

/** What a page did that it must not do: asked for anything outside the program, or ran against its policy. */
export interface Watch { readonly offences: readonly string[] }

/**
 * Watches all pages of a context from now on. Requests that leave this computer are recorded and stopped; scripts and
 * styles the policy had to refuse, and errors nobody caught, are recorded too.
 *
 * @param origin the program's own, such as `http://127.0.0.1:4000`
 */
export async function watchNetwork(context: BrowserContext, origin: string): Promise<Watch> {
  const offences: string[] = []
  await context.route((url) => !isOwn(url.href, origin), async (route) => {
    offences.push(`request to ${route.request().url()}`)
    await route.abort()
  })
  context.on('page', (page) => watchPage(page, offences))
  for (const page of context.pages()) watchPage(page, offences)
  return { offences }
}

function watchPage(page: Page, offences: string[]): void {
  page.on('pageerror', (error) => offences.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (/content security policy|Refused to/iu.test(message.text())) offences.push(`policy: ${message.text()}`)
  })
  page.on('websocket', (socket) => offences.push(`socket to ${socket.url()}`))
}

const isOwn = (address: string, origin: string): boolean =>
  address === origin || address.startsWith(`${origin}/`) || address.startsWith(`blob:${origin}/`) || address.startsWith('data:') || address === 'about:blank'
