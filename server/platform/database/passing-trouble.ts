const UNREACHABLE = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '57P05', '08006', '53300'],
]);

/** What the database's client says without a code. */
const LOST_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The database ends, begins, or is not there; also a socket that is not there: a file that is not there is a fault of ours. */
export const isUnreachable = (error: unknown): boolean => {
  const { code, syscall, message } = error as Partial<NodeJS.ErrnoException>;
  if (code === undefined) return LOST_CONNECTION.test(message ?? '');
  return UNREACHABLE.has(code) || (code === 'ENOENT' && syscall === 'connect');
};

/**
 * By SQLSTATE: a connection broke, two waited for each other, a lock or an answer did not come in time, memory, disk or files ran out, another
 * server takes over; and our own files.
 */
const PASSING = /^(08...|53...|40001|40P01|55P03|57014|58030|25006|25P0[34]|EMFILE|ENFILE)$/;

/** Whether the same may well work in a while, though nobody changes what was asked. */
export const passes = (error: unknown): boolean =>
  isUnreachable(error) || PASSING.test(String((error as { code?: unknown }).code));
