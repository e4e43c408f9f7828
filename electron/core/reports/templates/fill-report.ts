import type { ReportForm } from '#shared/contract/report-forms.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { translator } from '#shared/locales/translator.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { readContent } from '../../attachments/contents.ts'
import type { Core } from '../../core.ts'
import { fileName, mimeTypes } from '../paper/paper-file.ts'
import type { Paper } from '../paper/paper.ts'
import { allNames, emptyNames } from './edition-names.ts'
import type { NamesByEdition } from './form-records.ts'
import { formInThread } from './form-thread.ts'
import { placeholdersOf } from './placeholders-of.ts'
import type { ReportFacts } from './placeholders-of.ts'

/** What a form can say of a report besides its paper. */
export const factsOf = (paper: Paper, { edition, year, number }: { edition: ReportEdition; year: number; number: string }): ReportFacts =>
  ({ year, number, edition: translator(paper.locale)(`edition.${edition}`, { ns: 'reportKinds' }) })


interface Filling { readonly paper: Paper; readonly edition: ReportEdition; readonly year: number; readonly number: string; readonly name: string }

/**
 * A report in the form of the office.
 * @throws Refusal `form.placeholder-unknown` where the form asks for what the report no longer has
 */
export async function* filledForm({ folder }: Pick<Core, 'folder'>, form: Pick<ReportForm, 'hash'> & { readonly names: NamesByEdition }, { paper, edition, year, number, name }: Filling): AsyncGenerator<Progress, File, void> {
  const values = placeholdersOf(paper, factsOf(paper, { edition, year, number }))
  const empty = emptyNames(values, { known: allNames(form.names.values()), before: form.names.get(edition) })
  const properties = { title: paper.title, organisation: paper.organisation, custom: paper.properties ?? {} }
  const answer = yield* formInThread({ kind: 'fill', bytes: readContent(folder, form.hash), values, empty, properties })
  const bytes = answer.kind === 'filled' ? answer.bytes : new Uint8Array()
  return new File([bytes], fileName(name, 'docx'), { type: mimeTypes.docx })
}
