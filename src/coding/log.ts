import { codingEntries } from '../core/catalogue/coding.js';
import type { Diagnostic, Outcome, Severity } from '../core/diagnostic.js';
import type { Event } from './event.js';
import { readEvent } from './read-event.js';

const MARKER = /^(<{7}|>{7}|={7}|\|{7})(\s|$)/;

/**
 * Reads a codings log (JSON lines). A line that is no event is named and passed over; the others count.
 *
 * @param text the whole log
 * @param file its path, for diagnostics
 */
export function parseLog(text: string, file: string): Outcome<Event[]> {
  const events: Event[] = [];
  const diagnostics: Diagnostic[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const torn = lines.pop()!;
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const read = parseLine(line);
    if ('event' in read) events.push(read);
    else diagnostics.push(finding(read, file, index + 1, line));
  });
  if (torn.trim() !== '') {
    const read = parseLine(torn);
    if ('event' in read) events.push(read);
    else diagnostics.push(finding(read.code === 'QC201' ? TORN : read, file, lines.length + 1, torn));
  }
  return { value: events, diagnostics };
}

interface Fault {
  readonly code: keyof typeof codingEntries;
  readonly message: string;
}

const TORN: Fault = { code: 'QC202', message: 'the last line was not written to its end' };

function parseLine(line: string): Event | Fault {
  if (MARKER.test(line)) return { code: 'QC205', message: 'a merge in git left its marker here' };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { code: 'QC201', message: 'the line is not JSON' };
  }
  return readEvent(json);
}

const WARNINGS: readonly unknown[] = ['QC202', 'QC204'];

function finding({ code, message }: Fault, file: string, line: number, excerpt: string): Diagnostic {
  const severity: Severity = WARNINGS.includes(code) ? 'warning' : 'error';
  const { remedy } = codingEntries[code]!;
  return { code: String(code), severity, message, remedy, place: { file, line, column: 1, excerpt: clipped(excerpt) } };
}

/** Log lines run to thousands of characters; the excerpt need only let people recognise the line. */
function clipped(line: string): string {
  const characters = [...line.trimEnd()];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}
