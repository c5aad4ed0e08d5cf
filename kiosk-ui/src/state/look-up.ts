import { type Answer, readOnce } from '@counter/shared/client/commands'
import { TrackCase, type TrackState, TrackTicket } from '@counter/shared/contract/public/track'
import { asDevice } from '../device.ts'

/** What a QR link of ours says: whose page it is and its secret. */
export interface ScannedLink {
  readonly what: 'ticket' | 'case'
  readonly token: string
}

/** Reads the text of a scanned QR code; null when it is none of ours. */
export function scannedLink(text: string): ScannedLink | null {
  const [, page, token] = /\/([tc])#([A-Za-z0-9_-]{22})$/.exec(text.trim()) ?? []
  return page === undefined || token === undefined ? null : { what: page === 't' ? 'ticket' : 'case', token }
}

/** K-4: a scanned link, or the code alone, which an enrolled kiosk may ask with (P41). */
export function lookUp(by: ScannedLink | { readonly code: string }): Promise<Answer<TrackState>> {
  return asDevice('kiosk', () => ('token' in by ? ask(by.what, { token: by.token }) : askByCode(by.code)))
}

// A code does not say whether it is a ticket's or a case's, and the resident need not know.
async function askByCode(code: string): Promise<Answer<TrackState>> {
  const ticket = await ask('ticket', { code })
  return ticket.ok || ticket.code !== 'code.not_found' ? ticket : ask('case', { code })
}

function ask(what: 'ticket' | 'case', body: object): Promise<Answer<TrackState>> {
  return what === 'ticket'
    ? readOnce('/api/track/ticket', TrackTicket, 'kiosk', body)
    : readOnce('/api/track/case', TrackCase, 'kiosk', body)
}
