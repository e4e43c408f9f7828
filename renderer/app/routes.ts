import type { Permission } from '#shared/model/permissions.ts'

/** What the screens are for: the register itself, its approval, the control of it through the year, what a year leaves behind, and the program. */
type Task = 'register' | 'approval' | 'control' | 'year' | 'system'

/**
 * The screens by task, in the order of the work, as the navigation and the search show them. A screen is offered to
 * whoever has one of its permissions.
 */
export const screens = [
  { path: '/overview', name: 'overview', task: 'register', permissions: ['register.read'] },
  { path: '/powers', name: 'powers', task: 'register', permissions: ['register.read'] },
  { path: '/risks', name: 'risks', task: 'register', permissions: ['register.read'] },
  { path: '/measures', name: 'measures', task: 'register', permissions: ['register.read'] },
  { path: '/review', name: 'review', task: 'approval', permissions: ['entry.comment'] },
  { path: '/publicity', name: 'publicity', task: 'approval', permissions: ['register.read'] },
  { path: '/adjustments', name: 'adjustments', task: 'approval', permissions: ['register.read'] },
  { path: '/warnings', name: 'warnings', task: 'control', permissions: ['register.read'] },
  { path: '/rectification', name: 'rectification', task: 'control', permissions: ['register.read'] },
  { path: '/consistency', name: 'consistency', task: 'control', permissions: ['register.read'] },
  { path: '/assessment', name: 'assessment', task: 'control', permissions: ['register.read'] },
  { path: '/years', name: 'years', task: 'year', permissions: ['register.read'] },
  { path: '/reports', name: 'reports', task: 'year', permissions: ['register.read'] },
  { path: '/import', name: 'import', task: 'system', permissions: ['register.import'] },
  { path: '/people', name: 'people', task: 'system', permissions: ['account.edit', 'role.edit'] },
  { path: '/log', name: 'log', task: 'system', permissions: ['log.read'] },
  { path: '/settings', name: 'settings', task: 'system', permissions: ['session.own'] },
] as const satisfies readonly { path: string; name: string; task: Task; permissions: readonly Permission[] }[]
export type Screen = (typeof screens)[number]

/** The screens that can show a frozen year, and the one that leads to others. */
export const frozenScreens: readonly string[] = ['overview', 'powers', 'risks', 'measures', 'warnings', 'years', 'rectification', 'consistency']

/** Those somebody is offered, by what he may. */
export const screensFor = (may: (permission: Permission) => boolean): Screen[] => screens.filter(({ permissions }) => permissions.some((permission) => may(permission)))
