import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { startServer } from '../src/server.ts'
import { CHEAP, testClock } from './test-clock.ts'

function certificate(folder: string): { cert: string; key: string } {
  const cert = join(folder, 'cert.pem')
  const key = join(folder, 'key.pem')
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes']
  const files = ['-keyout', key, '-out', cert]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...subject, ...files], { stdio: 'ignore' })
  return { cert, key }
}

function ask(port: number): Promise<{ status: number; hsts: unknown }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path: '/health/live', rejectUnauthorized: false },
      (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, hsts: answer.headers['strict-transport-security'] })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

describe('beyond this machine', () => {
  test('[P14] a certificate makes every door HTTPS, and says so to browsers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counter-tls-'))
    const { cert, key } = certificate(folder)
    const config = readConfig(
      { DATA_DIR: join(folder, 'data'), PORT: '0', TLS_CERT: cert, TLS_KEY: key, LOG_LEVEL: 'silent' },
      [],
    )
    const server = await startServer(config, testClock('2026-06-12T01:40:00.000Z'), {
      passwordCost: CHEAP,
      pages: null,
    })
    onTestFinished(async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const { status, hsts } = await ask(server.port)
    expect(status).toBe(200)
    expect(hsts).toMatch(/max-age/)
  })

  test('[R2] without one the server listens on this machine alone', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' }, [])).toThrow(expect.objectContaining({ code: 'start.tls' }))
  })

  test('[N10] sample accounts do not leave this machine unless that is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counter-tls-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { cert, key } = certificate(folder)
    const env = {
      DATA_DIR: folder,
      HOST: '0.0.0.0',
      PORT: '0',
      TLS_CERT: cert,
      TLS_KEY: key,
      LOG_LEVEL: 'silent',
    }
    await expect(
      startServer(readConfig(env, []), testClock('2026-06-12T01:40:00.000Z'), {
        passwordCost: CHEAP,
        pages: null,
      }),
    ).rejects.toMatchObject({ code: 'start.sample_beyond_loopback' })
  })
})
