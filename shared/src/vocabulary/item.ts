/** Whether the township decides, accepts for the county, or only hands on. */
export const TOWNSHIP_ROLES = ['decide', 'accept-and-review', 'proxy'] as const
export type TownshipRole = (typeof TOWNSHIP_ROLES)[number]

/** For which part of the way a statutory limit is set; one of the county is shown and not compared (C104). */
export const LIMIT_SCOPES = ['whole', 'township', 'county'] as const
export const LIMIT_STARTS = ['acceptance', 'receipt'] as const

/** How carefully an item's cases are shown (cases.md 1). */
export const CONFIDENTIALITIES = ['normal', 'sensitive', 'minor', 'restricted', 'whistleblower'] as const
export type Confidentiality = (typeof CONFIDENTIALITIES)[number]

/** GB/T 39046-2020 A.1: the kinds of power, of which a township has these. */
export const POWER_TYPES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20'] as const
/** County, township, village. */
export const ITEM_LEVELS = ['4', '5', '6'] as const
/** Person, enterprise, institution, social body, organ, others. */
export const SERVED_KINDS = ['1', '2', '3', '4', '5', '6'] as const

/** What one person writes and another publishes: the next version of an item, or of the wording of a paper (C101, C901). */
export const DRAFT_KINDS = ['item', 'wording'] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

/** A sample is a picture, which every screen shows, or a PDF, which a phone or a desk opens (cases.md 1). */
export const SAMPLE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const

/** How a draft stands: written, waiting for a second person, published, or laid aside. */
export const DRAFT_STATES = ['draft', 'submitted', 'published', 'dropped'] as const

/** What can be wrong with a row or a cell of an uploaded catalogue. */
export const SHEET_PROBLEMS = [
  'number',
  'choice',
  'yes_no',
  'day',
  'too_long',
  'too_many',
  'alone',
  'required',
  'no_sheet',
  'no_code',
  'unknown_column',
  'no_item',
  'no_unit',
  'twice',
  'in_work',
] as const
export type SheetProblemKind = (typeof SHEET_PROBLEMS)[number]

/** What an item needs before it may be published, in the order of the guide (C102). */
export const ITEM_GAPS = [
  'name',
  'committed',
  'fee',
  'place',
  'materials',
  'conditions',
  'basis',
  'statutory',
  'result',
  'hours',
  'phones',
] as const
export type ItemGap = (typeof ITEM_GAPS)[number]

/** The parts of an item version that a comparison names, in the order of the editor. */
export const ITEM_PARTS = [
  'effectiveFrom',
  'name',
  'aliases',
  'summary',
  'category',
  'unit',
  'codes',
  'powerType',
  'level',
  'serves',
  'conditions',
  'place',
  'hours',
  'phones',
  'onlineAddress',
  'visits',
  'booking',
  'courier',
  'keepOriginal',
  'villageAgency',
  'inPersonRequired',
  'committeeMayAsk',
  'relativeFiling',
  'caseType',
  'committed',
  'statutory',
  'extension',
  'pauseReasons',
  'publicNotice',
  'townshipRole',
  'twoPersonCheck',
  'jointUnits',
  'pledge',
  'quantityLimit',
  'steps',
  'materials',
  'basis',
  'fee',
  'result',
  'delivery',
  'deliveryWorkdays',
  'faq',
  'confidentiality',
  'seasonal',
  'handlingNote',
  'verify',
] as const
export type ItemPart = (typeof ITEM_PARTS)[number]
