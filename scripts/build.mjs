/** `npm run build`: the server and the screens, where their sources are newer than what was built. */
import { buildIfChanged, PRODUCT } from './steps/build-parts.mjs'
import { installIfNeeded } from './steps/install.mjs'

installIfNeeded({ needsBuild: true })
buildIfChanged(PRODUCT)
