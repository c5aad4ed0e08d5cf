// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { SampleField } from './sample-field.tsx'

const HASH = 'a'.repeat(64)
const FIELD = { label: '填好的样表', name: '申请表', sample: null }

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

function answering(status: number, body: object) {
  const line = openFakeLine({ answer: () => ({ status, body }) })
  hangUp()
  return line
}

const choose = () =>
  fireEvent.change(screen.getByLabelText('填好的样表'), {
    target: { files: [new File(['x'], '样表.jpg', { type: 'image/jpeg' })] },
  })

it('[C109] a chosen picture is sent once with a command of its own, and the draft names it', async () => {
  const line = answering(200, { sha256: HASH })
  const onSample = vi.fn()
  const { rerender } = render(<SampleField {...FIELD} onSample={onSample} />)
  choose()
  await vi.waitFor(() => expect(onSample).toHaveBeenCalledWith(HASH))
  expect(line.sent.map(({ path }) => path)).toEqual(['/api/samples'])
  expect(line.headers[0]?.get('x-command-id')).toMatch(/^[0-9a-f-]{36}$/)
  rerender(<SampleField {...FIELD} sample={HASH} onSample={onSample} />)
  expect(screen.getByRole('img', { name: '申请表 的样子' }).getAttribute('src')).toBe(`/api/samples/${HASH}`)
  fireEvent.click(screen.getByRole('button', { name: '去掉样子' }))
  expect(onSample).toHaveBeenLastCalledWith(null)
})

it('[U15] what was typed while the picture was on its way stays: it is put into the draft as it is then', async () => {
  answering(200, { sha256: HASH })
  const [before, now] = [vi.fn(), vi.fn()]
  const { rerender } = render(<SampleField {...FIELD} onSample={before} />)
  choose()
  rerender(<SampleField {...FIELD} onSample={now} />)
  await vi.waitFor(() => expect(now).toHaveBeenCalledWith(HASH))
  expect(before).not.toHaveBeenCalled()
})

it('[P42] what is no picture and no PDF is refused in words beside the field', async () => {
  answering(409, { code: 'file.type_not_allowed', params: {} })
  const onSample = vi.fn()
  render(<SampleField {...FIELD} onSample={onSample} />)
  choose()
  expect((await screen.findByRole('alert')).textContent).toContain('只收 JPEG、PNG 照片和 PDF')
  expect(onSample).not.toHaveBeenCalled()
})

it('[P42] a sample that is no picture is opened as a file', () => {
  answering(404, {})
  render(<SampleField {...FIELD} sample={HASH} onSample={vi.fn()} />)
  fireEvent.error(screen.getByRole('img', { name: '申请表 的样子' }))
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByRole('link', { name: '申请表 的样子' }).getAttribute('href')).toBe(
    `/api/samples/${HASH}`,
  )
})
