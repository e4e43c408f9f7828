import { translator } from '#shared/locales/translator.ts'
import { appearanceOf, isShown } from '#shared/model/report-editions.ts'
import type { ReportEdition, ReportField } from '#shared/model/report-editions.ts'
import type { KindWords } from './kind-words.ts'

/** The heaviest of the grades somebody gave a point, and none where one is missing: what may be read of it depends on that. */
export type Weight = ReturnType<KindWords['weight']>

/** What an edition lets through, asked by kinds of report for each thing that is not for everybody. */
export interface EditionView {
  readonly edition: ReportEdition
  readonly shows: (field: ReportField) => boolean
  /** A text that an edition shows or leaves out. */
  readonly only: (field: ReportField, text: string | null) => string
  /** An owner as entered or, where the edition takes posts only, the entered post, else the one that follows from the register. */
  readonly owner: (entered: string | null, post: string) => string
  /** Whether what a point says may be read. */
  readonly readsDetail: (weight: Weight) => boolean
  /** The wording in place of what is not shown. */
  readonly withheld: string
}

export function editionView(edition: ReportEdition, words: KindWords): EditionView {
  const shows = (field: ReportField): boolean => isShown(field, edition)
  return {
    edition,
    shows,
    only: (field, text) => (shows(field) ? text ?? '' : ''),
    owner: (entered, post) => {
      const text = (entered ?? '').trim()
      if (text === '') return post
      return appearanceOf('owner', edition) === 'shown' || words.isPost(text) ? text : post
    },
    readsDetail: (weight) => weight === 'lighter' || shows(weight === 'heaviest' ? 'heaviest-detail' : 'ungraded-detail'),
    withheld: translator(words.locale)('withheld', { ns: 'reportKinds' }),
  }
}
