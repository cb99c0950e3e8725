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
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const read = parseLine(line);
    if ('event' in read) events.push(read);
    else {
      const torn = read.code === 'QC201' && (index === lines.length - 1 || isFragment(line));
      diagnostics.push(finding(torn ? TORN : read, file, index + 1, line));
    }
  });
  return { value: events, diagnostics };
}

interface Fault {
  readonly code: keyof typeof codingEntries;
  readonly message: string;
}

const TORN: Fault = { code: 'QC202', message: 'the line was not written to its end' };

/** How every line that qcode writes begins. */
const BEGINNING = '{"event":"';

/**
 * Whether a line that is no JSON is the beginning of an event: what was being written when the program or machine
 * stopped. The next append ended it with a line feed. What is closed and still no JSON was damaged otherwise.
 */
function isFragment(line: string): boolean {
  return BEGINNING.startsWith(line) || (line.startsWith(BEGINNING) && isOpen(line));
}

/** Whether a brace, bracket or text is still open at the end of a line. */
function isOpen(line: string): boolean {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, '');
  const count = (character: string): number => bare.split(character).length - 1;
  return bare.includes('"') || count('{') > count('}') || count('[') > count(']');
}

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
