import { measurePatchSchema } from '#shared/contract/measures.ts'
import { riskPatchSchema } from '#shared/contract/risks.ts'
import { powerPatchSchema } from '#shared/contract/powers.ts'
import type { Field, FormCode } from '../../workbooks/forms/form-definition.ts'
import { splitBasisAndMeasures } from '../../workbooks/cells/split-basis.ts'
import { splitMeasures } from '../../workbooks/cells/split-items.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { GradeFacts, RiskFacts } from './facts.ts'
import { departmentIn, filled, flagIn, gradeIn, postIn, termIn } from './common-cells.ts'
import { powerRefIn } from './power-row.ts'
import type { RowCells } from './row-cells.ts'
import type { Words } from './words.ts'

const { shape } = riskPatchSchema
const stepName = powerPatchSchema.shape.steps.unwrap().element.shape.name

/** What differs between the forms that give one risk point a row. */
interface OnePointForm {
  /** The column that names the power or matter. */
  readonly power: Field
  /** The column 责任人 names who answers for the measures, not for the point. */
  readonly responsibleForMeasures: boolean
  /** The measures may open with the rules they rest on. */
  readonly basisInMeasures: boolean
}

const onePointForms: Partial<Record<FormCode, OnePointForm>> = {
  'risk-list-9': { power: 'title', responsibleForMeasures: false, basisInMeasures: false },
  'risk-list-10': { power: 'step', responsibleForMeasures: false, basisInMeasures: true },
  'risk-survey': { power: 'name', responsibleForMeasures: true, basisInMeasures: false },
  'grading-sheet': { power: 'name', responsibleForMeasures: false, basisInMeasures: false },
}

/** A row of a form that gives one risk point a row. @throws Error for another form */
export function readRiskRow(cells: RowCells, words: Words, form: FormCode): RiskFacts {
  const rules = onePointForms[form]
  if (rules === undefined) throw new Error(`${form} has not one risk point a row`)
  const power = powerRefIn(cells, rules.power)
  cells.demand(rules.power)
  const manifestation = cells.value('manifestation', shape.manifestation)
  cells.demand('manifestation')
  const { basis, measures } = rules.basisInMeasures ? splitBasisAndMeasures(cells.text('measures')) : { basis: '', measures: cells.text('measures') }
  const responsible = cells.value('responsible', shape.directOwner)
  return {
    kind: 'risk',
    place: cells.place,
    power,
    department: departmentIn(cells),
    post: postIn(cells),
    step: rules.power === 'step' ? '' : cells.value('step', stepName),
    manifestations: [manifestation],
    fields: filled({
      categoryCode: cells.word('category', words.riskCategory, 'category.unknown'),
      title: rules.power === 'title' ? undefined : cells.value('title', shape.title),
      existingRules: cells.value('existingRules', shape.existingRules) || cells.held('measures', basis, shape.existingRules),
      directOwner: cells.value('directOwner', shape.directOwner) || (rules.responsibleForMeasures ? '' : responsible),
      departmentHead: cells.value('departmentHead', shape.departmentHead),
      responsibleLeader: cells.value('responsibleLeader', shape.responsibleLeader),
      pastCase: flagIn(cells, 'pastCase', words),
    }),
    grade: gradeFactsIn(cells, words),
    mixedGrade: [],
    measures: measuresIn(cells, measures),
    basis: 'stated',
    confirm: cells.wordIfKnown('confirm', words.confirm),
    sharedMeasures: measuresIn(cells, cells.text('sharedMeasures')),
    measureFields: filled({ owner: rules.responsibleForMeasures ? responsible : undefined, ...termIn(cells, 'dueDate') }),
  }
}

function gradeFactsIn(cells: RowCells, words: Words): GradeFacts | undefined {
  const stated = gradeIn(cells, 'grade', words)
  const factors = cells.factors()
  return stated === undefined && factors.size === 0 ? undefined : { stated, factors, reason: cells.text('reason') }
}

/** The measures of a cell, one by one. */
export function measuresIn(cells: RowCells, text: string): string[] {
  return splitMeasures(text).map((measure) => cells.held('measures', measure, measurePatchSchema.shape.content)).filter((measure) => keyOf(measure) !== '')
}
