import * as z from 'zod/mini'

// Must be the first import of every page: zod otherwise probes `new Function`, which the CSP refuses and logs (K23).
z.config({ jitless: true })
