import { PORT } from './socket.ts'

/** The file below PostgreSQL's folder that Foyer writes at every start. */
export const CONFIGURATION_FILE = 'foyer.conf'

/** What is appended to PostgreSQL's own configuration, once. */
export const INCLUSION = `
# Foyer writes the included file at every start. What stands below the next line wins over it.
include '${CONFIGURATION_FILE}'
`

/** Nobody but Foyer's own role comes in, and that one only through the socket, whose folder guards it. */
export const ADMISSION = 'local all foyer trust\n'

const COMMON = `# Written by Foyer at every start; put settings of your own at the end of postgresql.conf.
cluster_name = 'foyer'
listen_addresses = ''
unix_socket_directories = '.'
unix_socket_permissions = 0700
port = ${PORT}
max_connections = 100
superuser_reserved_connections = 0   # no superuser can connect, so keeping places free would waste them
timezone = 'UTC'

shared_buffers = '256MB'
maintenance_work_mem = '128MB'
random_page_cost = 1.1               # solid-state disks; the default would avoid indexes
plan_cache_mode = auto
jit = off                            # queries here take milliseconds, compiling one takes longer

log_destination = 'stderr'
logging_collector = off
log_min_messages = warning
log_checkpoints = off
log_error_verbosity = terse          # details name the values of rows, and those are people's words
log_line_prefix = '%m [%p] '
log_timezone = 'UTC'
`

const DURABLE = `
fsync = on
synchronous_commit = on
full_page_writes = on
wal_compression = on
`

// Without fsync a commit is handed to the operating system all the same, so it outlives a killed server.
const FORGETFUL = `
fsync = off
synchronous_commit = on
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
`

/**
 * The text of Foyer's configuration file.
 * @param durable whether a commit must survive a power failure; only tests can do without
 */
export function configuration({ durable }: { durable: boolean }): string {
  return COMMON + (durable ? DURABLE : FORGETFUL)
}
