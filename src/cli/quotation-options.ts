import { nearest } from '../core/suggest.js';
import { MEASURES, type SortKey, attributesAmong } from '../measure/quotation-order.js';
import type { Reach } from '../measure/surroundings.js';
import type { Layout } from '../report/quotation-list.js';
import { FOR_FILES, FOR_PEOPLE, SHOWN, type Shown } from '../report/shown.js';
import type { OptionSpec, Values } from './command.js';
import { UsageError } from './failure.js';
import { formatOf } from './print.js';

/** How quotations are laid out. */
export const layoutOptions: readonly OptionSpec[] = [
  {
    flags: '--show <list>',
    description:
      'what of each quotation: code, case, source, position (line, turn, characters), speaker, time, context, text, keywords, coders, memos, coded (when), definition; or all',
  },
  {
    flags: '--context <amount>',
    description: 'what is said around it in place of the question: so many turns before and after, or "3 sentences"',
  },
  {
    flags: '--group <list>',
    description:
      'groups within groups, such as code,agency: code, case, source, speaker, any attribute; or none (code)',
    complete: 'attribute',
  },
  {
    flags: '--sort <list>',
    description:
      'by position (in the source), case, code, speaker, length, coded (when), any attribute; -length is longest first',
    complete: 'attribute',
  },
  { flags: '--no-overview', description: 'without the table of codes that comes first' },
];

/** A layout as the options want it, with the attributes that it needs. */
interface AskedLayout extends Layout {
  readonly attributes: readonly string[];
}

export function layoutOf(values: Values): AskedLayout {
  const around = reachOf(values.one('context'));
  const by = groupsOf(values.one('group'));
  const show = shownOf(values, around, by ?? []);
  const sort = sortOf(values.one('sort'));
  const names = [...(by ?? []), ...sort.map(({ name }) => name)];
  return {
    ...(around && { around }),
    ...(show && { show }),
    ...(by && { by }),
    sort,
    attributes: attributesAmong(names),
  };
}

/** The names of a list that are separated by commas, also Chinese ones. */
function namesIn(written: string, option: string): string[] {
  const names = written.split(/[,，、]/).map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new UsageError(`${option} wants names with commas between them, not "${written}"`);
}

/** What names stand for that are not those of one thing; the context is the question unless `--context` says how much. */
const SEVERAL: Readonly<Record<string, readonly Shown[]>> = {
  context: ['question'],
  position: ['line', 'turn', 'characters'],
  all: SHOWN.filter((name) => name !== 'around'),
};
const SINGLE = SHOWN.filter((name) => name !== 'question' && name !== 'around');
const SHOWABLE = [...SINGLE, ...Object.keys(SEVERAL)];

/** What is shown; undefined where no option says anything of it. A file has no headings, but what they would say. */
function shownOf(values: Values, around: Reach | undefined, by: readonly string[]): ReadonlySet<Shown> | undefined {
  const written = values.one('show');
  if (written === undefined && !around) return undefined;
  const forFiles = ['csv', 'json'].includes(formatOf(values));
  const unasked = forFiles ? FOR_FILES : FOR_PEOPLE;
  const headings = forFiles ? SINGLE.filter((name) => by.includes(name)) : [];
  const asked = written === undefined ? [...unasked] : namesIn(written, '--show').flatMap(shownBy);
  const chosen = [...asked, ...headings];
  if (!around) return new Set(chosen);
  return new Set([...chosen.filter((name) => name !== 'question'), 'around' as const]);
}

function shownBy(name: string): readonly Shown[] {
  const single = SINGLE.find((each) => each === name);
  const shown = single ? [single] : Object.hasOwn(SEVERAL, name) ? SEVERAL[name] : undefined;
  if (shown) return shown;
  const close = nearest(name, SHOWABLE);
  throw new UsageError(
    `--show knows no "${name}"`,
    close ? `Did you mean ${close}?` : `Known are ${SHOWABLE.join(', ')}.`,
  );
}

function reachOf(written: string | undefined): Reach | undefined {
  if (written === undefined) return undefined;
  const [, count, unit = 'turn'] = /^(\d{1,6})(?: ?(turn|paragraph|sentence|line)s?)?$/.exec(written.trim()) ?? [];
  if (count !== undefined) return { count: Number(count), unit: unit as Reach['unit'] };
  throw new UsageError(
    `--context wants an amount such as 2 or "3 sentences", not "${written}"`,
    'Units are turns (unless said), paragraphs, sentences and lines.',
  );
}

/** Names to group by, the outermost first; undefined where nobody asks. */
function groupsOf(written: string | undefined): readonly string[] | undefined {
  if (written === undefined) return undefined;
  if (written.trim() === 'none') return [];
  const names = namesIn(written, '--group');
  const measure = names.find((name) => (MEASURES as readonly string[]).includes(name));
  if (measure !== undefined)
    throw new UsageError(`quotations are not grouped by ${measure}`, `Write --sort ${measure}.`);
  requireOnce(names, '--group');
  return names;
}

function sortOf(written: string | undefined): SortKey[] {
  if (written === undefined) return [];
  const keys = namesIn(written, '--sort').map((name) => ({
    name: name.replace(/^-/, ''),
    reverse: name.startsWith('-'),
  }));
  requireOnce(
    keys.map(({ name }) => name),
    '--sort',
  );
  return keys;
}

function requireOnce(names: readonly string[], option: string): void {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new UsageError(`${option} names ${twice} twice`, 'Name it once.');
}
