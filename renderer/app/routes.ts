import type { Permission } from '#shared/model/permissions.ts'

/**
 * The screens in the order of the work, as the navigation and the search show them. A screen is offered to whoever has
 * one of its permissions.
 */
export const screens = [
  { path: '/overview', name: 'overview', permissions: ['register.read'] },
  { path: '/powers', name: 'powers', permissions: ['register.read'] },
  { path: '/risks', name: 'risks', permissions: ['register.read'] },
  { path: '/measures', name: 'measures', permissions: ['register.read'] },
  { path: '/review', name: 'review', permissions: ['entry.comment'] },
  { path: '/warnings', name: 'warnings', permissions: ['register.read'] },
  { path: '/publicity', name: 'publicity', permissions: ['register.read'] },
  { path: '/adjustments', name: 'adjustments', permissions: ['register.read'] },
  { path: '/rectification', name: 'rectification', permissions: ['register.read'] },
  { path: '/consistency', name: 'consistency', permissions: ['register.read'] },
  { path: '/assessment', name: 'assessment', permissions: ['register.read'] },
  { path: '/import', name: 'import', permissions: ['register.import'] },
  { path: '/years', name: 'years', permissions: ['register.read'] },
  { path: '/reports', name: 'reports', permissions: ['register.read'] },
  { path: '/people', name: 'people', permissions: ['account.edit', 'role.edit'] },
  { path: '/log', name: 'log', permissions: ['log.read'] },
  { path: '/settings', name: 'settings', permissions: ['session.own'] },
] as const satisfies readonly { path: string; name: string; permissions: readonly Permission[] }[]
export type Screen = (typeof screens)[number]

/** The screens that can show a frozen year, and the one that leads to others. */
export const frozenScreens: readonly string[] = ['overview', 'powers', 'risks', 'measures', 'warnings', 'years', 'rectification', 'consistency']

/** Those somebody is offered, by what he may. */
export const screensFor = (may: (permission: Permission) => boolean): Screen[] => screens.filter(({ permissions }) => permissions.some((permission) => may(permission)))
