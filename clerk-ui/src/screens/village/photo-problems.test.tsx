// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answered, answerSync, completeDraft, freshPhone, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { NewCaseScreen } from './new-case-screen.tsx'
import { OutboxScreen } from './outbox-screen.tsx'

beforeAll(startVillageWords)
beforeEach(freshPhone)
afterEach(cleanup)

const AUTHORITY = 'a'.repeat(64)

/** A case that arrived while the centre refuses the picture of its authority for good. */
async function refusedPhoto() {
  let isTaken = false
  const bodies = answerSync(
    (body) => answered(body, { filesMissing: [AUTHORITY] }),
    (method) => {
      if (isTaken) return new Response('{}', { headers: { 'x-offset': '1', 'x-complete': 'true' } })
      if (method === 'HEAD')
        return new Response(null, { headers: { 'x-offset': '0', 'x-complete': 'false' } })
      return Response.json({ code: 'file.type_not_allowed' }, { status: 409 })
    },
  )
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  cleanup()
  show(<OutboxScreen />)
  await screen.findByText('照片没传上去：委托书')
  return { bodies, take: () => (isTaken = true) }
}

describe('[V70] a photo that is refused for good', () => {
  test('is shown with its reason and three ways out', async () => {
    await refusedPhoto()
    expect(screen.getByTestId('v3.photo').dataset['problem']).toBe('file.type_not_allowed')
    for (const name of ['再传一次', '不传了']) expect(screen.getByRole('button', { name })).toBeTruthy()
    expect(screen.getByLabelText('重拍：委托书')).toBeTruthy()
  })

  test('goes once more', async () => {
    const { take } = await refusedPhoto()
    take()
    await userEvent.click(screen.getByRole('button', { name: '再传一次' }))
    await waitFor(() => expect(screen.getByTestId('v3.row').dataset['state']).toBe('done'))
  })

  test('is withdrawn by a command of its own, so that the centre waits for it no longer', async () => {
    const { bodies } = await refusedPhoto()
    await userEvent.click(screen.getByRole('button', { name: '不传了' }))
    await userEvent.click(screen.getByRole('button', { name: '确定不传，照片就没有了' }))
    await waitFor(() => expect(screen.queryByTestId('v3.photo')).toBeNull())
    await waitFor(() => expect(bodies.flatMap(({ commands }) => commands)).toHaveLength(2))
    const [, told] = bodies.flatMap(({ commands }) => commands)
    expect(told?.payload).toMatchObject({ materials: [], instead: [{ lost: AUTHORITY, taken: null }] })
  })
})
