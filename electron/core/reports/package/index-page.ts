import { hash } from 'node:crypto'
import { translator } from '#shared/locales/translator.ts'
import { itemNumber } from '#shared/model/inspection-package.ts'
import { xmlText } from '../plain-text.ts'
import type { Manifest } from './manifest.ts'
import { fileSizeText, pagesText } from './list-words.ts'

const style = `
:root { color-scheme: light; }
body { margin: 0; padding: 32px 40px; font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1f2328; background: #fff; }
main { max-width: 1120px; margin: 0 auto; }
h1 { margin: 0 0 4px; font-size: 24px; }
.quiet { color: #57606a; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 20px; margin: 16px 0 24px; }
dt { color: #57606a; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 10px; border-bottom: 1px solid #d0d7de; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #1f4e79; font-weight: 600; white-space: nowrap; }
td.number, td.count { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.count { text-align: right; }
tr.item > td { border-top: 1px solid #8c959f; background: #f6f8fa; }
tr.item.missing .state { color: #8a5300; font-weight: 600; }
th.count { text-align: right; }
a { color: #1f4e79; }
code { display: block; font: 12px/1.4 ui-monospace, Consolas, monospace; color: #57606a; overflow-wrap: anywhere; }
pre { padding: 12px; background: #f6f8fa; overflow-x: auto; }
@media print { body { padding: 0; font-size: 11px; } a { color: inherit; text-decoration: none; } }
`

/** Nothing but this page's own style: no script, no picture, nothing fetched, nothing sent. */
const policy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'`

/** A relative address: each step of the path as a browser wants it, so that no name of a file leads elsewhere. */
const addressOf = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`

/** The page by which the package is opened offline, from the folder it was unpacked into. */
export function indexPage(manifest: Manifest): string {
  const { locale, organisation, year, edition, preparedOn, archiveHash, head, items } = manifest
  const t = translator(locale)
  const w = (key: string, values: Record<string, string | number> = {}): string => xmlText(t(key as never, { ns: 'inspectionPackage', ...values }))
  const facts: [string, string][] = [
    [w('page.organisation'), xmlText(organisation)], [w('page.year'), String(year)], [w('page.edition'), w(`edition.${edition}`)], [w('page.preparedOn'), xmlText(preparedOn)],
    [w('page.archive'), archiveHash === null ? w('page.open') : `<code>${xmlText(archiveHash)}</code>`],
    [w('page.head'), head === null ? '—' : `<code>${xmlText(head)}</code>`],
  ]
  const title = w('page.title', { organisation, year })
  const rows = items.map((entry) => itemRows(manifest, entry, w)).join('\n')
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="quiet">${w('page.text')}</p>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>
<table>
<thead><tr><th>${w('col.number')}</th><th>${w('col.item')}</th><th>${w('col.indicators')}</th><th class="count">${w('col.pages')}</th><th class="count">${w('col.size')}</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
<h2>${w('page.check')}</h2>
<p>${w('page.check.text')}</p>
<pre>sha256sum -c SHA256SUMS</pre>
</main>
</body>
</html>
`
}

function itemRows({ files, locale }: Manifest, { code, state, reason, indicators, files: paths, withheld }: Manifest['items'][number], w: (key: string, values?: Record<string, string | number>) => string): string {
  const number = itemNumber(code)
  const said = [state === 'there' ? '' : w(`state.${state}`), xmlText(reason), withheld === 0 ? '' : w('withheld', { count: withheld })].filter((part) => part !== '').join(w('separator'))
  const head = `<tr class="item ${state}"><td class="number">${number}</td><td><b>${w(`item.${code}`)}</b>${said === '' ? '' : ` <span class="state">${said}</span>`}</td><td>${indicators.map((text) => xmlText(text)).join('<br>')}</td><td></td><td></td></tr>`
  const listed = paths.flatMap((path) => files.find((file) => file.path === path) ?? [])
  return [head, ...listed.map(({ path, sha256, size, pages }, at) =>
    `<tr><td class="number">${number}-${String(at + 1).padStart(2, '0')}</td><td colspan="2"><a href="${xmlText(addressOf(path))}">${xmlText(path.split('/').at(-1) ?? path)}</a><code>SHA-256 ${sha256}</code></td><td class="count">${pagesText(pages)}</td><td class="count">${fileSizeText(size, locale)}</td></tr>`)].join('\n')
}
