import { isContractProcedure, ORPCError } from '@orpc/contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createRouter } from '#core/router.ts'
import { contract } from '#shared/contract/index.ts'
import { sampleContext } from './sample-contract.ts'
import { transports } from './transports.ts'

/** The names of all procedures, such as `risks.list`. */
const names = Object.entries(contract).flatMap(([area, procedures]) => Object.entries(procedures).map(([name, procedure]) => {
  if (!isContractProcedure(procedure)) throw new Error(`${area}.${name} is no procedure`)
  return `${area}.${name}`
}))

type Asked = (input: unknown) => Promise<unknown>

/** The code a procedure answers to nonsense with; 'answered' where it makes something of it. */
async function answerTo(client: object, name: string): Promise<string> {
  const [area = '', procedure = ''] = name.split('.')
  const ask = Reflect.get(Reflect.get(client, area), procedure) as Asked
  try {
    await ask('nonsense')
    return 'answered'
  } catch (error) {
    return error instanceof ORPCError ? error.code : String(error)
  }
}

describe.each(transports)('the $name', ({ serveTo }) => {
  test('serves every procedure of the contract, and nothing else', async () => {
    const { client, close } = await serveTo<Record<string, never>>(createRouter(), sampleContext().context)
    onTestFinished(close)
    expect(names.length).toBeGreaterThan(40)
    for (const name of names) expect([name, await answerTo(client, name)]).toEqual([name, expect.stringMatching(/^(BAD_REQUEST|REFUSED|FAULT|answered)$/u)])
    for (const name of ['risks.drop', 'other.list']) expect([name, await answerTo(client, name)]).toEqual([name, 'NOT_FOUND'])
  })
})
