import { expect, test } from 'vitest'
import { chosenFile } from './photo.ts'

const PDF = '%PDF-1.7\nstartxref\n9\n%%EOF\n'

test('[V68] a chosen PDF goes as it is, known by its content and not by its name', async () => {
  const file = new File([PDF], '身份证.jpg', { type: 'image/jpeg' })
  const chosen = await chosenFile(file)
  expect(chosen).toMatchObject({
    mime: 'application/pdf',
    size: PDF.length,
  })
  expect(new TextDecoder().decode(chosen?.content)).toBe(PDF)
})

test('[V68] a PDF of more than 8 MiB is taken by nobody', async () => {
  const most = 8 * 1024 * 1024
  const filled = (size: number) => new Blob([PDF, new Uint8Array(size - PDF.length)])
  expect(await chosenFile(filled(most))).toMatchObject({ size: most })
  expect(await chosenFile(filled(most + 1))).toBeNull()
})

test('[V68] a file that the phone cannot read, because it lies in a cloud, is no file', async () => {
  const away = new File([PDF], '户口簿.pdf')
  away.slice = () => ({ text: () => Promise.reject(new Error('NotReadableError')) }) as never
  expect(await chosenFile(away)).toBeNull()
  const cut = new File([PDF], '户口簿.pdf')
  cut.arrayBuffer = () => Promise.reject(new Error('NotReadableError'))
  expect(await chosenFile(cut)).toBeNull()
})
