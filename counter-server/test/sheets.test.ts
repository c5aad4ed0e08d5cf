import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readSheets } from '../src/transport/http/sheet-body.ts'
import { startHall } from './app.ts'

const LEDGER = '编号,姓名,说明\r\n1,"王, 小国","他说""可以"""\r\n\r\n3,李敏,第二行\n'

async function refusalOf(content: Buffer): Promise<unknown> {
  return readSheets(content).catch((error: unknown) => error)
}

/** A zip archive of one packed entry whose directory claims `claimed` bytes. */
function archiveOf(content: Buffer, claimed: number): Buffer {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(claimed, 24)
  central.writeUInt16LE(name.length, 28)
  return Buffer.concat([local, name, packed, central, name])
}

describe('an uploaded sheet', () => {
  test('[K52] is read as text, each row with its line, from UTF-8 and from GB 18030', async () => {
    const rows = [
      { line: 1, cells: ['编号', '姓名', '说明'] },
      { line: 2, cells: ['1', '王, 小国', '他说"可以"'] },
      { line: 4, cells: ['3', '李敏', '第二行'] },
    ]
    expect(await readSheets(Buffer.from(`\uFEFF${LEDGER}`))).toEqual([{ name: '', rows }])
    // 编号,张 as GB 18030 writes it.
    const gb = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd5, 0xc5])
    expect(await readSheets(gb)).toEqual([{ name: '', rows: [{ line: 1, cells: ['编号', '张'] }] }])
  })

  test('[K52] in CSV keeps what stands in quotes, and knows tabs and semicolons', async () => {
    const cells = async (text: string) =>
      (await readSheets(Buffer.from(text)))[0]?.rows.map((row) => row.cells)
    expect(await cells('a\tb\n"x\ny"\t\n')).toEqual([
      ['a', 'b'],
      ['x\ny', ''],
    ])
    expect(await cells('a;"b;""c"""')).toEqual([['a', 'b;"c"']])
  })

  test('[K52] of a workbook gives each sheet, dates as days and long numbers digit by digit', async () => {
    const content = await writeXlsxFile([
      {
        sheet: '旧台账',
        data: [
          [{ value: '旧编号' }, { value: '收件日期' }, { value: '电话' }],
          [
            { value: ' 2025-017 ' },
            { value: new Date(Date.UTC(2026, 5, 12)), type: Date, format: 'yyyy-mm-dd' },
            { value: 13812345678, type: Number },
          ],
        ],
      },
      { sheet: '空', data: [[null]] },
    ]).toBuffer()
    expect(await readSheets(content)).toEqual([
      {
        name: '旧台账',
        rows: [
          { line: 1, cells: ['旧编号', '收件日期', '电话'] },
          { line: 2, cells: ['2025-017', '2026-06-12', '13812345678'] },
        ],
      },
      { name: '空', rows: [] },
    ])
  })

  test('[K52] of more than 10,000 rows, of no known kind, or swollen inside is refused', async () => {
    expect(await refusalOf(Buffer.from('1\n'.repeat(10_001)))).toMatchObject({
      code: 'import.too_large',
      params: { n: 10_000 },
    })
    expect(await refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatchObject({
      code: 'sheet.unreadable',
    })
    expect(await refusalOf(Buffer.from('PK\u0003\u0004 not a workbook', 'latin1'))).toMatchObject({
      code: 'sheet.unreadable',
    })
    const swollen = Buffer.alloc(65 * 1024 * 1024)
    expect(await refusalOf(archiveOf(swollen, 100))).toMatchObject({ code: 'sheet.unreadable' })
  })

  test('[K52] comes back to the administrator as rows, and nothing is kept of it', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const read = await admin.post('/api/sheets', { content: Buffer.from(LEDGER).toString('base64') })
    expect(read.status).toBe(200)
    expect(read.body.sheets[0].rows[2]).toEqual({ line: 4, cells: ['3', '李敏', '第二行'] })
    const broken = await admin.post('/api/sheets', { content: Buffer.from([1, 0, 2, 0]).toString('base64') })
    expect([broken.status, broken.body.code]).toEqual([409, 'sheet.unreadable'])
  })
})
