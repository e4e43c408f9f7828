import type { Locale } from '#shared/locales/locale.ts'
import { locales } from '#shared/locales/locale.ts'
import { translator } from '#shared/locales/translator.ts'
import { permissionTable } from '#shared/model/permissions.ts'
import type { PermissionRow } from '#shared/model/permissions.ts'
import { roles } from '#shared/model/roles.ts'

/** The permission table as a document, in both languages. */
export const permissionsDocument = (): string => `${locales.map(section).join('\n\n')}\n`

function section(locale: Locale): string {
  const t = translator(locale)
  const head = (['what', 'state', 'who'] as const).map((column) => t(`table.${column}`, { ns: 'people' }))
  return [
    `# ${t('table.title', { ns: 'people' })}`, '', t('table.intro', { ns: 'people' }), '',
    `| ${head.join(' | ')} |`, '|---|---|---|',
    ...permissionTable.map((row) => `| ${rowIn(locale, row).join(' | ')} |`),
  ].join('\n')
}

function rowIn(locale: Locale, { permission, states, roles: who }: PermissionRow): string[] {
  const t = translator(locale)
  const comma = t('listSeparator', { ns: 'common' })
  const named = roles.flatMap((role) => {
    const reach = who[role]
    if (reach === undefined) return []
    const name = t(`role.${role}`, { ns: 'people' })
    return [reach === 'departments' ? t('withNote', { ns: 'common', text: name, note: t('table.own', { ns: 'people' }) }) : name]
  })
  return [t(`may.${permission}`, { ns: 'people' }), states?.map((state) => t(`state.${state}`, { ns: 'review' })).join(comma) ?? t('table.any', { ns: 'people' }), named.join(comma)]
}
