import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '#build/ensure-built.ts'

/**
 * Addresses that stand in the built files and that nobody calls. A new one is looked at before it is added here.
 * Whatever stands here, the page's policy and the tests that watch the running program let none of them be called.
 */
const notCalled: Readonly<Record<string, readonly string[]>> = {
  'names of XML formats and of schemas': ['www.w3.org', 'purl.org', 'purl.oclc.org', 'schemas.openxmlformats.org', 'schemas.microsoft.com', 'json-schema.org', 'www.wps.cn'],
  'homes of libraries in their error messages': ['bit.ly', 'docxtemplater.com', 'kysely.dev', 'react.dev', 'react.i18next.com', 'redux.js.org', 'redux-toolkit.js.org', 'u.ant.design', 'answers.microsoft.com'],
  'made-up bases that relative addresses are read against': ['orpc', 'localhost'],
}
const known = new Set(Object.values(notCalled).flat())

interface Found { file: string; host: string }

function hostsIn(pattern: string): Found[] {
  return globSync(pattern, { cwd: 'dist' }).flatMap((file) => {
    const text = readFileSync(join('dist', file), 'utf8')
    return [...new Set(Array.from(text.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/gu), (match) => match[1] ?? ''))].map((host) => ({ file, host }))
  })
}

describe('the built program', () => {
  beforeAll(ensureBuilt, 120_000)

  test('names no address that could be called', () => {
    const strange = hostsIn('{renderer,main,preload,core}/**/*.{html,js,cjs,css,svg}').filter(({ host }) => !known.has(host))
    expect(strange).toEqual([])
  })

  test('has style sheets that fetch nothing', () => {
    const sheets = globSync('renderer/**/*.css', { cwd: 'dist' })
    expect(sheets.length).toBeGreaterThan(0)
    for (const file of sheets) {
      // A face the system has is no file to fetch.
      const text = readFileSync(join('dist', file), 'utf8').replaceAll(/@font-face\s*\{[^}]*?src:\s*(?:local\([^()]*\),?\s*)+[;}][^}]*\}?/gu, '')
      expect([file, Array.from(text.matchAll(/@import|@font-face|url\((?!["']?(?:data:|#|\/assets\/))[^)]*\)/gu), (match) => match[0])]).toEqual([file, []])
    }
  })

  test('has a page with files of its own only: no inline script, no inline style, no foreign source', () => {
    const html = readFileSync('dist/renderer/index.html', 'utf8')
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/iu)
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/gu)) expect(address).toMatch(/^\/[\w./-]+$/u)
    expect(html).toContain('lang="zh-CN"')
  })

  test('carries no source maps', () => {
    expect(globSync('**/*.map', { cwd: 'dist' })).toEqual([])
    expect(globSync('{renderer,main,preload,core}/**/*.{js,cjs,css}', { cwd: 'dist' }).filter((file) => /[#@] sourceMappingURL=/u.test(readFileSync(join('dist', file), 'utf8').slice(-300)))).toEqual([])
  })

  test('bundles no second Electron, database or rasteriser: they stay packages', () => {
    const core = readFileSync('dist/core/core-process.js', 'utf8')
    expect(core).toMatch(/from "better-sqlite3"/u)
    const preload = readFileSync('dist/preload/preload.cjs', 'utf8')
    expect(Array.from(preload.matchAll(/require\("([^"]+)"\)/gu), (match) => match[1])).toEqual(['electron'])
    const main = readFileSync('dist/main/main.js', 'utf8')
    expect(main).not.toMatch(/better-sqlite3|kysely/u)
  })
})
