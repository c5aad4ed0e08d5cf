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
