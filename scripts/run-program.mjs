// Runs a program of node_modules as a child that gets our signals.
import { spawn } from 'node:child_process'
import { root } from './prepare.mjs'

/**
 * @param {string[]} args for Node: the program's file and its arguments
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function runProgram(args, env = process.env) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env })
  // Ctrl+C reaches the child from the terminal already; we only have to outlive it.
  const outlive = () => {}
  const forward = () => child.kill('SIGTERM')
  process.on('SIGINT', outlive)
  process.on('SIGTERM', forward)
  return new Promise(resolve => {
    child.once('exit', code => {
      process.off('SIGINT', outlive)
      process.off('SIGTERM', forward)
      resolve(code ?? 1)
    })
  })
}
