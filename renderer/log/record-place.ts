import type { NavigateOptions } from '@tanstack/react-router'
import type { LogEntry } from '#shared/contract/evidence.ts'
import type { Screen } from '#renderer/app/routes.ts'

export interface RecordPlace { readonly screen: Screen['name']; readonly to: NavigateOptions }

/** Where the record of an entry is shown; undefined for what has no screen, as a clock. */
export function placeOf({ entity, entityId }: Pick<LogEntry, 'entity' | 'entityId'>): RecordPlace | undefined {
  switch (entity) {
    case 'power': return { screen: 'powers', to: { to: '/powers/$id', params: { id: entityId } } }
    case 'risk-point':
    case 'grading':
    case 'review': return { screen: 'risks', to: { to: '/risks', search: { open: entityId } } }
    case 'control-measure': return { screen: 'measures', to: { to: '/measures', search: { open: entityId } } }
    case 'rectification': return { screen: 'rectification', to: { to: '/rectification', search: { open: entityId } } }
    case 'consistency-rule': return { screen: 'consistency', to: { to: '/consistency' } }
    case 'import-batch': return { screen: 'import', to: { to: '/import' } }
    case 'archive': return { screen: 'reports', to: { to: '/reports' } }
    case 'person':
    case 'role-grant':
    case 'post-holding': return { screen: 'people', to: { to: '/people' } }
    case 'organisation': return settings('organisation')
    case 'department':
    case 'post': return settings('departments')
    case 'vocabulary': return settings('categories')
    case 'scale': return settings('scales')
    case 'grading-method': return settings('methods')
    case 'backup': return settings('backups')
    default: return undefined
  }
}

const settings = (part: string): RecordPlace => ({ screen: 'settings', to: { to: '/settings/$', params: { _splat: part } } })
