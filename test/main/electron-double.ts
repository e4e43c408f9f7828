import { EventEmitter } from 'node:events'
import type { App, BrowserWindow, BrowserWindowConstructorOptions, IpcMain, MenuItemConstructorOptions, Menu, MessageBoxOptions, Session, UtilityProcess, WebContents } from 'electron'
import type { AppSession, AppWindow, CoreChild, ElectronApi, PageContents, PrintSession } from '#main/electron-api.ts'

/** What a handler was last set to; Electron calls it, so a test calls it in its place. */
type Handler<T, K extends keyof T> = T[K] extends (handler: infer H, ...rest: never[]) => unknown ? NonNullable<H> : never

export class ContentsDouble {
  readonly events = new EventEmitter()
  readonly id: number
  calls: string[] = []
  openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined
  on = this.events.on.bind(this.events) as unknown as WebContents['on']

  constructor(id: number) {
    this.id = id
  }

  reload(): void { this.calls.push('reload') }
  print(): void { this.calls.push('print') }
  /** What printing comes to; never to an end until a test says so. */
  printing = Promise.withResolvers<Buffer>()
  printOptions: Electron.PrintToPDFOptions | undefined
  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> { this.calls.push('printToPDF'); this.printOptions = options; return this.printing.promise }
  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void { this.openHandler = handler }
}
ContentsDouble satisfies new (id: number) => PageContents

export class WindowDouble {
  readonly events = new EventEmitter()
  readonly options: BrowserWindowConstructorOptions
  readonly webContents = new ContentsDouble(7)
  calls: string[] = []
  minimised = false
  maximised = false
  destroyed = false
  bounds = { x: 10, y: 20, width: 1400, height: 800 }
  on = this.events.on.bind(this.events) as unknown as BrowserWindow['on']

  constructor(options: BrowserWindowConstructorOptions) {
    this.options = options
  }

  destroy(): void { this.calls.push('destroy'); this.destroyed = true }
  focus(): void { this.calls.push('focus') }
  show(): void { this.calls.push('show') }
  restore(): void { this.calls.push('restore'); this.minimised = false }
  maximize(): void { this.calls.push('maximize'); this.maximised = true }
  isMinimized(): boolean { return this.minimised }
  isMaximized(): boolean { return this.maximised }
  isDestroyed(): boolean { return this.destroyed }
  getNormalBounds(): { x: number; y: number; width: number; height: number } { return this.bounds }
  async loadURL(url: string): Promise<void> { this.calls.push(`load ${url}`) }
}
WindowDouble satisfies new (options: BrowserWindowConstructorOptions) => AppWindow

export class CoreDouble {
  readonly events = new EventEmitter()
  readonly start: Parameters<ElectronApi['utilityProcess']['fork']>
  messages: { message: unknown; ports: unknown[] }[] = []
  killed = false
  on = this.events.on.bind(this.events) as unknown as UtilityProcess['on']

  constructor(start: CoreDouble['start']) {
    this.start = start
  }

  postMessage(message: unknown, ports: unknown[] = []): void { this.messages.push({ message, ports }) }
  kill(): boolean { this.killed = true; this.end(15); return true }

  /** The process says something. */
  say(message: unknown): void { this.events.emit('message', message) }
  /** The process ends, whether asked to or not. */
  end(code: number): void { this.events.emit('exit', code) }
}
CoreDouble satisfies new (start: CoreDouble['start']) => CoreChild

/** Electron's default session: remembers the handlers it is given. */
export class SessionDouble {
  readonly events = new EventEmitter()
  on = this.events.on.bind(this.events) as unknown as Session['on']
  permissionRequest: Handler<Session, 'setPermissionRequestHandler'> | undefined
  permissionCheck: Handler<Session, 'setPermissionCheckHandler'> | undefined
  device: Handler<Session, 'setDevicePermissionHandler'> | undefined
  displayMedia: Handler<Session, 'setDisplayMediaRequestHandler'> | undefined
  verifyCertificate: Handler<Session, 'setCertificateVerifyProc'> | undefined
  spellChecker = true
  beforeRequest: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | undefined
  webRequest: AppSession['webRequest'] = { onBeforeRequest: ((listener: SessionDouble['beforeRequest']) => { this.beforeRequest = listener }) as AppSession['webRequest']['onBeforeRequest'] }

  setPermissionRequestHandler: Session['setPermissionRequestHandler'] = (handler) => { this.permissionRequest = handler ?? undefined }
  setPermissionCheckHandler: Session['setPermissionCheckHandler'] = (handler) => { this.permissionCheck = handler ?? undefined }
  setDevicePermissionHandler: Session['setDevicePermissionHandler'] = (handler) => { this.device = handler ?? undefined }
  setDisplayMediaRequestHandler: Session['setDisplayMediaRequestHandler'] = (handler) => { this.displayMedia = handler ?? undefined }
  setCertificateVerifyProc: Session['setCertificateVerifyProc'] = (handler) => { this.verifyCertificate = handler ?? undefined }
  setSpellCheckerEnabled(enable: boolean): void { this.spellChecker = enable }
}
new SessionDouble() satisfies AppSession

