import type { Invocation, Values } from './command.js';
import { UsageError } from './failure.js';
import { isDrawn, viewOf } from './agree-views.js';

/** What chooses among the logs of a study, and says nothing to a table of ratings or to annotations of brat. */
const OF_LOGS = [
  'case',
  'speaker',
  'role',
  'where',
  'excludeRole',
  'includeInterviewer',
  'round',
  'notBlind',
  'wholeSources',
  'afterAdjudication',
  'open',
  'study',
  'cases',
  'encoding',
  'marker',
  'markers',
];
/** What a table of measures takes, and storing decisions does not. */
const OF_TABLES = ['code', 'output', 'format', 'json', 'bom', 'raw', 'failUnder', 'resamples', 'seed'];
const VIEWS = ['by', 'confusion', 'disagreements', 'adjudicate'];

/**
 * Refuses options that exclude each other or would say nothing: an option that is passed over in silence gives figures of
 * something else than was asked for.
 */
export function requireSensible({ values }: Invocation): void {
  const given = (names: readonly string[]): string[] => names.filter((name) => isGiven(values, name));
  for (const several of [given(['ratings', 'brat', 'adjudicate']), given(VIEWS)]) {
    const [one, other] = several;
    if (other !== undefined)
      throw new UsageError(`${flag(one!)} and ${flag(other)} exclude each other`, 'Give one of them.');
  }
  const refuse = (names: readonly string[], beside: string, why: string): void => {
    const [name] = given(names);
    if (isGiven(values, beside) && name !== undefined)
      throw new UsageError(`${flag(name)} does not go with ${flag(beside)}`, why);
  };
  const logs = 'It chooses among the logs of a study; --source filters here too.';
  refuse(['unit'], 'ratings', 'The units of a table are its rows.');
  refuse(OF_LOGS, 'ratings', logs);
  for (const table of ['ratings', 'brat'])
    refuse(['below', 'linkedTo', 'steps'], table, 'No code stands below another there: name each.');
  refuse(['codebook'], 'brat', 'The codes are the types that the annotations use.');
  refuse(OF_LOGS, 'brat', logs);
  refuse(['code', 'below', 'linkedTo', 'steps'], 'adjudicate', 'A decision is on all codes of a unit.');
  refuse(OF_TABLES, 'adjudicate', 'It shows no table: run qcode agree once more for that.');
  for (const view of ['by', 'confusion', 'disagreements']) {
    refuse(['failUnder'], view, 'It judges the measures over all units, which stand in qcode agree without it.');
  }
  const view = viewOf(values);
  // Who asks for no draws gets none.
  const [drawing] = given(values.one('resamples') === '0' ? ['seed'] : ['resamples', 'seed']);
  if (drawing !== undefined && !isDrawn(view))
    throw new UsageError(
      `${flag(drawing)} does not go with --${values.one('by') === undefined ? view : `by ${view}`}`,
      'There are no intervals in it: they stand in qcode agree without it, and in --by code.',
    );
  if (values.flag('dryRun') && !isGiven(values, 'adjudicate'))
    throw new UsageError('--dry-run belongs to --adjudicate', 'Nothing else is stored.');
  const isByHand = values.flag('adjudicate');
  const [idle] = given(['script', 'size']);
  if (idle !== undefined && !isByHand)
    throw new UsageError(`${flag(idle)} belongs to --adjudicate without a file`, 'It replays keys of the terminal.');
  if (isByHand && values.flag('dryRun'))
    throw new UsageError('--dry-run wants a file of decisions', 'Name it after --adjudicate.');
  if (values.flag('open') && !values.flag('disagreements'))
    throw new UsageError('--open belongs to --disagreements', 'It lists those that are not settled yet.');
  if (values.flag('wholeSources') && !values.flag('notBlind')) {
    throw new UsageError(
      '--whole-sources wants --not-blind: who marked nothing as seen left no sign of whether keyword hits were in view',
      'Give both, and say so where you report the figures.',
    );
  }
}

function isGiven(values: Values, name: string): boolean {
  return values.flag(name) || values.one(name) !== undefined || values.all(name).length > 0;
}

/** `afterAdjudication` as it is written. */
function flag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
