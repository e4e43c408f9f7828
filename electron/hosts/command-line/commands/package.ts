import { checkPackage } from '#core/reports/package/check-package.ts'
import type { CheckedPackage, PackageProblem } from '#core/reports/package/check-package.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { exitCodes } from '../exit-codes.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Checks an inspection package, packed or unpacked: every file against the manifest, the manifest against its signature.
 * With `--data` also whether the register knows the key, and its log bears out the head in the package.
 */
export const packageCommand: Command = {
  usage: 'package check FILE.zip|FOLDER [--data DIR]',
  options: { data: { type: 'string' } },
  run: async (args, surroundings) => {
    const [which = '', place = ''] = args.exactly('check', 'FILE')
    if (which !== 'check') throw new UsageError('usage.choice-wrong', { option: 'package', value: which, choices: 'check' })
    const checked = await checkPackage(place, (done, total) => surroundings.progress({ done, total, stage: 'check' }))
    const data = args.text('data')
    const against = data === undefined ? [] : await registerProblems(checked, data, surroundings)
    return answerOf(checked, [...checked.problems, ...against], surroundings)
  },
}

async function registerProblems({ manifest, keyId }: CheckedPackage, data: string, surroundings: Surroundings): Promise<PackageProblem[]> {
  const found: PackageProblem[] = []
  await withCore({ data }, surroundings, async (client, core) => {
    const known = await core.database.read.selectFrom('signing_key').select('key_id').where('key_id', '=', keyId ?? '').executeTakeFirst()
    if (known === undefined) found.push({ code: 'package.key-unknown', params: { keyId: keyId ?? '—' } })
    if (manifest?.head != null) found.push(...(await finish(await client.system.verify({ against: [manifest.head] }), surroundings)).problems)
    return {}
  })
  return found
}

function answerOf({ manifest, files }: CheckedPackage, problems: readonly PackageProblem[], { locale, t }: Surroundings): Answer {
  const told = problems.map(({ code, params }) => ({ code, params, message: sentenceFor(locale, 'errors', { code, params }) }))
  const about = manifest === undefined ? '' : t('package.about', { ns: 'cli', organisation: manifest.organisation, year: manifest.year, edition: t(`edition.${manifest.edition}`, { ns: 'inspectionPackage' }), files })
  return {
    document: { sound: told.length === 0, problems: told, ...(manifest === undefined ? {} : { organisation: manifest.organisation, year: manifest.year, edition: manifest.edition, archiveHash: manifest.archiveHash, head: manifest.head }), files },
    sentences: [...(about === '' ? [] : [about]), told.length === 0 ? t('package.sound', { ns: 'cli' }) : t('package.damaged', { ns: 'cli', problems: told.length }), ...told.map(({ message }) => `  ${message}`)],
    exitCode: told.length === 0 ? exitCodes.done : exitCodes.damaged,
  }
}
