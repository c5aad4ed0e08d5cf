import { Receipt } from '@counter/shared/contract/receipt'
import type { ReactNode } from 'react'
import { ActButton } from '../components/command-button.tsx'
import { printPaper } from './print-paper.tsx'

interface PrintAgainProps {
  /** The case or letter at the server, `/api/cases/…`. */
  readonly of: string
  readonly paper: string
  /** For a page that is not drawn by the kit. */
  readonly isPlain?: boolean
  readonly children: ReactNode
}

/** A paper once more: its trail says so first, and the sheet says 补打; a fault at the printer undoes nothing (U30, C904). */
export function PrintAgain({ of, paper, isPlain = false, children }: PrintAgainProps) {
  return (
    <ActButton path={`${of}/papers/${paper}/print`} parser={Receipt} isPlain={isPlain} onDone={printPaper}>
      {children}
    </ActButton>
  )
}
