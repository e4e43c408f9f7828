import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { Call } from '../../registration.ts'
import type { Exported } from '../written/keep-export.ts'
import type { PackageFile } from './manifest.ts'
import type { PackagePlace } from './plan-package.ts'
import type { ZipFile } from './zip-file.ts'

export interface PackageOrder {
  readonly year: number
  readonly edition: ReportEdition
  readonly locale: Locale
  /** Whether what is written as a Word file is printed as PDF too. */
  readonly pdf: boolean
  readonly purpose: string
}

/** What a package is built with. */
export interface Building {
  readonly call: Call
  readonly order: PackageOrder
  readonly place: PackagePlace
  readonly archiveHash: string | null
  /** A text no further than the edition lets it go; for names of files, which no paper guards. */
  readonly guard: (text: string) => string
  readonly zip: ZipFile
  /** Everything but what tells of the whole. */
  readonly files: PackageFile[]
  /** What the log of exports is to say once the package is whole. */
  readonly exported: Exported[]
  /** How far it has come. */
  readonly progress: { done: number; total: number; stage: string }
}

/** One step further, or only a sign of life. */
export function tell({ progress }: Building, stage: string, steps = 1): Progress {
  progress.done = Math.min(progress.total, progress.done + steps)
  progress.stage = stage
  return { done: progress.done, total: progress.total, stage }
}

/** Work of its own within this one: whatever it tells, what is told is how far the whole has come. */
export async function* under<T>(work: AsyncGenerator<Progress, T, void>, told: () => Progress): AsyncGenerator<Progress, T, void> {
  let ended = false
  try {
    for (;;) {
      const step = await work.next()
      if (step.done === true) {
        ended = true
        return step.value
      }
      yield told()
    }
  } finally {
    // Where nobody reads any more, what was started inside is ended too.
    if (!ended) await work.return(undefined as never)
  }
}
