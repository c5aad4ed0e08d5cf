/** What the centre of the workbench is doing; the value of `data-state` (C-1). */
export const DESK_STATES = [
  'idle',
  'idle-empty',
  'calling',
  'called',
  'serving',
  'outcome',
  'paused',
  'offline',
  'error',
] as const
export type DeskState = (typeof DESK_STATES)[number]

/** What a key asks for. Outcomes are the keys 1 to 6 (Q32). */
export type DeskAction =
  | {
      readonly act:
        | 'next'
        | 'next-refused'
        | 'recall'
        | 'miss'
        | 'start'
        | 'ask-outcome'
        | 'undo'
        | 'pause'
        | 'resume'
        | 'accept'
        | 'keep-draft'
        | 'search'
        | 'keys'
    }
  | { readonly act: 'outcome'; readonly place: number }

export interface KeyFacts {
  readonly key: string
  readonly isCtrl: boolean
  readonly isComposing: boolean
  readonly keyCode: number
  readonly isRepeat: boolean
  /** The caret is in a text field: Ctrl+Z then belongs to the text. */
  readonly isInText: boolean
  readonly isInOutcomeBar: boolean
  /** A layer is open over the page; only its own keys act. */
  readonly isUnderLayer: boolean
}

export interface DeskFacts {
  readonly state: DeskState
  /** What came of the visit is already known, so F2 finishes and calls (Q33). */
  readonly hasOutcome: boolean
}

/** What a key press means on the workbench, or null. While a Chinese word is being composed nothing does (U31, U32). */
export function deskAction(desk: DeskFacts, key: KeyFacts): DeskAction | null {
  if (key.isComposing || key.keyCode === 229 || key.isRepeat || key.isUnderLayer) return null
  if (key.isCtrl) return ctrlAction(desk, key)
  if (key.isInOutcomeBar && desk.state === 'outcome')
    return outcomeAction(key.key) ?? plainAction(desk, key.key)
  return plainAction(desk, key.key)
}

/** F-keys of the table and Ctrl+K, B, S belong to the page even when they do nothing now: the browser must not act on them. */
export function isDeskKey(key: Pick<KeyFacts, 'key' | 'isCtrl'>): boolean {
  return key.isCtrl
    ? ['k', 'b', 's', '/'].includes(key.key.toLowerCase())
    : ['F2', 'F4', 'F8', 'F9'].includes(key.key)
}

function ctrlAction({ state }: DeskFacts, { key, isInText }: KeyFacts): DeskAction | null {
  switch (key.toLowerCase()) {
    case 'k':
      return { act: 'search' }
    case '/':
      return { act: 'keys' }
    case 's':
      return isAtForm(state) || state === 'offline' ? { act: 'keep-draft' } : null
    case 'enter':
      return isAtForm(state) ? { act: 'accept' } : null
    case 'z':
      return state === 'called' && !isInText ? { act: 'undo' } : null
    case 'b':
      return breakAction(state)
    default:
      return null
  }
}

function plainAction({ state, hasOutcome }: DeskFacts, key: string): DeskAction | null {
  switch (key) {
    case 'F2':
      return nextAction(state, hasOutcome)
    case 'F4':
      return state === 'called' ? { act: 'recall' } : null
    case 'F8':
      return state === 'called' ? { act: 'miss' } : null
    case 'F9':
      return startAction(state)
    default:
      return null
  }
}

function nextAction(state: DeskState, hasOutcome: boolean): DeskAction | null {
  if (state === 'idle' || state === 'error') return { act: 'next' }
  if (!isAtForm(state)) return null
  return hasOutcome ? { act: 'next' } : { act: 'next-refused' }
}

function startAction(state: DeskState): DeskAction | null {
  if (state === 'called') return { act: 'start' }
  return state === 'serving' ? { act: 'ask-outcome' } : null
}

function breakAction(state: DeskState): DeskAction | null {
  if (state === 'paused') return { act: 'resume' }
  return state === 'idle' || state === 'idle-empty' ? { act: 'pause' } : null
}

function outcomeAction(key: string): DeskAction | null {
  return /^[1-6]$/.test(key) ? { act: 'outcome', place: Number(key) - 1 } : null
}

function isAtForm(state: DeskState): boolean {
  return state === 'serving' || state === 'outcome'
}
