import 'virtual:antd.css'
import './theme/page.css'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { translator } from '#shared/locales/translator.ts'
import { ConnectionProvider } from './connection.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { createLanguage, localeSchema } from './language.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'
import { ThemeProvider } from './theme/theme-provider.tsx'
import { connect, NotConnected } from './transport/connect.ts'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no element #root')
const place = element

async function begin(): Promise<void> {
  const connection = await connect()
  const preferences = await connection.client.system.preferences()
  const language = createLanguage(localeSchema.catch('zh-CN').parse(preferences['language']))
  const queries = createQueryClient()
  queries.setQueryData(createTanstackQueryUtils(connection.client).system.preferences.queryKey(), preferences)
  const router = createAppRouter()
  createRoot(place).render(
    <StrictMode>
      <I18nextProvider i18n={language}>
        <QueryClientProvider client={queries}>
          <ConnectionProvider connection={connection}>
            <ThemeProvider>
              <ErrorBoundary>
                <RouterProvider router={router} />
              </ErrorBoundary>
            </ThemeProvider>
          </ConnectionProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </StrictMode>,
  )
}

/** Before there is a language to choose from, what went wrong is said in both. */
function sayNotConnected(error: unknown): void {
  const why = error instanceof NotConnected ? error.why : 'program-ended'
  place.replaceChildren(...(['zh-CN', 'en'] as const).flatMap((locale) => {
    const t = translator(locale)
    const heading = document.createElement('h1')
    heading.textContent = t('not-connected.title', { ns: 'shell' })
    const text = document.createElement('p')
    text.textContent = t(`disconnected.${why}`, { ns: 'shell' })
    return [heading, text]
  }))
  place.className = 'not-connected'
  console.error(error)
}

begin().catch(sayNotConnected)
