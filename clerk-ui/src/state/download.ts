import type { Refused } from '../components/refusal-line.tsx'
import { useSession } from './session.ts'

const NAME = /filename\*=UTF-8''([^;]+)/

/** Asks for a file and hands it to the browser under the name the server gave it; what was refused is returned. */
export async function download(path: string, body: object): Promise<Refused | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-actor': 'staff' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    })
    if (!response.ok) return refusalOf(response)
    const name = NAME.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'report'
    save(await response.blob(), decodeURIComponent(name))
    return null
  } catch {
    return { code: 'offline', params: {} }
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  if (response.status === 401) useSession.getState().lose()
  const { code, params } = (await response.json()) as Partial<Refused>
  return { code: code ?? 'fault', params: params ?? {} }
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
