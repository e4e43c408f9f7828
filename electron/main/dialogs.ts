import { sentenceFor } from '#shared/locales/translator.ts'
import type { CoreStart } from './core-link/core-link.ts'
import type { AppWindow, ElectronApi } from './electron-api.ts'
import type { Language } from './language.ts'

/** Says why the register was not opened, and what to do, in the user's language. */
export function sayNotStarted({ dialog }: Pick<ElectronApi, 'dialog'>, { locale, t }: Language, start: Exclude<CoreStart, { kind: 'ready' }>): void {
  const reference = start.kind === 'failed' ? start.reference : '—'
  const sentence = start.kind === 'refused' ? sentenceFor(locale, 'errors', start) : t('start.failed', { ns: 'desktop', reference })
  dialog.showErrorBox(t('product'), sentence)
}

/** What stopped: the core's process or the page's. */
export type Stopped = 'core' | 'page'

/** Tells that something stopped; true where the user wants it started again. */
export async function offerRestart({ dialog }: Pick<ElectronApi, 'dialog'>, { t }: Language, stopped: Stopped): Promise<boolean> {
  const again = stopped === 'core' ? 'core.gone.restart' : 'page.gone.reload'
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: t(`${stopped}.gone.title`, { ns: 'desktop' }),
    message: t(`${stopped}.gone.title`, { ns: 'desktop' }),
    detail: t(`${stopped}.gone.message`, { ns: 'desktop' }),
    buttons: [t(again, { ns: 'desktop' }), t('core.gone.quit', { ns: 'desktop' })],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** The page's renderer process crashed or ran out of memory. */
export function watchPage(window: AppWindow, onGone: () => void): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') onGone()
  })
}
