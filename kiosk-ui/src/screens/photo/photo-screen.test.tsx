// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { photoCatalogue } from '../../text/photo-catalogue.ts'
import { startText } from '../../text/text.ts'
import { PhotoScreen } from './photo-screen.tsx'

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA'
const OFFER = { centre: '示例镇便民服务中心', material: '居民户口簿', until: '2026-06-12T01:50:00.000Z' }
const sent: { path: string; headers: Headers; body: unknown }[] = []
let answers: Record<string, { status: number; body: object }> = {}

beforeEach(async () => {
  sent.length = 0
  answers = {
    '/api/photos/offer': { status: 200, body: OFFER },
    '/api/photos': { status: 200, body: { done: true } },
  }
  location.hash = `#${TOKEN}`
  vi.stubGlobal('fetch', async (path: string, { body, headers }: { body: unknown; headers: Headers }) => {
    sent.push({ path, headers, body })
    const answer = answers[path] ?? { status: 404, body: {} }
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
  // The picture itself is drawn by a real browser in the story; here the phone's graphics are a fake.
  vi.stubGlobal('createImageBitmap', async (file: File) => {
    if (file.name === '坏的.jpg') throw new Error('no picture')
    return { width: 4000, height: 3000, close: () => undefined }
  })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) =>
    done(new Blob(['small'], { type: 'image/jpeg' })),
  )
  await startText(photoCatalogue, phoneRefusals)
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const photo = (name: string) => new File(['a large picture'], name, { type: 'image/jpeg' })
const uploads = () => sent.filter(({ path }) => path === '/api/photos')

it('[P41] says which paper, until when and who gets it; the secrets travel in no address', async () => {
  render(<PhotoScreen />)
  expect(await screen.findByText('请拍：居民户口簿')).toBeTruthy()
  expect(screen.getByText('09:50 前有效，可以拍几张')).toBeTruthy()
  expect(screen.getByText('只传给 示例镇便民服务中心，不存在手机网页里')).toBeTruthy()
  await userEvent.upload(screen.getByLabelText('拍照'), photo('正面.jpg'))
  await screen.findByText(/第 1 张 · ✓ 已传到窗口/)
  const [upload] = uploads()
  expect(upload?.headers.get('x-photo-token')).toBe(TOKEN)
  expect(upload?.headers.get('x-photo-phone')).toMatch(/^[\w-]{22}$/)
  expect(sent.every(({ path }) => !path.includes(TOKEN))).toBe(true)
})

it('[V68] sends what was drawn small, one after another; one that cannot be opened leaves the others', async () => {
  render(<PhotoScreen />)
  await userEvent.upload(await screen.findByLabelText('从相册选'), [photo('坏的.jpg'), photo('反面.jpg')])
  await screen.findByText(/第 1 张 · 这张打不开，请重拍/)
  await screen.findByText(/第 2 张 · ✓ 已传到窗口/)
  expect(uploads()).toHaveLength(1)
  const [upload] = uploads()
  expect(await new Response(upload?.body as Blob).text()).toBe('small')
})

it('[P42, P41] says why a photo is not taken, and that a code is of no more use', async () => {
  answers['/api/photos'] = { status: 409, body: { code: 'file.too_many', params: { n: 20 } } }
  render(<PhotoScreen />)
  await userEvent.upload(await screen.findByLabelText('拍照'), photo('正面.jpg'))
  await screen.findByText(/这个办件的附件已满，最多 20 份/)
  cleanup()
  answers['/api/photos/offer'] = { status: 404, body: { code: 'photo_link.not_found', params: {} } }
  render(<PhotoScreen />)
  await screen.findByText('这个码用不了了，请窗口再出一个')
  expect(screen.queryByLabelText('拍照')).toBeNull()
})

it('[P41] the same phone after a reload is the same phone', async () => {
  render(<PhotoScreen />)
  await screen.findByText('请拍：居民户口簿')
  cleanup()
  render(<PhotoScreen />)
  await screen.findByText('请拍：居民户口簿')
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[0]?.body).toBe(sent[1]?.body)
})
