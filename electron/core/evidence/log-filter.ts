import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { LogFilter } from '#shared/contract/evidence.ts'
import type { Schema } from '../database/schema.ts'
import { among } from '../lists/page-values.ts'

/** The conditions of a filter of the log; none where everything is asked for. */
export function logConditions({ id, text, actors, entities, from, before, entityId, batchId }: LogFilter): ((on: ExpressionBuilder<Schema, 'audit_entry'>) => Expression<SqlBool>)[] {
  const pattern = text === undefined || text === '' ? undefined : `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
  return [
    ...(id === undefined ? [] : [(on: ExpressionBuilder<Schema, 'audit_entry'>) => on('id', '=', id)]),
    ...(from === undefined ? [] : [(on: ExpressionBuilder<Schema, 'audit_entry'>) => on('at', '>=', utc(from))]),
    ...(before === undefined ? [] : [(on: ExpressionBuilder<Schema, 'audit_entry'>) => on('at', '<', utc(before))]),
    ...(actors === undefined || actors.length === 0 ? [] : [() => among('actor', actors)]),
    ...(entities === undefined || entities.length === 0 ? [] : [() => among('entity', entities)]),
    ...(entityId === undefined ? [] : [(on: ExpressionBuilder<Schema, 'audit_entry'>) => on('entity_id', '=', entityId)]),
    ...(batchId === undefined ? [] : [(on: ExpressionBuilder<Schema, 'audit_entry'>) => on('batch_id', '=', batchId)]),
    ...(pattern === undefined ? [] : [() => sql<boolean>`(after LIKE ${pattern} ESCAPE '\\' OR before LIKE ${pattern} ESCAPE '\\' OR actor LIKE ${pattern} ESCAPE '\\')`]),
  ]
}

/** As the log writes instants, so that texts compare like times. */
const utc = (instant: string): string => new Date(instant).toISOString()
