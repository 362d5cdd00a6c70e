// How long things of sign-in last.

/** A session ends this long after its last use. */
export const SESSION_HOURS = 30 * 24
/** A session's use is written down at most this often. */
export const SEEN_AGAIN_HOURS = 1
/** A link signs in for this long, and a session begun by link may set a password for this long. */
export const LINK_MINUTES = 15
/** The longest that browsers keep a cookie. It outlives the session, whose end the database knows. */
export const COOKIE_SECONDS = 400 * 24 * 3600
