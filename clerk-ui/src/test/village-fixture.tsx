import type { StaffSession } from '@counter/shared/contract/people'
import type { SyncBody, SyncResult } from '@counter/shared/contract/village'
import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { memoryDevice, memoryDisk } from '../outbox/memory-disk.fixture.ts'
import { idsOf, resultOf } from '../outbox/sender.fixture.ts'
import { type Draft, newDraft, withAllMaterials, withItem } from '../screens/village/draft.ts'
import { today, useDrafts } from '../screens/village/draft-store.ts'
import { guideOf } from '../screens/village/guide.fixture.ts'
import { PointProvider } from '../screens/village/point.tsx'
import { sendFrom } from '../screens/village/village-outbox.ts'
import { useNet } from '../state/live.ts'
import { useSession } from '../state/session.ts'

/** Somebody who is signed in. */
export function sessionOf(role: 'agent' | 'clerk'): StaffSession {
  const at = '2026-06-12T01:40:00.000Z' as Instant
  return {
    staffId: 's' as StaffId,
    displayName: '石桥村代办员',
    role,
    unit: null,
    unitName: null,
    village: null,
    villageName: null,
    window: null,
    serverNow: at,
    expiresAt: at,
    idleMinutes: 15,
  }
}

/** The agent is signed in, and the centre answers. */
export function agentOnline(): void {
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useNet.setState({ net: 'online', since: null })
}

/** The same at a phone with nothing on it but numbers. */
export function freshPhone(): void {
  sendFrom(memoryDisk(), memoryDevice(50))
  useDrafts.setState({ forms: {}, isRead: true })
  agentOnline()
}

/** The form of a new case that lacks nothing. */
export function completeDraft(): Draft {
  const signature = { sha256: 'a'.repeat(64), size: 1, mime: 'image/png' as const, content: Uint8Array.of(1) }
  const filled = { ...newDraft(today()), name: '示例甲', idNo: '11010519491231002X', phone: '19900000001' }
  const agreed = {
    ...filled,
    isConsentGiven: true,
    isRelative: false,
    signature,
    until: newDraft(today()).until,
  }
  return withAllMaterials(
    withItem(agreed, guideOf([{ name: '申请书', required: true, source: 'applicant' }])),
  )
}

/** A page of the point in 石桥村. */
export function show(page: ReactNode) {
  return render(
    <PointProvider code={'05' as VillageCode} name="石桥村" agent="石桥村代办员">
      {page}
    </PointProvider>,
  )
}

/** Nobody answers, and no test asks what listens on this machine. */
export function silenceCentre(): void {
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))
}

/** Answers `/sync` as the test says, and files with `onFile`; every body is kept. */
export function answerSync(
  answer: (body: SyncBody) => Response,
  onFile: (method: string) => Response = () => new Response('', { status: 503 }),
): SyncBody[] {
  const bodies: SyncBody[] = []
  vi.stubGlobal('fetch', async (url: string, init?: { method?: string; body?: string }) => {
    if (url !== '/sync') return onFile(init?.method ?? 'GET')
    const body = JSON.parse(String(init?.body)) as SyncBody
    bodies.push(body)
    return answer(body)
  })
  return bodies
}

/** The centre's answer, the same to every command of the body; its clock agrees with the phone's unless it is told. */
export function answered(
  body: SyncBody,
  result: Partial<SyncResult>,
  serverNow = instantOf(Date.now()),
): Response {
  const results = idsOf(body).map((id) => ({ ...resultOf(id, 'applied'), ...result }))
  const { nonce } = body
  return Response.json({
    product: 'village-counter',
    protocol: 1,
    nonce,
    serverNow,
    storeEpoch: 'e',
    results,
  })
}

/** The centre refuses them all. */
export function refusal(body: SyncBody, code: string, stored = true): Response {
  return answered(body, { status: 'attention', code, message: '缺委托书', stored })
}
