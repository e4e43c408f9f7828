import { newestVersion } from '../database/migrate.ts'
import type { Call } from '../registration.ts'

/** What the program tells of itself and of the register it has open. */
export async function about({ core, actor }: Pick<Call, 'core' | 'actor'>) {
  const organisation = await core.database.read.selectFrom('organisation').select('id').executeTakeFirst()
  return { version: core.version, dataFolder: core.folder.root, actor: actor.name, schemaVersion: newestVersion, hasOrganisation: organisation !== undefined }
}
