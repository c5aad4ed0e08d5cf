import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** Two entries: the staff's screens, and the village app that must also start without a network (K43). */
export default defineConfig({
  base: '/',
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { conditions: ['@counter/source', ...defaultClientConditions] },
  // The server puts a fresh nonce in the place of the marker, one per answer (K42).
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    assetsDir: 'assets-clerk',
    // The village's worker is told from it what its page may load (V82).
    manifest: true,
    assetsInlineLimit: 0,
    target: 'chrome109',
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL('index.html', import.meta.url)),
        village: fileURLToPath(new URL('village.html', import.meta.url)),
      },
    },
  },
})
