import { measurePatchSchema } from '#shared/contract/measures.ts'
import { riskPatchSchema } from '#shared/contract/risks.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { shortTextSchema } from '#shared/contract/lists.ts'
import { dateIn, departmentIn, filled, named, termIn } from './common-cells.ts'
import type { MeasureFacts } from './facts.ts'
import { powerRefIn } from './power-row.ts'
import type { RowCells } from './row-cells.ts'
import type { Words } from './words.ts'

const { shape } = measurePatchSchema

/** A row of the program's own list of measures. */
export function readMeasureRow(cells: RowCells, words: Words): MeasureFacts {
  const content = cells.value('measure', shape.content)
  cells.demand('measure')
  const power = powerRefIn(cells, 'name')
  const manifestation = cells.value('manifestation', riskPatchSchema.shape.manifestation)
  if (manifestation !== '') cells.demand('name')
  const doneOn = dateIn(cells, 'doneOn')
  return {
    kind: 'measure',
    place: cells.place,
    mark: keyOf(cells.text('serial')),
    content,
    department: departmentIn(cells),
    fields: filled({
      kindCode: cells.word('measureKind', words.measureKind, 'measure-kind.unknown'),
      owner: cells.value('responsible', shape.owner),
      ...termIn(cells, 'dueDate'),
      frequency: cells.wordIfKnown('frequency', words.frequency),
      rhythmFrom: dateIn(cells, 'rhythmFrom'),
      // The day it was done says that it is done.
      progress: cells.wordIfKnown('progress', words.progress) ?? (doneOn === undefined ? undefined : 'done'),
      doneOn,
      remarks: cells.value('remarks', shape.remarks),
    }),
    owner: { department: named(cells.value('ownerDepartment', shortTextSchema)), post: named(cells.value('ownerPost', shortTextSchema)) },
    power: power.name === '' ? undefined : power,
    manifestation,
    basis: cells.wordIfKnown('basis', words.basis) ?? 'stated',
  }
}
