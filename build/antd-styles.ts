import type { Plugin } from 'vite'
import { antdCss } from './antd-css.ts'

const name = 'virtual:antd.css'

/** Gives the page Ant Design's style sheet as a file: under its policy no style can be inserted while it runs. */
export function antdStyles(): Plugin {
  const id = `\0${name}`
  return {
    name: 'antd-styles',
    resolveId: (source) => (source === name ? id : undefined),
    load: (wanted) => (wanted === id ? antdCss() : undefined),
  }
}
