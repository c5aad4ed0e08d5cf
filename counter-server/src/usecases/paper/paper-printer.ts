import type { PrintFault } from '@counter/shared/vocabulary/paper'
import type { Raster } from '../../domain/paper/raster.ts'

export interface PrinterAddress {
  readonly host: string
  readonly port: number
}

/** What became of a paper that was given to a printer (Q44). */
export interface PaperOutcome {
  readonly state: 'printed' | 'failed' | 'unknown'
  readonly fault: PrintFault | null
}

/** A printer as the use cases know it; who can reach one is in `devices`. */
export interface PaperPrinter {
  print(address: PrinterAddress, raster: Raster): Promise<PaperOutcome>
}
