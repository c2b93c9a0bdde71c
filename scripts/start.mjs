// npm start: installs and builds what is missing, then is the server: signals to this process reach it directly.

import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs'

ensureInstalled()
ensureBuilt()
process.chdir(root)
process.env.NODE_ENV = 'production'
process.setSourceMapsEnabled(true)
await import(pathToFileURL(path.join(root, 'build', 'server-node', 'index.js')).href)
