import { useEffect, useRef } from 'react'
import styles from './reports.module.css'

/**
 * A page that core wrote, in a frame that runs nothing. The page's policy admits no style element and no address for a
 * frame, so the frame stays empty and is filled from here: elements are taken over from a parsed document, in which
 * nothing is ever run, and the style becomes a sheet of the frame.
 */
export function PaperFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const { contentDocument, contentWindow } = frame.current ?? {}
    if (contentDocument == null || contentWindow == null) return
    const page = new DOMParser().parseFromString(html, 'text/html')
    const css = [...page.querySelectorAll('style')].map((style) => style.textContent).join('\n')
    for (const element of page.querySelectorAll('style, script, meta, link, base')) element.remove()
    contentDocument.documentElement.lang = page.documentElement.lang
    contentDocument.body.replaceChildren(...[...page.body.childNodes].map((node) => contentDocument.importNode(node, true)))
    const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet()
    sheet.replaceSync(`${css}\n${onScreen}`)
    contentDocument.adoptedStyleSheets = [sheet]
  }, [html])
  return <iframe ref={frame} className={styles.paper} title={title} sandbox="allow-same-origin" data-testid="paper" />
}

/** On a screen the sheets lie on a desk: each section as wide as its paper, with its margins. */
const onScreen = `
html{background:#8a8f98}
body{padding:16px}
section{box-sizing:border-box;margin:0 auto 16px;background:#fff;box-shadow:0 1px 4px #0006}
section.upright{width:210mm;min-height:297mm;padding:37mm 26mm 35mm 28mm}
section.turned{width:297mm;min-height:210mm;padding:28mm 37mm 26mm 35mm}`
