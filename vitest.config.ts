import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/checks/longest-first.ts'

const SOURCE = '@counter/source'

/** Pure code and the server run in Node, in one process per worker; a screen's test asks for happy-dom and a world of its own. */
export default defineConfig({
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: [
            '{shared,counter-server}/src/**/*.test.{ts,tsx}',
            'counter-server/test/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          // Nothing here keeps a state of its module, and loading the server anew for each file took minutes.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'screens', include: ['{kiosk,clerk}-ui/src/**/*.test.{ts,tsx}'] } },
    ],
    setupFiles: ['./scripts/checks/quiet-console.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Nothing waits for time to pass, but the machine may be busy: a first import of antd alone takes seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
})
