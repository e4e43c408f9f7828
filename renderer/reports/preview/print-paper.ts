/** The frame of the last printing, where the browser has not said that it is over. */
let last: HTMLIFrameElement | undefined

/**
 * Prints a paper as it is previewed. The frame that is shown is closed to everybody, this page included, so a second
 * one is made for as long as printing takes. It belongs to this page's origin, which printing needs, but still runs
 * nothing: scripts are allowed neither by the frame nor by the page's policy.
 */
export function printPaper(html: string): void {
  last?.remove()
  const frame = document.createElement('iframe')
  last = frame
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.dataset['testid'] = 'paper-printing'
  // Kept out of sight, but laid out: what is not displayed is not printed.
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0', insetInlineEnd: '0', insetBlockEnd: '0' })
  frame.addEventListener('load', () => {
    const { contentWindow } = frame
    if (contentWindow === null) return
    contentWindow.addEventListener('afterprint', () => frame.remove())
    contentWindow.focus()
    contentWindow.print()
  })
  frame.srcdoc = html
  document.body.append(frame)
}
