import { jsonOf } from '@counter/shared/contract/public/json-text'
import { LiveUp } from '@counter/shared/contract/public/wire'
import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import type { FastifyRequest } from 'fastify'
import type { LiveFeed } from '../../feed/live-feed.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { Presence } from '../../usecases/hall/presence.ts'
import { originOf } from '../http/access.ts'
import { CLOSE, isChatty, type Line } from './line.ts'
import type { LiveLimits } from './live-limits.ts'

/** What is needed to act on what a page says. */
export interface Hearing {
  readonly deps: Deps & { readonly presence: Presence }
  readonly feed: LiveFeed
  readonly limits: Pick<LiveLimits, 'messagesPerSecond'>
  readonly onHeard: (heard: {
    origin: ReturnType<typeof originOf>
    seq: number
    step: 'shown' | 'spoken'
    path: VoicePath | null
  }) => Promise<void>
  readonly onFault: (error: unknown) => void
}

type Said<Type extends LiveUp['type']> = Extract<LiveUp, { type: Type }>

/** Takes one message of a page. A fault in it must end that page's line and not the server (P44). */
export function hearSafely(hearing: Hearing, line: Line, text: string): void {
  try {
    hear(hearing, line, text)
  } catch (error) {
    hearing.onFault(error)
    line.socket.close(CLOSE.fault)
  }
}

function hear(hearing: Hearing, line: Line, text: string): void {
  const { deps, feed, limits } = hearing
  if (isChatty(line, limits.messagesPerSecond)) return line.socket.close(CLOSE.policy)
  const message = LiveUp.safeParse(jsonOf(text))
  if (!message.success) return line.socket.close(CLOSE.protocol)
  const said = message.data
  const { device } = line.asker
  if (device !== null) deps.presence.heard(device.device.id, deps.store.now())
  switch (said.type) {
    case 'subscribe':
      return subscribeAll(feed, line, said.topics)
    case 'ping':
      return line.send(JSON.stringify({ type: 'pong', t: said.t }))
    case 'ack':
      return acknowledge(hearing, line, said)
  }
}

function subscribeAll(feed: LiveFeed, line: Line, topics: Said<'subscribe'>['topics']): void {
  const wanted = new Set(topics.map(({ topic }) => topic))
  for (const topic of line.subscriptions.keys()) if (!wanted.has(topic)) line.subscriptions.delete(topic)
  for (const { topic, epoch, seq, token } of topics) {
    const argument = topic.includes(':') ? topic.slice(topic.indexOf(':') + 1) : ''
    feed.subscribe(line, { topic, argument, token: token ?? null }, { epoch, seq }, line.asker)
  }
}

function acknowledge(hearing: Hearing, line: Line, { announcement, step, path }: Said<'ack'>): void {
  if (line.asker.actor !== 'wall') return line.socket.close(CLOSE.protocol)
  hearing
    .onHeard({
      origin: originOf({ asker: line.asker } as FastifyRequest, null),
      seq: announcement,
      step,
      path: path ?? null,
    })
    .catch(hearing.onFault)
}
