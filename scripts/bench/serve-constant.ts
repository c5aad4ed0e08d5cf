/** The bare floor of HTTP as a process of its own, as the product is one. */
import { serveConstant } from './floor.ts'

await serveConstant(Number(process.env['PORT']))
process.stdout.write('ready {"accounts":null}\n')
process.on('SIGTERM', () => process.exit(0))
