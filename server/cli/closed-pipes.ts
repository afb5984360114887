/**
 * Output that nobody reads any more, as after `| head`, is dropped. The program still does its work and ends with its own
 * exit status, so that a backup or an import is not cut short by how its report is read.
 */
export function ignoreClosedPipes() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