/** A session made for printing: remembers the pages it is to serve as well. */
export class PrintSessionDouble extends SessionDouble {
  handlers = new Map<string, (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>>()
  protocol: PrintSession['protocol'] = { handle: (scheme, handler) => { this.handlers.set(scheme, handler) } }
}
new PrintSessionDouble() satisfies PrintSession

export interface DoubleOptions {
  userData: string
  isFirst?: boolean
  isPackaged?: boolean
  languages?: string[]
  /** Which button of the next message box is pressed. */
  answer?: number
}

export interface ElectronDouble {
  electron: ElectronApi
  app: EventEmitter
  ipc: EventEmitter
  session: SessionDouble
  printSessions: Map<string, PrintSessionDouble>
  windows: WindowDouble[]
  cores: CoreDouble[]
  menus: MenuItemConstructorOptions[][]
  boxes: { title: string; text: string }[]
  questions: MessageBoxOptions[]
  switches: Map<string, string | undefined>
  paths: Map<string, string>
  schemes: Electron.CustomScheme[]
  handlers: Map<string, (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>>
  /** What happened in the order it happened. */
  log: string[]
  exits: number[]
  quits: number
  answer: number
}

/** Electron as far as the program uses it, typed by Electron's own types. Nothing of it opens a window. */
export function electronDouble(options: DoubleOptions): ElectronDouble {
  const appEvents = new EventEmitter()
  const ipc = new EventEmitter()
  const session = new SessionDouble()
  const double: Omit<ElectronDouble, 'electron'> = {
    app: appEvents, ipc, session, printSessions: new Map(), windows: [], cores: [], menus: [], boxes: [], questions: [], switches: new Map(), schemes: [], handlers: new Map(),
    paths: new Map([['appData', options.userData], ['userData', options.userData]]), log: [], exits: [], quits: 0, answer: options.answer ?? 0,
  }
  const commandLine = { appendSwitch: (name: string, value?: string) => { double.switches.set(name, value) } } satisfies Partial<App['commandLine']>
  const app = {
    commandLine: commandLine as unknown as App['commandLine'],
    isPackaged: options.isPackaged ?? false,
    on: appEvents.on.bind(appEvents) as unknown as App['on'],
    enableSandbox: () => { double.log.push('enableSandbox') },
    exit: (code = 0) => { double.exits.push(code); double.log.push(`exit ${code}`) },
    quit: () => { double.quits++; double.log.push('quit') },
    getAppPath: () => (options.isPackaged ? '/opt/app/resources/app.asar' : '/repository'),
    getPath: (name: string) => double.paths.get(name) ?? '',
    setPath: (name: string, path: string) => { double.paths.set(name, path); double.log.push(`setPath ${name}`) },
    getPreferredSystemLanguages: () => options.languages ?? ['zh-CN'],
    requestSingleInstanceLock: () => { double.log.push('requestSingleInstanceLock'); return options.isFirst ?? true },
    whenReady: async () => { double.log.push('ready') },
  } satisfies ElectronApi['app']
  const electron: ElectronApi = {
    app,
    BrowserWindow: class extends WindowDouble {
      constructor(windowOptions: BrowserWindowConstructorOptions) {
        super(windowOptions)
        double.windows.push(this)
        double.log.push('window')
        appEvents.emit('web-contents-created', {}, this.webContents)
      }
    },
    dialog: {
      showErrorBox: (title, text) => { double.boxes.push({ title, text }) },
      showMessageBox: (async (question: MessageBoxOptions) => { double.questions.push(question); return { response: double.answer, checkboxChecked: false } }) as ElectronApi['dialog']['showMessageBox'],
    },
    ipcMain: { on: ipc.on.bind(ipc) as unknown as IpcMain['on'] },
    Menu: {
      buildFromTemplate: (template) => { double.menus.push(template); return {} as Menu },
      setApplicationMenu: () => { double.log.push('menu') },
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes) => { double.schemes.push(...schemes); double.log.push('registerSchemesAsPrivileged') },
      handle: (scheme, handler) => { double.handlers.set(scheme, handler); double.log.push(`handle ${scheme}`) },
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: {
      defaultSession: session,
      fromPartition: (partition) => {
        const made = double.printSessions.get(partition) ?? new PrintSessionDouble()
        double.printSessions.set(partition, made)
        return made
      },
    },
    utilityProcess: {
      fork: (...start) => {
        const core = new CoreDouble(start)
        double.cores.push(core)
        double.log.push('fork')
        return core
      },
    },
  }
  return Object.assign(double, { electron })
}
