/** Put in by the build. */
declare const QCODE_VERSION: string | undefined;

export const VERSION = typeof QCODE_VERSION === 'string' ? QCODE_VERSION : 'development';
