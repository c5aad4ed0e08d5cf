import type { GreetNumber, GreetState } from '@counter/shared/contract/greet'
import type { FoundNumber, GreetFacts } from '../usecases/hall/read-greet.ts'
import { toDeviceNews } from './device-views.ts'

export function toGreetState({ hall, topics, missed, devices }: GreetFacts): GreetState {
  return {
    waiting: hall.waiting.length,
    byTopic: topics.map(({ topic }) => ({
      topic,
      waiting: hall.waiting.filter((ticket) => ticket.topic === topic).length,
    })),
    windows: hall.windows.map(({ window, name, state, duty, occupant, services }) => ({
      window,
      name,
      state,
      reason: duty?.reason ?? null,
      until: duty?.until ?? null,
      current: occupant?.number ?? null,
      isServing: occupant?.status === 'serving',
      topics: [...services.keys()],
    })),
    missed: missed.map(({ id, number, missedAt, issuedAt, rejoins, version }) => ({
      ticketId: id,
      number,
      missedAt: missedAt ?? issuedAt,
      mayRejoin: rejoins < hall.settings.rejoinMax,
      version,
    })),
    devices: devices.map(toDeviceNews),
  }
}

export function toGreetNumber({ ticket, isEnteredLater, ahead, windows }: FoundNumber): GreetNumber {
  return {
    ticketId: ticket.id,
    number: ticket.number,
    cls: ticket.cls,
    topic: ticket.topic,
    status: ticket.status,
    window: ticket.window,
    directedWindow: ticket.directedWindow,
    needsSpokenCall: ticket.needsSpokenCall,
    isEnteredLater,
    issuedAt: ticket.issuedAt,
    ahead: ahead?.length ?? null,
    laterAhead: ahead?.filter(({ baseTime }) => baseTime > ticket.baseTime).length ?? null,
    windows: windows.map(({ window }) => window),
    version: ticket.version,
  }
}
