import { Client } from 'pg'

/** A connection within ten seconds, encrypted, to a server that proves who it is. Throws what the driver throws. */
export async function connectDatabase(host: string, user: string, password: string): Promise<Client> {
  const client = new Client({
    host,
    port: 5432,
    database: 'postgres',
    user,
    password,
    // The roots are in NODE_EXTRA_CA_CERTS.
    ssl: { rejectUnauthorized: true },
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  })
  await client.connect()
  return client
}
