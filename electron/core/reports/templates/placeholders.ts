/** What a placeholder may stand for: values by name, and lists whose rows have values of their own. */
export interface Placeholders {
  readonly fields: ReadonlyMap<string, string>
  readonly lists: ReadonlyMap<string, PlaceholderList>
}

export interface PlaceholderList {
  readonly columns: readonly string[]
  readonly rows: readonly (ReadonlyMap<string, string>)[]
}

/** The names alone, which a form is checked against. Maps throughout: a column may be called `constructor`. */
export interface PlaceholderNames {
  readonly fields: readonly string[]
  /** By name of the list, the names of its columns. */
  readonly lists: ReadonlyMap<string, readonly string[]>
}

export const namesOf = ({ fields, lists }: Placeholders): PlaceholderNames =>
  ({ fields: [...fields.keys()], lists: new Map([...lists].map(([name, { columns }]) => [name, columns])) })
