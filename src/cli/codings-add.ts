import process from 'node:process';
import { uncounted } from '../check/codings.js';
import { STAR, STARRED } from '../coding/citation.js';
import { propertiesOf, propertyIn } from '../coding/properties.js';
import { appendEvents } from '../store/append.js';
import { finding } from '../store/finding.js';
import { coderName, timeNow } from '../store/identity.js';
import { askedPlace } from './coding-fields.js';
import { type Draft, createDrafter } from './coding-drafts.js';
import { type Flaw, flawOfProperties, isFlaw, sourceFinder } from './coding-names.js';
import { codersOf } from './coders.js';
import type { ExitCode, Invocation, Values } from './command.js';
import { Halt, UsageError } from './failure.js';
import { need, tellOn } from './findings.js';
import { codeNamed, studyFor } from './study-options.js';

/** Stores one or several codes over one segment: `qcode codings add`. All of them or none. */
export async function addCodings(invocation: Invocation): Promise<ExitCode> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyFor({ ...invocation, arguments: [] }, findings);
  const coder = need(coderName(values, process.env, codersOf(study.logs)), findings);
  const source = sound(sourceFinder(study, shell.folder)((invocation.arguments[0] ?? '').normalize('NFC')));
  const codes = [...new Set(values.all('code').map((name) => codeNamed(name, study.codebook).id))];
  if (codes.length === 0) throw new UsageError('no code is given', 'Name it with --code ID.');
  const place = placeOf(values);
  const properties = givenProperties(values);
  const flaw = flawOfProperties(study, properties);
  if (flaw) sound(flaw);
  const memo = values.one('memo')?.trim();
  const at = timeNow();
  const drafter = createDrafter(study);
  const drafts: Draft[] = [];
  for (const code of codes) {
    drafts.push(sound(await drafter.draft({ source, coder, code, place, at, properties, ...(memo && { memo }) })));
  }
  findings.tell(drafter.diagnostics);
  findings.tell(uncounted(drafts.filter((draft) => draft.isUncounted).map(({ event }) => event.code)));
  const refused = appendEvents(
    study.folder,
    coder,
    source.id,
    drafts.map(({ event }) => event),
  );
  if (refused) throw new Halt([refused]);
  for (const { event } of drafts) shell.out.write(`${event.id}\n`);
  return findings.exitCode();
}

/** What is wrong on a command line is its fault; a coding that is there already is a finding. */
function sound<T extends object>(found: T | Flaw): T {
  if (!isFlaw(found)) return found;
  if (found.code === 'QC443') throw new Halt([finding('QC443', found.message)]);
  throw new UsageError(found.message, found.remedy);
}

function placeOf(values: Values) {
  const given = (name: string, key = name): Record<string, string> => {
    const value = values.one(name);
    return value === undefined ? {} : { [key]: value };
  };
  const points = { ...given('start'), ...given('end') };
  const others = { ...given('line'), ...given('turn'), ...given('quote', 'quotation'), ...given('nth') };
  if (Object.keys(points).length > 0 && Object.keys(others).length > 0)
    throw new UsageError('--start and --end exclude other ways to name the place', 'Give one of them.');
  if ('line' in others && 'turn' in others)
    throw new UsageError('--line and --turn exclude each other', 'Give one of them.');
  if ('nth' in others && !('quotation' in others))
    throw new UsageError('--nth wants a --quote', 'It says which of several places of a quotation is meant.');
  const place = askedPlace({ ...points, ...others });
  if (!('message' in place)) return place;
  throw new UsageError(place.message, 'Name the place with --line, --turn, --quote, or --start and --end.');
}

function givenProperties(values: Values): Record<string, string> {
  const entries = values.all('property').map((written) => {
    const property = propertyIn(written);
    if (!property) throw new UsageError(`--property wants name=value, not "${written}"`);
    return property;
  });
  const properties = propertiesOf(entries);
  if (properties) return { ...properties, ...(values.flag('star') && { [STAR]: STARRED }) };
  throw new UsageError('a property is given two values', 'A coding has one value of a property.');
}
