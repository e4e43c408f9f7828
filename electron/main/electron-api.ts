import type {
  App, BrowserWindow, BrowserWindowConstructorOptions, Dialog, Display, IpcMain, Menu, MenuItemConstructorOptions, Protocol, Session,
  UtilityProcess, utilityProcess, WebContents,
} from 'electron'

/** The part of Electron the program uses, and nothing more; main.ts passes the real one in, tests a double. */
export interface ElectronApi {
  app: Pick<App, 'commandLine' | 'enableSandbox' | 'exit' | 'getAppPath' | 'getPath' | 'getPreferredSystemLanguages' | 'isPackaged' | 'on' | 'quit' | 'requestSingleInstanceLock' | 'setPath' | 'whenReady'>
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => AppWindow
  dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox'>
  ipcMain: Pick<IpcMain, 'on'>
  Menu: { buildFromTemplate: (template: MenuItemConstructorOptions[]) => Menu; setApplicationMenu: (menu: Menu | null) => void }
  protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>
  screen: { getAllDisplays: () => Pick<Display, 'workArea'>[] }
  session: { defaultSession: AppSession; fromPartition: (partition: string) => PrintSession }
  utilityProcess: { fork: (...start: Parameters<typeof utilityProcess.fork>) => CoreChild }
}

export type AppWindow = Pick<BrowserWindow, 'destroy' | 'focus' | 'getNormalBounds' | 'isDestroyed' | 'isMaximized' | 'isMinimized' | 'loadURL' | 'maximize' | 'on' | 'restore' | 'show'> & { webContents: PageContents }

export type PageContents = Pick<WebContents, 'id' | 'on' | 'print' | 'printToPDF' | 'reload' | 'setWindowOpenHandler'>

export type AppSession = Pick<Session, 'on' | 'setCertificateVerifyProc' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setSpellCheckerEnabled'> & {
  webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>
}

/** A session that serves its pages itself. */
export type PrintSession = AppSession & { protocol: Pick<Protocol, 'handle'> }

export type CoreChild = Pick<UtilityProcess, 'kill' | 'on' | 'postMessage'>
