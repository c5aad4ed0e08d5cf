import { Component, type ReactNode } from 'react'

interface PageFaultProps {
  readonly children: ReactNode
  readonly shown: ReactNode
}

/** Catches a fault of drawing, so that a page says what to do instead of going blank (U11). */
export class PageFault extends Component<PageFaultProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.shown : this.props.children
  }
}
