/** How the papers of a place come out: by the browser's own printing, or as a bitmap to a printer in the network (Q44). */
export const PRINTER_KINDS = ['browser', 'network'] as const
export type PrinterKind = (typeof PRINTER_KINDS)[number]

/** The rolls that ticket printers take, in mm. */
export const PAPER_WIDTHS = [58, 80] as const
export type PaperWidth = (typeof PAPER_WIDTHS)[number]

/** What a print head of 203 dpi can reach on each roll, in dots. */
export const DOTS_ACROSS = { 58: 384, 80: 576 } as const satisfies Record<PaperWidth, number>
export const DOTS_PER_MM = 8

/** The longest slip of each roll, in mm (screens.md 2.2). */
export const LONGEST_MM = { 58: 120, 80: 110 } as const satisfies Record<PaperWidth, number>

/** Why a paper did not come out, as far as the printer let us know. */
export const PRINT_FAULTS = [
  'paper_out',
  'cover_open',
  'offline',
  'unreachable',
  'cut_off',
  'no_answer',
] as const
export type PrintFault = (typeof PRINT_FAULTS)[number]
