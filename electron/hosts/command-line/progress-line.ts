import type { TFunction } from 'i18next'
import type { Progress } from '#shared/contract/procedure.ts'

/** Each area names its own stages. */
const namespaces = ['cli', 'exchange', 'reports', 'grading', 'inspectionPackage'] as const

/**
 * Progress on stderr: one line that rewrites itself on a terminal, and a line for each new stage in a log, where a
 * thousand percentages would only be in the way.
 */
export function progressLine(stream: NodeJS.WriteStream, t: TFunction): { show: (progress: Progress) => void; end: () => void } {
  let stage = ''
  let shown = ''
  const show = (progress: Progress): void => {
    const name = t(`stage.${progress.stage}` as never, { ns: namespaces, defaultValue: progress.stage })
    if (!stream.isTTY) {
      if (progress.stage !== stage) stream.write(`${name}…\n`)
      stage = progress.stage
      return
    }
    const line = progress.total > 0 ? `${name} ${Math.floor((100 * progress.done) / progress.total)} %` : `${name}…`
    if (line !== shown) stream.write(`\r\u001B[K${line}`)
    shown = line
  }
  return { show, end: () => { if (shown !== '') stream.write('\r\u001B[K') } }
}
