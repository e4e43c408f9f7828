import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Finding } from '#shared/contract/consistency.ts'

/** Leads to where the record of a finding is shown and mended. */
export function FindingLink({ finding: { entity, id }, children }: { finding: Pick<Finding, 'entity' | 'id'>; children: ReactNode }) {
  switch (entity) {
    case 'risk-point': return <Link to="/risks" search={{ open: id }}>{children}</Link>
    case 'power': return <Link to="/powers/$id" params={{ id }}>{children}</Link>
    case 'control-measure': return <Link to="/measures" search={{ open: id }}>{children}</Link>
    case 'rectification': return <Link to="/rectification" search={{ open: id }}>{children}</Link>
    case 'risk-category': return <Link to="/risks" search={{ category: [id] }}>{children}</Link>
    case 'post':
    case 'department': return <Link to="/settings/$" params={{ _splat: 'departments' }}>{children}</Link>
  }
}
