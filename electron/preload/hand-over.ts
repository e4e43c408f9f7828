import type { IpcRenderer } from 'electron'
import { CORE_PORT, PAGE_LANGUAGE, PORT_GIVEN, PORT_WANTED } from '#shared/desktop/port-handover.ts'

/**
 * Hands the page one port to the core, once, when it asks for it. Threat: a frame or a page from elsewhere asks in its
 * place. Only this very window is answered, and the answer is addressed to its own origin.
 */
export function handOverPort(ipc: Pick<IpcRenderer, 'postMessage'>, page: Window): void {
  const answer = (event: MessageEvent): void => {
    if (event.source !== page || event.origin !== page.origin || event.data !== PORT_WANTED) return
    page.removeEventListener('message', answer)
    const { port1, port2 } = new MessageChannel()
    ipc.postMessage(CORE_PORT, null, [port1])
    page.postMessage(PORT_GIVEN, page.origin, [port2])
  }
  page.addEventListener('message', answer)
}

/** Tells the main process the language the page is shown in, for menu and dialogs, now and whenever it changes. */
export function tellLanguage(ipc: Pick<IpcRenderer, 'send'>, document: Document): void {
  const tell = (): void => ipc.send(PAGE_LANGUAGE, document.documentElement.lang)
  new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ['lang'] })
}
