import type { MendBody } from '@counter/shared/contract/village-attention'

type Payload = Readonly<Record<string, unknown>>

/** The content of a refused command with what the centre put right in it; the schema of its kind judges the whole again (V51, V95). */
export function mended(payload: unknown, { item, received, text, receiver, ...person }: MendBody): unknown {
  if (!isRecord(payload)) return payload
  return {
    ...payload,
    ...given({ item, text, receiver }),
    ...(isRecord(payload['applicant']) ? { applicant: { ...payload['applicant'], ...given(person) } } : {}),
    ...(received === undefined ? {} : { materials: withReceived(payload['materials'], received) }),
  }
}

function given(values: Payload): Payload {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function withReceived(materials: unknown, received: readonly string[]): unknown[] {
  const listed = Array.isArray(materials) ? (materials as unknown[]) : []
  const others = listed.filter((each) => !(isRecord(each) && received.includes(String(each['name']))))
  return [...others, ...received.map((name) => ({ name, state: 'received' }))]
}

function isRecord(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
