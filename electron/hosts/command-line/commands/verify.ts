import { headToken } from '#core/evidence/head.ts'
import { headsFrom } from '#core/evidence/outside-heads.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { RefusalParams } from '#shared/model/refusal.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { exitCodeOf, exitCodes } from '../exit-codes.ts'

/**
 * Examines a register, and with `--against` also whether its log bears out the head that a report, a copy or a copy of
 * the file of heads carries; a register too damaged to be opened is an answer too.
 */
export const verify: Command = {
  usage: 'verify --data DIR [--against FILE]',
  options: { data: { type: 'string' }, against: { type: 'string' } },
  run: async (args, surroundings) => {
    args.exactly()
    const data = args.required('data')
    const outside = args.text('against')
    const against = outside === undefined ? [] : headsFrom(outside).map(headToken)
    try {
      return await withCore({ data }, surroundings, async (client) => answerOf((await finish(await client.system.verify({ against }), surroundings)).problems, surroundings))
    } catch (error) {
      if (error instanceof Refusal && exitCodeOf(error.code) === exitCodes.damaged) return answerOf([error], surroundings)
      throw error
    }
  },
}

function answerOf(found: readonly { code: string; params: RefusalParams }[], { locale, t }: Surroundings): Answer {
  const problems = found.map(({ code, params }) => ({ code, params, message: sentenceFor(locale, 'errors', { code, params }) }))
  const heading = problems.length === 0 ? t('verify.sound', { ns: 'cli' }) : t('verify.damaged', { ns: 'cli', problems: problems.length })
  return {
    document: { sound: problems.length === 0, problems },
    sentences: [heading, ...problems.map(({ message }) => `  ${message}`)],
    exitCode: problems.length === 0 ? exitCodes.done : exitCodes.damaged,
  }
}
