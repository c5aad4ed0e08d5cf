import { z } from 'zod'

// 3 MB of file; the workbook of ten thousand open cases is about 1 MB.
const LONGEST_BASE64 = 4_194_304

/** An XLSX or CSV file as it was chosen, in base64. */
export const ReadSheetsBody = z.strictObject({ content: z.base64().min(4).max(LONGEST_BASE64) })
export type ReadSheetsBody = z.infer<typeof ReadSheetsBody>

/** A row that is not empty: its line as the spreadsheet counts, and each cell as trimmed text ('' where nothing stands). */
export const SheetRow = z.object({ line: z.int(), cells: z.array(z.string()) })
export type SheetRow = z.infer<typeof SheetRow>

/** One sheet of a workbook; a CSV file is one sheet without a name. */
export const Sheet = z.object({ name: z.string(), rows: z.array(SheetRow) })
export type Sheet = z.infer<typeof Sheet>

/** What a file holds, as text: what it means is judged where it is used (K52). */
export const SheetsRead = z.object({ sheets: z.array(Sheet) })
export type SheetsRead = z.infer<typeof SheetsRead>
