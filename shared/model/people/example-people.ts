import type { Founding } from '#shared/contract/people.ts'
import type { WorkingRole } from '../roles.ts'

/** The made-up organisation of the example. */
export const exampleOrganisation = '示例县水利局'

/** Made-up people of the example, one at least for every role; they have no passwords until somebody chooses one. */
export const exampleOfficers = { 'system-officer': '示例系统员', 'security-officer': '示例安全员', 'audit-officer': '示例审计员' } as const

interface ExamplePerson { readonly name: string; readonly role: WorkingRole; readonly departments: 'all' | readonly string[] }

export const examplePeople: readonly ExamplePerson[] = [
  { name: '示例填报员', role: 'risk-officer', departments: ['行政审批股', '水资源股'] },
  { name: '示例总填报员', role: 'risk-officer', departments: 'all' },
  { name: '示例股长', role: 'section-head', departments: ['行政审批股'] },
  { name: '示例分管领导', role: 'leader-in-charge', departments: ['行政审批股', '水资源股', '政策法规股'] },
  { name: '示例主要领导', role: 'chief-leader', departments: 'all' },
  { name: '示例纪检员', role: 'inspector', departments: 'all' },
  { name: '示例考评员', role: 'assessor', departments: 'all' },
]

/** The example's people, all with one password. */
export const exampleFounding = (password: string): Founding => ({
  officers: {
    'system-officer': { name: exampleOfficers['system-officer'], password },
    'security-officer': { name: exampleOfficers['security-officer'], password },
    'audit-officer': { name: exampleOfficers['audit-officer'], password },
  },
  people: examplePeople.map(({ name, role, departments }) => ({ name, password, mustChange: false, roles: [{ role, departments: departments === 'all' ? departments : [...departments] }] })),
})
