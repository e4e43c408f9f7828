import type { Configuration } from 'electron-builder'

export interface PackagingOptions {
  /** A folder with an unpacked Electron; without it the builder fetches the one that fits. */
  electronFolder?: string
  output?: string
}

/** Native code and the font are opened as files, and so is the core itself, whose threads start from files beside it. */
const outsideTheArchive = ['dist/core/**', 'node_modules/better-sqlite3/**', 'node_modules/@resvg/**', 'node_modules/@expo-google-fonts/**']

/** Of the packages needed while running only what is used while running, and of native code only this platform's. */
const files = [
  'dist/{main,preload,core,renderer}/**',
  'package.json',
  '!**/*.map',
  '!**/*.d.{ts,mts,cts}',
  '!**/*.md',
  '!node_modules/node-addon-api',
  '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
  // eslint-disable-next-line no-template-curly-in-string -- the builder fills these in
  '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
  '!node_modules/@expo-google-fonts/noto-sans-sc/[1-35-9]00*',
  '!node_modules/@expo-google-fonts/noto-sans-sc/**/*.{js,ttf.png}',
]

/** How installers are made. Nothing is published and nothing updates itself: the program calls nobody. */
export const packaging = ({ electronFolder, output = 'release' }: PackagingOptions = {}): Configuration => ({
  appId: 'org.integrity-risk-control.desktop',
  productName: 'Integrity Risk Control',
  copyright: 'Integrity Risk Control team',
  directories: { output, buildResources: 'build/icons' },
  ...(electronFolder === undefined ? {} : { electronDist: electronFolder }),
  electronLanguages: ['zh-CN', 'en-US'],
  files,
  asar: { smartUnpack: false },
  asarUnpack: outsideTheArchive,
  // The native packages bring their programs along; nothing is compiled or fetched.
  npmRebuild: false,
  publish: null,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: false,
  },
  win: { target: ['nsis'], icon: 'build/icons/icon.ico' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false, installerLanguages: ['zh_CN', 'en_US'] },
  linux: { target: ['deb', 'AppImage'], icon: 'build/icons/linux', category: 'Office', maintainer: 'Integrity Risk Control team <maintainer@localhost>', executableName: 'integrity-risk-control' },
  deb: { packageCategory: 'office' },
  mac: { target: ['dmg'], icon: 'build/icons/icon.icns', category: 'public.app-category.business', identity: null },
})
