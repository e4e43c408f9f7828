import type { Permission } from '#shared/model/permissions.ts'

/** Parts of the settings in the order in which a new register needs them; the names are their addresses. */
export const settingsParts = ['organisation', 'departments', 'categories', 'scales', 'methods', 'review', 'holidays', 'reports', 'backups', 'integrity', 'appearance', 'about'] as const
export type SettingsPart = (typeof settingsParts)[number]

/** Who is offered a part: what it takes to change it, or for what everybody sees, to have an account. */
const permissionOf: Record<SettingsPart, Permission> = {
  organisation: 'structure.edit',
  departments: 'structure.edit',
  categories: 'rules.edit',
  scales: 'rules.edit',
  methods: 'rules.edit',
  review: 'rules.edit',
  holidays: 'rules.edit',
  reports: 'rules.edit',
  backups: 'data.backup',
  integrity: 'trail.verify',
  appearance: 'session.own',
  about: 'session.own',
}

export const partsFor = (may: (permission: Permission) => boolean): SettingsPart[] => settingsParts.filter((part) => may(permissionOf[part]))

/** `methods/<id>` is the part `methods` with the rest `<id>`; an unknown part is undefined. */
export function partOf(path: string): { readonly part: SettingsPart | undefined; readonly rest: string } {
  const [name = '', ...rest] = path.split('/')
  return { part: settingsParts.find((known) => known === name), rest: rest.join('/') }
}
