import type { AppSession, ElectronApi } from '../electron-api.ts'

/** Chromium's "failed": the certificate is not trusted. */
const NOT_TRUSTED = -2

/**
 * Threat: a forged server is trusted, a client certificate or a password is handed out. The program speaks with no
 * server, so no certificate is ever good and no credential is ever given.
 */
export function denyCertificates({ app }: Pick<ElectronApi, 'app'>, session: Pick<AppSession, 'setCertificateVerifyProc'>): void {
  session.setCertificateVerifyProc((_request, answer) => answer(NOT_TRUSTED))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => { event.preventDefault(); answer(false) })
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => { event.preventDefault(); answer() })
  app.on('login', (event, _contents, _details, _info, answer) => { event.preventDefault(); answer() })
}
