import { Component } from 'react'
import type { ReactNode } from 'react'
import { PageFault } from './page-fault.tsx'

/** Keeps a failing page from becoming an empty window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <PageFault error={this.state.error} />
  }
}
