import { labelKey } from '../text/speaker.js';
import type { Role, Turn } from '../text/transcript.js';
import { caseAttributes } from './case-of.js';
import type { Person } from './people.js';
import type { Study } from './study.js';

/** Who speaks in a source, where people.csv says so. */
export interface Persons {
  /** The attributes that differ from speaker to speaker. */
  readonly personal: ReadonlySet<string>;
  /** Whether somebody did not consent to being counted. */
  readonly silent: boolean;
  /** Whether somebody did not consent to being quoted. */
  readonly reserved: boolean;
  readonly of: (turn: Turn) => Person | undefined;
  readonly attribute: (turn: Turn, name: string) => string | undefined;
}

const NOBODY: Persons = {
  personal: new Set(),
  silent: false,
  reserved: false,
  of: () => undefined,
  attribute: () => undefined,
};

/** The persons of one source. */
export function personsOf({ people, cases, settings }: Study, source: string): Persons {
  const bySpeaker = people.get(source);
  if (!bySpeaker) return NOBODY;
  const persons = new Map([...bySpeaker].map(([label, person]) => [labelKey(label), person]));
  const attributes = new Map([...persons.values()].map((person) => [person, attributesOf(person)]));
  const of = (turn: Turn): Person | undefined =>
    turn.speaker === null ? undefined : persons.get(labelKey(turn.speaker));
  return {
    personal: new Set([...attributes.values()].flatMap((each) => Object.keys(each))),
    silent: [...persons.values()].some(({ consent }) => consent === 'none'),
    reserved: [...persons.values()].some(({ consent }) => consent !== 'quote'),
    of,
    attribute: (turn, name) => {
      const person = of(turn);
      return person && attributes.get(person)?.[name];
    },
  };

  function attributesOf(person: Person): Readonly<Record<string, string>> {
    const own = { ...(person.person && { person: person.person }), ...person.attributes };
    if (person.case === undefined) return own;
    const ofCase = caseAttributes(cases, person.case);
    const named = settings.casesNameThemselves ? { [settings.caseAttribute]: person.case } : {};
    return { ...named, ...ofCase, ...own, case: person.case };
  }
}

/** Labels of a source with their roles, as its parser wants them: the study's, and over them those of people.csv. */
export function speakersOf({ people, settings }: Study, source: string): Record<string, { readonly role?: Role }> {
  const bySpeaker = people.get(source) ?? new Map<string, Person>();
  const own = [...bySpeaker].map(
    ([label, { role }]) => [label, role ? { role } : (settings.speakers[label] ?? {})] as const,
  );
  return { ...settings.speakers, ...Object.fromEntries(own) };
}
