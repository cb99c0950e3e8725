/** What the system's short codes mean, as a clause of which the file is the subject. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'your share of its disk is used up',
  EFBIG: 'it would be larger than its disk allows',
  EIO: 'its disk reports a fault',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it, or a folder in its path, does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file stands where a folder should',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EPIPE: 'whoever reads it has closed it',
  ENXIO: 'nothing is there to take it',
  EMFILE: 'too many files are open',
};

/** Why the system refused, in words. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ''] ?? /^[A-Z0-9]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
}

/** Whether the system refused something, which is nobody's bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
