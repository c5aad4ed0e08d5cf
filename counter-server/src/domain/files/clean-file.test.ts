import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  chunk,
  END,
  exif,
  frame,
  JFIF,
  jpeg,
  pdf,
  png,
  SIGNATURE,
  START,
  scan,
  segment,
  text,
} from '../../../test/file-bytes.ts'
import { Refusal } from '../refusal.ts'
import { cleanFile } from './clean-file.ts'
import { orientationOf } from './orientation.ts'

const unpack = (packed: Uint8Array, room: number) => {
  try {
    return inflateSync(packed, { maxOutputLength: room })
  } catch {
    return null
  }
}

function answer(content: Uint8Array): string {
  try {
    return cleanFile(content, unpack).mime
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const kept = (content: Uint8Array) => cleanFile(content, unpack).content
const holds = (content: Uint8Array, words: string) => Buffer.from(content).includes(words)
/** The Exif segments of a JPEG, as bodies. */
const exifOf = (content: Uint8Array) => {
  const at = Buffer.from(content).indexOf('Exif\0\0')
  return at < 0 ? null : content.subarray(at, at + (content[at - 1] ?? 0) - 2)
}

describe('a photo', () => {
  test('[P42] loses place, time, device, words and small second pictures, and nothing that draws it', () => {
    const colours = segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1, 7])
    const adobe = segment(0xee, [...text('Adobe'), 0, 100, 0, 0, 0, 0, 1])
    const beside = [
      exif(1),
      segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>NAME</x:xmpmeta>')),
      segment(0xe0, text('JFXX\0THUMB')),
      segment(0xe2, text('MPF\0SECOND')),
      segment(0xed, text('Photoshop 3.0\0CAPTION')),
      segment(0xfe, text('COMMENT')),
    ]
    expect(kept(jpeg(640, 480, ...beside, colours, adobe))).toEqual(jpeg(640, 480, colours, adobe))
  })

  test.each([
    [2, true],
    [3, false],
    [6, true],
    [8, false],
  ])('[P42] turned as %s keeps which side is up, and of its Exif that alone', (orientation, little) => {
    const content = kept(jpeg(640, 480, exif(orientation, 'GPS 28.1N', little)))
    expect(holds(content, 'GPS')).toBe(false)
    // 6 signs of the name, 8 of the head, 2 for "one entry", 12 of the entry and 4 for "no more".
    expect(exifOf(content)).toHaveLength(32)
    expect(orientationOf(exifOf(content) ?? bytes())).toBe(orientation)
    expect(kept(content)).toEqual(content)
  })

  test.each([[0], [9], [258]])(
    '[P42] with the impossible orientation %s has none afterwards',
    (orientation) => {
      expect(exifOf(kept(jpeg(640, 480, exif(orientation))))).toBe(null)
    },
  )

  test('[P42] ends at its end: what a camera or a hider put behind it is cut off', () => {
    expect(kept(bytes(jpeg(), text('PK\u0003\u0004<script>')))).toEqual(jpeg())
  })

  test('[P42] with an Exif segment cut anywhere is still cleaned', () => {
    const body = exif(6).slice(4)
    for (let length = 0; length < body.length; length += 1) {
      expect(holds(kept(jpeg(640, 480, segment(0xe1, body.slice(0, length)))), 'GPS')).toBe(false)
    }
  })

  test('[P42] as PNG loses words, time, Exif, profile and further pictures', () => {
    const beside = [
      chunk('tEXt', text('Author\0NAME')),
      chunk('zTXt', text('x\0\0')),
      chunk('iTXt', text('XML:com.adobe.xmp\0')),
      chunk('eXIf', text('II*\0')),
      chunk('tIME', [7, 234, 6, 12, 9, 0, 0]),
      chunk('iCCP', text('p\0\0')),
      chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]),
    ]
    const gamma = chunk('gAMA', [0, 0, 177, 143])
    expect(kept(png(3, 2, ...beside, gamma))).toEqual(png(3, 2, gamma))
  })
})

