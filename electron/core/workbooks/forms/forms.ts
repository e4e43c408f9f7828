import type { FormCode, FormDefinition } from './form-definition.ts'
import { gradingSheet } from './grading-sheet.ts'
import { measureList } from './measure-list.ts'
import { powerCatalogueA } from './power-catalogue-a.ts'
import { powerCatalogueB } from './power-catalogue-b.ts'
import { riskList10 } from './risk-list-10.ts'
import { riskList9 } from './risk-list-9.ts'
import { riskSituation7 } from './risk-situation-7.ts'
import { riskSurvey } from './risk-survey.ts'

/** Every form the program reads. A new form is a new file here; nothing else needs to know. */
export const forms: readonly FormDefinition[] = [
  powerCatalogueA,
  powerCatalogueB,
  riskList9,
  riskList10,
  riskSituation7,
  riskSurvey,
  gradingSheet,
  measureList,
]

export function formOf(code: FormCode): FormDefinition {
  const form = forms.find((one) => one.code === code)
  if (form === undefined) throw new Error(`no form ${code}`)
  return form
}
