import type { TopicNews } from '@counter/shared/client/live-link'
import { CaseChange, CaseDetail } from '@counter/shared/contract/cases'
import { create } from 'zustand'

/** The case page's copy of one case: the server's last word, or why there is none. */
export interface OpenCase {
  readonly detail: CaseDetail | null
  /** The code with which the server refused the case, `case.not_found` or `case.forbidden`. */
  readonly refused: string | null
}

export const NO_CASE: OpenCase = { detail: null, refused: null }

/** Topic `case:ID`; every change brings the whole case. */
export function withNews(open: OpenCase, news: TopicNews): OpenCase {
  if (news.type === 'snapshot') return { detail: CaseDetail.parse(news.state), refused: null }
  const last = news.changes[news.changes.length - 1]
  return last === undefined ? open : { detail: CaseChange.parse(last).case, refused: null }
}

/** The answer of an act may come before its news or after it: the newer version stands (N2). */
export function withAnswer(open: OpenCase, answer: CaseDetail): OpenCase {
  const known = open.detail
  if (known !== null && known.row.id === answer.row.id && known.row.version > answer.row.version) return open
  return { detail: answer, refused: null }
}

export const useOpenCase = create<OpenCase>()(() => NO_CASE)