describe('a PDF', () => {
  const packed = (objects: string, dictionary = '/Filter /FlateDecode') =>
    bytes(
      text(`4 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${dictionary} >>\nstream\n`),
      deflateSync(text(objects)),
      text('\nendstream\nendobj\n'),
    )

  test('[P42] that only shows pages is taken as it is, with plain objects packed or not', () => {
    const plain = pdf('2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj')
    expect(kept(plain)).toEqual(plain)
    expect(answer(pdf(packed('5 0 << /Type /Page >>')))).toBe('application/pdf')
    expect(answer(pdf(packed('5 0 << /Type /Page >>', '/Filter [ /FlateDecode ]')))).toBe('application/pdf')
    expect(answer(pdf('<< /BaseFont /ABCDEF+#CB#CE#CC#E5 >>'))).toBe('application/pdf')
  })

  test.each([
    ['script', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['a script with its name in escapes', '<< /S /J#61vaScr#69pt /JS (1) >>'],
    ['a script whose name ends at a zero byte', '<< /S/JavaScript\u0000/JS(1) >>'],
    ['a call of a program', '<< /S /Launch /F (cmd.exe) >>'],
    ['another file', '<< /Type /EmbeddedFile >>'],
    ['a form of its own', '<< /XFA 5 0 R >>'],
    ['a form that sends', '<< /S /SubmitForm >>'],
    ['a hidden mark of packed objects', '<< /Type /Obj#53tm >>'],
  ])('[P42] with %s is refused', (_name, object) => {
    expect(answer(pdf(object))).toBe('file.pdf_active')
  })

  test('[P42] with a script in a packed object is refused, and so is one that cannot be looked into', () => {
    expect(answer(pdf(packed('5 0 << /S /JavaScript >>')))).toBe('file.pdf_active')
    expect(answer(pdf(packed('5 0 << >>', '/Filter [/ASCIIHexDecode /FlateDecode]')))).toBe('file.pdf_active')
    expect(answer(pdf(packed('5 0 << >>', '/Filter /LZWDecode')))).toBe('file.pdf_active')
    expect(
      answer(pdf('4 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnonsense\nendstream')),
    ).toBe('file.pdf_active')
    expect(answer(pdf('4 0 obj\n<< /Type /ObjStm >>\nstream\n5 0 << /S /Launch >>\nendstream'))).toBe(
      'file.pdf_active',
    )
    // 17 MiB of spaces in a few bytes.
    expect(answer(pdf(packed(' '.repeat(17 * 1024 * 1024))))).toBe('file.pdf_active')
  })

  test('[P42] that is locked is refused', () => {
    expect(answer(pdf('trailer\n<< /Encrypt 9 0 R >>'))).toBe('file.pdf_locked')
  })

  test.each([
    ['cut', pdf().subarray(0, 60)],
    ['a page behind its end', bytes(pdf(), text('<script>'))],
    ['a page before it', bytes(text('<!--'), pdf())],
  ])('[P42] that is not whole is no PDF: %s', (_name, content) => {
    expect(answer(content)).toBe('file.type_not_allowed')
  })
})

describe('any bytes', () => {
  const heads = [[], START, [...START, ...JFIF], SIGNATURE, [...text('%PDF-1.7\n')]]

  test('[P42] give an answer and never a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, rest) => {
        expect(answer(bytes(head, rest))).toMatch(/^(image|application|file)/)
      }),
    )
  })

  test('[P42] beside a picture do not come through, and cleaning twice is cleaning once', () => {
    const marker = fc.constantFrom(0xe1, 0xe3, 0xec, 0xed, 0xef, 0xfe)
    fc.assert(
      fc.property(marker, fc.uint8Array({ minLength: 8, maxLength: 60 }), (kind, secret) => {
        const hidden = [...text('Secret:'), ...secret]
        const once = kept(bytes(START, segment(kind, hidden), frame(9, 9), scan(1), END))
        expect(once).toEqual(bytes(START, frame(9, 9), scan(1), END))
        expect(kept(once)).toEqual(once)
      }),
    )
  })

  test('[P42] as an Exif segment give one of eight sides', () => {
    fc.assert(
      fc.property(fc.constantFrom('II*\0', 'MM\0*'), fc.uint8Array({ maxLength: 80 }), (order, rest) => {
        const side = orientationOf(bytes(text('Exif\0\0'), text(order), rest))
        expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(side)
      }),
    )
  })
})
