import { fstatSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

/** Writes all bytes, however many the system takes at once. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done);
}

/** Node's own stream into a file drops what a disk that is filling up did not take; this one tells. */
export function fileStream(descriptor: number): NodeJS.WritableStream {
  return new Writable({
    write: (bytes: Buffer, _encoding, done) => {
      try {
        writeAll(descriptor, bytes);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

/** Whether a descriptor leads into a plain file. */
export function leadsToFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
