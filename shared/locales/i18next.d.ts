import 'i18next'
import type { zhCn } from './zh-cn/index.ts'

/** A key that is not in the Chinese texts does not compile; the English ones are held to the same keys. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zhCn
    keySeparator: false
    returnNull: false
  }
}
