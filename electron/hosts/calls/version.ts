import manifest from '../../../package.json' with { type: 'json' }

/** The program's version, as reports and backups name it. */
export const version: string = manifest.version
