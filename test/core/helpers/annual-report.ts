import type { Progress } from '#shared/contract/procedure.ts'
import { writeReport } from '#core/reports/written/write-report.ts'
import type { WriteOrder } from '#core/reports/written/order.ts'
import type { TestRegister } from './register.ts'

/** The annual report as the program writes it, for use inside the office. */
export const annualOf = (register: TestRegister, order: Pick<WriteOrder, 'year' | 'format' | 'locale'> & { readonly texts: NonNullable<WriteOrder['texts']> }): AsyncGenerator<Progress, File, void> =>
  writeReport(register.core, register.call.actor, { ...order, kind: 'annual', edition: 'internal', purpose: '年度考核' })
