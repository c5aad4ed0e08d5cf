/** Photos of a form that the phone could not read any more, each by what it shows (V27). */
export interface WithUnread {
  readonly unread?: readonly string[]
}

/** One photo of it was taken anew, or is not wanted: the others stay named. */
export function withoutUnread<D extends WithUnread>(draft: D, role: string): D {
  const { unread = [] } = draft
  const place = unread.indexOf(role)
  return place === -1 ? draft : { ...draft, unread: unread.filter((_, index) => index !== place) }
}
