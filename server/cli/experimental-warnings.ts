/** Hides Node's warnings about features that are still called experimental, such as node:sqlite; others are shown. */
export function hideExperimentalWarnings() {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.stack ?? warning.message}\n`)
  })
}
