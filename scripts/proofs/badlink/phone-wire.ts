import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { FileLine } from '../../../clerk-ui/src/outbox/file-parts.ts'
import { syncAnswerOf } from '../../../clerk-ui/src/outbox/sync-answer.ts'
import { fileLine, postSync } from '../../../clerk-ui/src/outbox/village-wire.ts'
import type { Chance } from '../../play/chance.ts'
import type { PageDeath } from './page-death.ts'
import type { PhoneTask } from './phone-words.ts'

type Body = Parameters<typeof postSync>[0]
type Raw = Awaited<ReturnType<typeof postSync>>

interface WireWorld {
  readonly death: PageDeath
  readonly chance: Chance
  /** Commands that the centre had already. */
  tellKnown(ids: readonly CommandId[]): void
}

interface PhoneWire {
  readonly files: FileLine
  sync(body: Body): Promise<Raw>
  /** The last text was answered, or given up. */
  isAnswered(): boolean
}

const TWICE_AT_ONCE = 0.25

/** The page's own requests over the bad line, which the page may die of. */
export function phoneWire(task: PhoneTask, { death, chance, tellKnown }: WireWorld): PhoneWire {
  const files = fileLine('staff')
  let isAnswered = false
  goThrough(task)

  async function sendOnce(body: Body): Promise<Raw> {
    const raw = await postSync(body, () => undefined)
    const answer = raw === null ? null : syncAnswerOf(raw, body.nonce)
    const known = (answer?.results ?? []).filter(({ status }) => status === 'duplicate')
    if (known.length > 0) tellKnown(known.map(({ id }) => id as CommandId))
    return raw
  }

  return {
    isAnswered: () => isAnswered,
    // Some texts go twice at once, as from two tabs whose lock failed; the phone believes the first answer it gets.
    async sync(body) {
      if (body.commands.length === 0) return sendOnce(body)
      isAnswered = false
      const isTwice = chance.happens(TWICE_AT_ONCE)
      const sent = [sendOnce(body), ...(isTwice ? [sendOnce(body)] : [])]
      const first = await death.over('sending', firstAnswer(sent))
      isAnswered = true
      return first
    },
    files: {
      head: files.head,
      put: (sha256, part) => death.over('photo', files.put(sha256, part)),
    },
  }
}

// The other one is still on its way, or lost; only when all are is it silence.
function firstAnswer(sent: readonly Promise<Raw>[]): Promise<Raw> {
  const answers = sent.map(async (each) => (await each) ?? Promise.reject(new Error('silence')))
  return Promise.any(answers).catch(() => null)
}

// A page asks its own server without naming it, and its browser adds who it is.
function goThrough({ url, headers }: PhoneTask): void {
  const browse = globalThis.fetch
  globalThis.fetch = (path, init) =>
    browse(new URL(String(path), url), { ...init, headers: { ...(init?.headers as object), ...headers } })
}
