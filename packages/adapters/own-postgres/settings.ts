/**
 * Settings for one person's machine and bulk loading. No acknowledged row may be lost, so fsync and synchronous_commit stay on.
 *
 * - shared_buffers: more does not speed up a corpus of this size; less makes COPY write dirty pages out while it runs.
 * - max_wal_size: below it an import of 100,000 reviews stops for checkpoints; above it a start after a crash takes longer.
 * - checkpoint_timeout: after each checkpoint every page goes whole into the log once more; an import makes enough log to have one when it is due.
 * - wal_level minimal: nobody replicates this database, and it halves the log of a bulk load.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '192MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  wal_compression: 'on',
  fsync: 'on',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
}

/** Arguments that make `postgres` serve the cluster in `folder` on a loopback port. */
export function serverArguments(folder: string, port: number): string[] {
  return [
    '-D',
    folder,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}
