/** Parts of the settings in the order in which a new register needs them; the names are their addresses. */
export const settingsParts = ['organisation', 'departments', 'categories', 'scales', 'methods', 'backups', 'integrity', 'appearance', 'about'] as const
export type SettingsPart = (typeof settingsParts)[number]

/** `methods/<id>` is the part `methods` with the rest `<id>`; an unknown part is undefined. */
export function partOf(path: string): { readonly part: SettingsPart | undefined; readonly rest: string } {
  const [name = '', ...rest] = path.split('/')
  return { part: settingsParts.find((known) => known === name), rest: rest.join('/') }
}
