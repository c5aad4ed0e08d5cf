import type { TopicNews } from '@counter/shared/client/live-link'
import { SuperviseChange, SuperviseState } from '@counter/shared/contract/supervise'
import { create } from 'zustand'

/** The supervisor's board. While paused the figures stand still and `newer` keeps the last word (「暂停刷新」, WCAG 2.2.2). */
export interface Board {
  readonly shown: SuperviseState | null
  readonly newer: SuperviseState | null
  readonly isPaused: boolean
}

export const NO_BOARD: Board = { shown: null, newer: null, isPaused: false }

/** Topic `supervisor`; every change brings all figures. */
export function withNews(board: Board, news: TopicNews): Board {
  const state = lastState(news)
  if (state === null) return board
  return board.isPaused && board.shown !== null
    ? { ...board, newer: state }
    : { ...board, shown: state, newer: null }
}

function lastState(news: TopicNews): SuperviseState | null {
  if (news.type === 'snapshot') return SuperviseState.parse(news.state)
  const last = news.changes[news.changes.length - 1]
  return last === undefined ? null : SuperviseChange.parse(last).state
}

/** Stops the figures, or lets them go on from the server's last word. */
export function withPause(board: Board, isPaused: boolean): Board {
  if (isPaused) return { ...board, isPaused }
  return { shown: board.newer ?? board.shown, newer: null, isPaused }
}

export const useBoard = create<Board>()(() => NO_BOARD)
