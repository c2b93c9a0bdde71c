import fs from 'node:fs'
import os from 'node:os'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { unpackChromium } from './chromium-from-npm'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

// Tests talk to our own server alone: no updates, no synchronising, no first-run pages.
const quiet = [
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--font-render-hinting=none',
]

/**
 * Starts a Chromium without a window: the one of `CHROMIUM_PATH`, else the system's, else the one npm installed (Linux on x64).
 * @throws Error that names what was tried.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const common = { ...options, args: [...quiet, ...(options.args ?? [])] }
  const asked = process.env.CHROMIUM_PATH
  if (asked) return launch({ ...common, executablePath: asked })

  const failures: string[] = []
  for (const executablePath of installed.filter(file => fs.existsSync(file))) {
    try {
      return await launch({ ...common, executablePath })
    } catch (error) {
      failures.push(`${executablePath}: ${firstLines(error)}`)
    }
  }
  try {
    const { executablePath, env } = await unpackChromium()
    const args = ['--headless=shell', ...common.args]
    return await launch({ ...common, executablePath, args, env: { ...env, HOME: usableHome(), ...options.env } })
  } catch (error) {
    failures.push(`@sparticuz/chromium: ${firstLines(error)}`)
  }
  throw new Error(`No Chromium starts here; install one or set CHROMIUM_PATH.\n${failures.join('\n')}`)
}

/** With Chromium's sandbox, except for root and where the kernel gives ordinary accounts no namespaces for it. */
async function launch(options: LaunchOptions): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  try {
    return await chromium.launch({ chromiumSandbox: !isRoot, ...options })
  } catch (error) {
    if (isRoot || !/sandbox|namespace/i.test(String(error))) throw error
    return chromium.launch({ ...options, chromiumSandbox: false })
  }
}

function usableHome(): string {
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK)
    return os.homedir()
  } catch {
    return os.tmpdir()
  }
}

const firstLines = (error: unknown) => String(error).split('\n').slice(0, 6).join('\n')
