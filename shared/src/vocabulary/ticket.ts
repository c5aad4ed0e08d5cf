/** How a ticket stands (queue.md 2). */
export const TICKET_STATUSES = [
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'served',
  'absent',
  'moved',
  'cancelled',
] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** What can be done to a ticket (queue.md 2). */
export const TICKET_ACTIONS = [
  'call',
  'recall',
  'undo_call',
  'start',
  'finish',
  'reopen',
  'miss',
  'rejoin',
  'postpone',
  'hold',
  'return',
  'release',
  'transfer',
  'reclass',
  'serve_by_hand',
  'cancel',
  'restore',
  'move',
  'close_day',
] as const
export type TicketAction = (typeof TICKET_ACTIONS)[number]

/** 普通, 优先, 预约. */
export const TICKET_CLASSES = ['ordinary', 'priority', 'appointment'] as const
export type TicketClass = (typeof TICKET_CLASSES)[number]

/** Where a ticket was asked for: kiosk, window, hall guide 导服台, village agent's batch, spare paper number. */
export const TICKET_CHANNELS = ['kiosk', 'desk', 'guide', 'village', 'paper'] as const
export type TicketChannel = (typeof TICKET_CHANNELS)[number]

/** Why a waiting number stands where it does, told to its resident in one sentence (Q19). */
export const WAIT_REASONS = [
  'in_order',
  'priority',
  'appointment',
  'passed',
  'protected',
  'rejoined',
  'postponed',
  'directed',
] as const
export type WaitReason = (typeof WAIT_REASONS)[number]

/** What came of a visit, in the order of the keys 1 to 6 (Q32). */
export const VISIT_OUTCOMES = [
  'accepted',
  'finished_on_spot',
  'consulted',
  'supplement_told',
  'referred',
  'left',
] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

/** How a window stands (Q20). */
export const WINDOW_STATES = ['closed', 'open', 'paused'] as const
export type WindowState = (typeof WINDOW_STATES)[number]

/** How a window stands to a topic: 主办 or 协办 (Q15, Q21). */
export const WINDOW_SERVICES = ['main', 'helps'] as const
export type WindowService = (typeof WINDOW_SERVICES)[number]

/** Why a number is announced in the hall (Q51). */
export const ANNOUNCEMENT_KINDS = ['call', 'recall', 'return'] as const
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number]

/** The path a voice took: clips, browser speech, or chime and text alone (Q55). */
export const VOICE_PATHS = ['clips', 'speech', 'chime'] as const
export type VoicePath = (typeof VOICE_PATHS)[number]

/** How a print job stands (Q44). */
export const PRINT_STATES = ['queued', 'sent', 'printed', 'failed', 'unknown'] as const
export type PrintState = (typeof PRINT_STATES)[number]
