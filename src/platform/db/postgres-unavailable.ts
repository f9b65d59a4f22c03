/** The database cannot be started here; the message says why and what to do, ready to be shown. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}
