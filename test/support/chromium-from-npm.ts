import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const version = '143'

/**
 * Unpacks the Chromium of @sparticuz/chromium with its libraries and fonts, once per account, in a folder that is ours alone.
 * Takes some seconds the first time.
 * @returns the program, and the environment that makes it find its libraries and fonts
 */
export async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('npm has one for Linux on x64 only')
  const folder = path.join(os.tmpdir(), `samenspraak-chromium-${version}-${process.getuid?.()}`)
  if (!isOurs(folder)) await unpack(folder)
  if (!isOurs(folder)) throw new Error(`${folder} belongs to somebody else`)

  // The package's own configuration names /tmp/fonts, which may be another account's.
  const fonts = path.join(folder, 'fonts.conf')
  if (!fs.existsSync(fonts)) fs.writeFileSync(fonts, fontsConf(folder))
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const env = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: libraries }
  return { executablePath: path.join(folder, 'chromium'), env }
}

/** In a draft that is moved into place when complete: two test files may do this at the same moment. */
async function unpack(folder: string) {
  const draft = fs.mkdtempSync(`${folder}.`)
  const script = `const { default: c } = await import('@sparticuz/chromium'); await c.executablePath()`
  // It unpacks under TMPDIR, and its libraries only where it thinks it is on a bare Lambda.
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', NODE_OPTIONS: '' }
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
      env,
    })
    fs.renameSync(draft, folder)
  } catch (error) {
    if (!isOurs(folder)) throw error
  } finally {
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

function isOurs(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false })
  return stat?.isDirectory() === true && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`
}
