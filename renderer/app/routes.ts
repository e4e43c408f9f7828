/** The screens in the order of the work, as the navigation and the search show them. */
export const screens = [
  { path: '/overview', name: 'overview' },
  { path: '/powers', name: 'powers' },
  { path: '/risks', name: 'risks' },
  { path: '/measures', name: 'measures' },
  { path: '/import', name: 'import' },
  { path: '/reports', name: 'reports' },
  { path: '/settings', name: 'settings' },
] as const
export type Screen = (typeof screens)[number]
