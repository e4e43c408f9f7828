import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, utilityProcess } from 'electron'
import { startDesktop } from './phases.ts'

const electron = {
  app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, utilityProcess,
  // Only there once Electron is ready, therefore asked for when it is used.
  session: { get defaultSession() { return session.defaultSession }, fromPartition: (partition: string) => session.fromPartition(partition) },
}

startDesktop({ electron, args: process.argv.slice(1), variables: process.env, platform: process.platform }).catch((fault: unknown) => {
  console.error(fault)
  app.exit(1)
})
