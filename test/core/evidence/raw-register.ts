import Database from 'better-sqlite3'

export type Connection = InstanceType<typeof Database>

/** A register file as somebody opens it who does not go through the program: nothing is enforced that he can switch off. */
export function openRaw(file: string): Connection {
  const connection = new Database(file)
  connection.pragma('foreign_keys = OFF')
  connection.pragma('ignore_check_constraints = ON')
  return connection
}

/** Takes the guards away that keep tables append-only. */
export function withoutGuards(connection: Connection): Connection {
  const guards = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of guards) connection.exec(`DROP TRIGGER ${name}`)
  return connection
}

/** Tries something on the register and leaves it as it was. */
export function tried<T>(connection: Connection, work: () => T): T {
  connection.exec('BEGIN')
  try {
    return work()
  } finally {
    connection.exec('ROLLBACK')
  }
}
