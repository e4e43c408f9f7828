import { powerPatchSchema } from '#shared/contract/powers.ts'
import type { Field } from '../../workbooks/forms/form-definition.ts'
import { splitMeasures, splitNumberedItems } from '../../workbooks/cells/split-items.ts'
import type { PowerFacts, PowerFields, PowerRef } from './facts.ts'
import { dateIn, departmentIn, flagIn, filled, postIn } from './common-cells.ts'
import type { RowCells } from './row-cells.ts'
import type { Words } from './words.ts'

const { shape } = powerPatchSchema

const plainFields = [
  ['codeScheme', 'codeScheme'], ['exercisedBy', 'exercisedBy'], ['statutoryLimit', 'statutoryLimit'], ['promisedLimit', 'promisedLimit'],
  ['feeBasis', 'feeBasis'], ['publicity', 'publicity'], ['benchmarkNo', 'benchmarkNo'], ['responsibilities', 'duties'],
  ['accountability', 'liability'], ['remarks', 'remarks'],
] as const satisfies readonly (readonly [Field, keyof PowerFields & keyof typeof shape])[]

/** How a row names its power. @param field the column that holds the name */
export function powerRefIn(cells: RowCells, field: Field): PowerRef {
  return {
    name: cells.value(field, shape.name),
    code: cells.value('code', shape.code),
    subItem: cells.value('subItem', shape.subItem),
    namesSubItems: cells.has('subItem'),
  }
}

/** A row of a catalogue of powers, old or new. */
export function readPowerRow(cells: RowCells, words: Words): PowerFacts {
  const power = powerRefIn(cells, 'name')
  cells.demand('name')
  const texts = plainFields.map(([field, name]) => [name, cells.value(field, shape[name])] as const)
  return {
    kind: 'power',
    place: cells.place,
    power,
    department: departmentIn(cells),
    post: postIn(cells),
    fields: filled({
      ...Object.fromEntries(texts),
      typeCode: cells.word('type', words.powerType, 'type.unknown'),
      discretion: discretionIn(cells, words),
      benchmarkCalibratedOn: dateIn(cells, 'benchmarkDate'),
      threeMajors: flagIn(cells, 'threeMajors', words),
      pastCase: flagIn(cells, 'pastCase', words),
      legalBases: basesIn(cells),
    }),
    steps: splitNumberedItems(cells.text('steps')).map((step) => cells.held('steps', step, stepSchema)).filter((step) => step !== ''),
  }
}

const basisSchema = shape.legalBases.unwrap().element
const stepSchema = shape.steps.unwrap().element.shape.name

function basesIn(cells: RowCells): readonly string[] | undefined {
  const bases = splitMeasures(cells.value('legalBasis', basisSchema))
  return bases.length === 0 ? undefined : bases
}

/** A cell that says 'not stated' states nothing. */
function discretionIn(cells: RowCells, words: Words): PowerFields['discretion'] | undefined {
  const stated = cells.wordIfKnown('discretion', words.discretion)
  return stated === 'unknown' ? undefined : stated
}
