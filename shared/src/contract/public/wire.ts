import * as z from 'zod/mini'

/** Raise when an old page could misread a message. */
export const LIVE_PROTOCOL = 1

/** Down the socket (interfaces.md 3). `state` and `changes` are read by the topic's own schema. */
export const LiveDown = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    protocol: z.number(),
    build: z.string(),
    storeEpoch: z.string(),
    serverNow: z.string(),
  }),
  z.object({
    type: z.literal('snapshot'),
    topic: z.string(),
    epoch: z.string(),
    seq: z.number(),
    state: z.unknown(),
  }),
  z.object({
    type: z.literal('changed'),
    topic: z.string(),
    epoch: z.string(),
    seq: z.number(),
    changes: z.array(z.unknown()),
  }),
  z.object({ type: z.literal('heartbeat'), serverNow: z.string(), seqs: z.record(z.string(), z.number()) }),
  z.object({ type: z.literal('pong'), t: z.number() }),
  z.object({ type: z.literal('refused'), topic: z.string(), code: z.string() }),
])
export type LiveDown = z.infer<typeof LiveDown>

const Subscription = z.strictObject({
  topic: z.string().check(z.regex(/^[a-z]+(:[A-Za-z0-9-]{1,40})?$/)),
  epoch: z.optional(z.string().check(z.maxLength(60))),
  seq: z.optional(z.int().check(z.nonnegative())),
  token: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))),
})
export type Subscription = z.infer<typeof Subscription>

/** Up the socket: subscribe replaces the whole set of topics (R24). */
export const LiveUp = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('subscribe'), topics: z.array(Subscription).check(z.maxLength(12)) }),
  z.strictObject({
    type: z.literal('ack'),
    announcement: z.int().check(z.positive()),
    step: z.enum(['shown', 'spoken']),
    path: z.optional(z.enum(['clips', 'speech', 'chime'])),
  }),
  z.strictObject({ type: z.literal('ping'), t: z.number() }),
])
export type LiveUp = z.infer<typeof LiveUp>
