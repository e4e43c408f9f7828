import type { ElectronApi } from '../electron-api.ts'

/**
 * Threat: the browser engine calls out by itself (component updates, safe browsing, proxies, name look-ups), or a page
 * runs outside the sandbox. Must run before Electron is ready: most of these switches are read once.
 *
 * The engine is given no names to resolve and no proxy to ask, so that even a forgotten feature reaches nobody.
 */
export function sealProcess({ app }: Pick<ElectronApi, 'app'>): void {
  app.enableSandbox()
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'no-pings', 'no-proxy-server']) {
    app.commandLine.appendSwitch(name)
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication,Translate')
}
