import { spawn, type ChildProcess } from 'node:child_process'

/**
 * A shell that waits on a pipe held by this process. When this process ends in whatever way, SIGKILL included, the
 * pipe closes and the shell shuts PostgreSQL down: fast, and after five seconds at once.
 */
const script = `
pid=
while IFS= read -r line; do
  [ "$line" = done ] && exit 0
  pid=$line
done
ours() {
  if [ -r "/proc/$2/cmdline" ]; then tr '\\0' ' ' <"/proc/$2/cmdline"; else ps -o args= -p "$2"; fi 2>/dev/null | grep -qF -- "$1"
}
n=0
until [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do
  # Killed between starting PostgreSQL and telling its number. The file may still hold the number of the one before.
  n=$((n + 1))
  [ $n -gt 30 ] && exit 0
  found=
  [ -r "$1/postmaster.pid" ] && read -r found <"$1/postmaster.pid"
  [ -n "$found" ] && ours "$1" "$found" && pid=$found && break
  sleep 0.1
done
kill -INT "$pid" 2>/dev/null || exit 0
n=0
while kill -0 "$pid" 2>/dev/null; do
  n=$((n + 1))
  [ $n -eq 50 ] && kill -QUIT "$pid"
  [ $n -gt 150 ] && exit 1
  sleep 0.1
done
`

export type Guardian = {
  pid: number
  /** Names the process that must not outlive us. */
  watch(postmaster: number): void
  /** Lets the guardian go without harm to PostgreSQL. */
  dismiss(): void
}

/** Starts a guardian for a data folder; `onLost` is called when it ends unasked. */
export function startGuardian(dataDir: string, onLost: () => void): Guardian {
  // Its own session: Ctrl-C in the terminal reaches this process only.
  const child: ChildProcess = spawn('sh', ['-c', script, 'longtable-guardian', dataDir], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  let dismissed = false
  child.on('error', () => undefined)
  child.on('exit', () => {
    if (!dismissed) onLost()
  })
  child.stdin?.on('error', () => undefined)
  child.unref()
  const pipe = child.stdin as (NodeJS.WritableStream & { unref?(): void }) | null // as: a pipe is a socket in Node
  pipe?.unref?.()
  return {
    pid: child.pid ?? 0,
    watch: (postmaster) => void pipe?.write(`${postmaster}\n`),
    dismiss: () => {
      dismissed = true
      pipe?.end('done\n')
    },
  }
}
