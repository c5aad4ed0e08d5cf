import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const conditions = ['@counter/source', ...defaultClientConditions]
const page = (name: string) => fileURLToPath(new URL(name, import.meta.url))

// Cut up by which later screen needs which part of it, the same code packs two kilobytes larger (K54).
const CHECKS = {
  name: 'checks',
  test: /node_modules\/(zod|uuidv7)\/|shared\/src\/(client\/commands|contract\/fields)\.ts/,
}

/**
 * Three pages, built apart: kiosk and wall, the small one for residents' phones (K25), and the tablet at a window. In one
 * build they would share chunks, and a phone would load what only the kiosk uses.
 */
export default defineConfig({
  base: '/',
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { conditions },
  // The server puts a fresh nonce in the place of the marker, one per answer (K42).
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    assetsDir: 'assets-kiosk',
    assetsInlineLimit: 0,
    target: 'chrome109',
  },
  builder: {},
  environments: {
    client: {
      build: {
        rolldownOptions: { input: page('index.html'), output: { codeSplitting: { groups: [CHECKS] } } },
      },
    },
    phone: {
      consumer: 'client',
      resolve: { conditions },
      build: { emptyOutDir: false, rolldownOptions: { input: page('phone.html') } },
    },
    tablet: {
      consumer: 'client',
      resolve: { conditions },
      build: { emptyOutDir: false, rolldownOptions: { input: page('rate.html') } },
    },
  },
})
