import type { ImportPlan } from '#shared/contract/exchange.ts'
import { carryOut } from '#core/exchange/apply/apply-import.ts'
import { planWorkbook } from '#core/exchange/plan/plan-import.ts'
import { findPlan } from '#core/exchange/plan/plan-store.ts'
import { exampleFileNames, readExampleFile } from '#core/example/example-files.ts'
import type { ExampleFileName } from '#core/example/example-files.ts'
import { readWorkbook } from '#core/workbooks/read-workbook.ts'
import type { Workbook } from '#core/workbooks/workbook.ts'
import { officer } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { finished } from './importing.ts'

export const exampleFile = async (name: ExampleFileName): Promise<File> => new File([new Uint8Array(await readExampleFile(name))], name)

const read = new Map<ExampleFileName, Promise<Workbook>>()

/** The files are the same for every test; reading each once is enough. */
function readOnce(name: ExampleFileName): Promise<Workbook> {
  const reading = read.get(name) ?? readExampleFile(name).then((bytes) => readWorkbook(bytes, name))
  read.set(name, reading)
  return reading
}

export const planExample = async (register: TestRegister, fileName: ExampleFileName): Promise<ImportPlan> =>
  finished(planWorkbook(register.core, officer, { workbook: await readOnce(fileName), fileName, fileHash: '', mapping: {}, locale: 'zh-CN' }))

/** Imports one example file, without the copy of the register that goes before on the way through the contract. */
export async function importExample(register: TestRegister, name: ExampleFileName): Promise<void> {
  const { planId } = await planExample(register, name)
  await finished(carryOut(register.core, officer, findPlan(register.core, planId)))
}

export async function importAllExamples(register: TestRegister): Promise<void> {
  for (const name of exampleFileNames) await importExample(register, name)
}
