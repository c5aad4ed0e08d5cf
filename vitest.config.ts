import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const SOURCE = '@counter/source'

/** Pure code runs in Node; a screen's test asks for happy-dom in its first line. */
export default defineConfig({
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions] } },
  test: {
    include: [
      '{shared,kiosk-ui,clerk-ui,counter-server}/src/**/*.test.{ts,tsx}',
      'counter-server/test/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    setupFiles: ['./scripts/checks/quiet-console.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Nothing waits for time to pass, but the machine may be busy: a first import of antd alone takes seconds.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
})
