/** A task as ECS tells of it. */
export interface TaskState {
  status: string
  /** Null while the container runs, and when it never began. */
  exitCode: number | null
  stoppedReason: string
}

/** Whether the migrations are through. Throws when they failed, which ends the deployment before any task of the new version starts. */
export function migrationsAreDone({ status, exitCode, stoppedReason }: TaskState): boolean {
  if (status !== 'STOPPED') return false
  if (exitCode === 0) return true
  const how = exitCode === null ? 'never began' : `ended with ${exitCode}`
  throw new Error(`The migrations ${how}: ${stoppedReason}. Their log says why; nothing was deployed.`)
}
