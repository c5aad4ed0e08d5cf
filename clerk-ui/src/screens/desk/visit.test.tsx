// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { useDrafts } from '../../state/drafts.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import {
  answered,
  called,
  desk,
  OWN,
  openDesk,
  serving,
  stateNow,
  TICKET,
  ticket,
} from '../../test/desk-fixture.tsx'
import { hangUp } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'

beforeAll(startWords)
beforeEach(() => {
  useNet.setState({ net: 'online', since: null })
  useSession.setState({ phase: 'in', session: { staffId: OWN, role: 'clerk', window: 2 } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

describe('a visit at the workbench', () => {
  it('[Q32] the first sign typed into the form starts the visit, once, and what was typed stays', async () => {
    const { acts } = await openDesk(desk([called]), (path) =>
      answered(path.endsWith('/start') ? serving : called),
    )
    await userEvent.type(screen.getByLabelText('备注'), '材料齐')
    await waitFor(() => expect(stateNow()).toBe('serving'))
    expect(acts().map(({ path }) => path)).toEqual([`/api/tickets/${TICKET}/start`])
    expect((screen.getByLabelText('备注') as HTMLTextAreaElement).value).toBe('材料齐')
    expect(document.activeElement).toBe(screen.getByLabelText('备注'))
  })

  it('[Q32] a kept draft of a number that is called again is not sent before the visit has begun', async () => {
    const item = { code: 'SB-005', name: '社保', caseType: 'immediate', inPersonRequired: false }
    const draft = { item, name: '示例甲', idNote: '没带', contact: '示例乙' }
    useDrafts.getState().change(TICKET as never, draft as never)
    const elsewhere = { status: 409, body: { code: 'ticket.elsewhere', message: '', params: { w: 1 } } }
    const { acts } = await openDesk(desk([called]), (path) =>
      path.endsWith('/start') ? elsewhere : answered(called),
    )
    await userEvent.click(screen.getByText('先收件'))
    await waitFor(() => expect(acts().map(({ path }) => path)).toEqual([`/api/tickets/${TICKET}/start`]))
    useDrafts.getState().drop(TICKET as never)
  })

  it("[Q26] before it the form has no focus, and Ctrl+Z is the desk's", async () => {
    const { acts } = await openDesk(desk([called]))
    expect(screen.getByTestId('intake.item')).toBeTruthy()
    expect(document.activeElement).toBe(document.body)
    await userEvent.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(acts().map(({ path }) => path)).toEqual([`/api/tickets/${TICKET}/undo-call`]))
  })

  it('[Q32] a hall that wants the key pressed has no form before it', async () => {
    const rules = { undoSeconds: 8, holdAlertMinutes: 30, startsOnTyping: false }
    await openDesk(desk([called], { figures: { waiting: 1, order: [TICKET], servedToday: 0, rules } }))
    expect(document.querySelector('[data-screen="C-2"]')).toBeNull()
  })

  it('[Q33] F2 while serving without an outcome says what is missing and calls nobody', async () => {
    const { acts } = await openDesk(desk([serving]))
    await userEvent.keyboard('{F2}')
    expect(
      (await screen.findByText(/先选办得怎么样（1–6），再叫下一位/)).closest('[role="alert"]'),
    ).toBeTruthy()
    expect(acts()).toEqual([])
  })

  it('[S18] F9 F9 3 starts, asks and closes the visit as a consultation', async () => {
    const { acts, line } = await openDesk(desk([called]), (path) =>
      answered(path.endsWith('/start') ? serving : ticket({ status: 'served', version: 4 })),
    )
    await userEvent.keyboard('{F9}')
    await waitFor(() => expect(stateNow()).toBe('serving'))
    act(() => line.tell('window:2', [{ kind: 'ticket_changed', ticket: serving }]))
    await userEvent.keyboard('{F9}3')
    await waitFor(() => expect(stateNow()).toBe('idle'))
    expect(acts().map(({ path, body }) => [path, body['outcome']])).toEqual([
      [`/api/tickets/${TICKET}/start`, undefined],
      [`/api/tickets/${TICKET}/finish`, 'consulted'],
    ])
  })

  it('[S18, U32] a press after the line has told of the act before, but not its answer, is not lost and acts once', async () => {
    const { acts, line } = await openDesk(desk([called]), (path) =>
      answered(path.endsWith('/start') ? serving : ticket({ status: 'served', version: 4 })),
    )
    const answer = holdAnswerTo('/start')
    await userEvent.keyboard('{F9}')
    // The line is quicker than the answer.
    act(() => line.tell('window:2', [{ kind: 'ticket_changed', ticket: serving }]))
    await waitFor(() => expect(stateNow()).toBe('serving'))
    await userEvent.keyboard('{F9}33')
    answer()
    await waitFor(() => expect(stateNow()).toBe('idle'))
    expect(acts().map(({ path }) => path)).toEqual([
      `/api/tickets/${TICKET}/start`,
      `/api/tickets/${TICKET}/finish`,
    ])
  })

  it('[S17, U32] F2 after the line has told that the visit is over, but not its answer, calls one person', async () => {
    const { acts, line } = await openDesk(desk([serving]), (path) =>
      answered(path.endsWith('/next') ? null : ticket({ status: 'served', version: 4 })),
    )
    const answer = holdAnswerTo('/finish')
    await userEvent.keyboard('{F9}3')
    // The line is quicker than the answer, and the screen says that F2 calls the next.
    act(() =>
      line.tell('window:2', [
        { kind: 'ticket_changed', ticket: ticket({ status: 'served', version: 4, window: null }) },
      ]),
    )
    await waitFor(() => expect(stateNow()).toBe('idle'))
    await userEvent.keyboard('{F2}{F2}')
    answer()
    await waitFor(() => expect(acts()).toHaveLength(2))
    expect(acts().map(({ path }) => path)).toEqual([`/api/tickets/${TICKET}/finish`, '/api/windows/2/next'])
  })
})

/** Keeps back what the server answers to one act, until it is let go. */
function holdAnswerTo(act: string): () => void {
  const plain = globalThis.fetch
  let letGo = () => {}
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve
  })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const response = await plain(path, init)
    if (path.endsWith(act)) await isLetGo
    return response
  })
  return () => letGo()
}
