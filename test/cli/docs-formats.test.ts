import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { parseCodebook } from '../../src/codebook/parse.js';
import { parseLog } from '../../src/coding/log.js';
import { printEvent } from '../../src/coding/print-event.js';
import { isError } from '../../src/core/diagnostic.js';
import { compileMatcher } from '../../src/match/matcher.js';
import { guardedExpressions } from '../../src/store/expressions.js';
import { readPeople } from '../../src/store/people.js';
import { KEYS } from '../../src/store/settings.js';
import { parseTable } from '../../src/store/table.js';
import { encodingNamed } from '../../src/text/encoding/detect.js';
import { isExportLine } from '../../src/text/export.js';
import { markerKind } from '../../src/text/marker.js';
import { markerWords } from '../../src/text/marker-words.js';
import { parseTranscript } from '../../src/text/parse.js';
import { encode } from '../../src/text/utf8.js';
import { blocksOf, codeSpans, documentOf, filesOf, rowsOf } from './docs-blocks.js';
import { folderWith, qcode, removeFolders } from './run.js';

const formats = documentOf('FORMATS.md');
const LOG = 'codings/chan/transcripts/A2-1.txt.jsonl';
const [chansLog, otherEvents] = blocksOf(formats)
  .filter(({ kind }) => kind === 'jsonl')
  .map(({ content }) => content);
let study = '';

beforeAll(() => {
  study = folderWith({ ...filesOf(documentOf('METHODS.md')), [LOG]: chansLog! });
});
afterAll(removeFolders);

const stdout = (...words: string[]): string => {
  const run = qcode(study, words);
  // CSV has no place for caveats: they are told as notes.
  expect({ stderr: run.stderr.replaceAll(/^note: .*\n/gm, ''), code: run.code }).toEqual({ stderr: '', code: 0 });
  return run.stdout;
};
/** The names between backquotes in the first column of a table. */
const named = (heading: string): string[] => rowsOf(formats, heading).map(([name]) => codeSpans(name!)[0] ?? name!);
const paragraph = (start: string): string => formats.slice(formats.indexOf(start)).split('\n\n')[0]!;

describe('keys that FORMATS names', () => {
  it('of qcode.yaml are those that are read', () => {
    expect(named('key').sort()).toEqual(Object.keys(KEYS).sort());
  });

  it.each([
    ['codebook', 'zzz: 1\ncodes:\n  - id: a\n'],
    ['code', 'codes:\n  - id: a\n    zzz: 1\n'],
    ['relation', 'codes:\n  - id: a\nrelations:\n  - {zzz: 1}\n'],
    ['rule', 'codes:\n  - id: a\n    keywords:\n      - {any: b, zzz: 1}\n'],
  ])('of a %s are those that are read', (of, yaml) => {
    const { diagnostics } = parseCodebook(yaml, 'codebook.yaml');
    const known = /the keys of a \w+ are ([\w, ]+)/
      .exec(diagnostics.find(({ code }) => code === 'QC107')!.remedy)![1]!
      .split(', ');
    const heading = of === 'codebook' ? 'key of the codebook' : `key of a ${of}`;
    expect(named(heading).sort()).toEqual(known.sort());
  });

  it('are all in order in its codebook', () => {
    const yaml = blocksOf(formats).find(({ kind }) => kind === 'yaml')!.content;
    expect(parseCodebook(yaml, 'codebook.yaml').diagnostics).toEqual([]);
  });

  it('of people.csv are no attributes, and nothing else is known', () => {
    const columns = named('column of people.csv').filter((name) => name !== 'any other');
    const csv = `${[...columns, 'background'].join(',')}\n${columns.map((name) => ({ role: 'other', consent: 'count' })[name] ?? name).join(',')},law\n`;
    const { value, diagnostics } = readPeople(parseTable(csv, 'people.csv').value!);
    expect(diagnostics).toEqual([]);
    const { row: _, ...person } = value!.get('source')!.get('speaker')!;
    expect(person).toEqual({
      source: 'source',
      speaker: 'speaker',
      person: 'person',
      role: 'other',
      case: 'case',
      consent: 'count',
      attributes: { background: 'law' },
    });
  });

  it('of an event are those that are written, in that order', () => {
    const events = `${chansLog}${otherEvents}`;
    const { value, diagnostics } = parseLog(events, 'log');
    expect(diagnostics).toEqual([]);
    expect(value!.map((event) => `${printEvent(event)}\n`).join('')).toBe(events);
    const anchor = value!.flatMap((event) => (event.event === 'apply' ? [event.anchor] : []))[0]!;
    const full = parseLog(
      `${JSON.stringify({ event: 'apply', id: 'a', at: '2026-01-01T00:00:00Z', code: 'c', anchor, verdict: 'accept', properties: { a: 'b' }, memo: 'm', was: 'w', undoes: 'u' })}\n`,
      'log',
    );
    const keys = [...full.value!, ...value!].flatMap((event) => Object.keys(JSON.parse(printEvent(event)) as object));
    expect(named('key of an event')).toEqual([...new Set(keys)]);
  });
});

describe('keywords in FORMATS', () => {
  it.each(rowsOf(formats, 'kind'))('%s %s', (_, written, finds, misses) => {
    const yaml = `codes:\n  - id: a\n    keywords:\n      - ${codeSpans(written!)[0]}\n`;
    const { value: codebook, diagnostics } = parseCodebook(yaml, 'codebook.yaml');
    expect(diagnostics).toEqual([]);
    const match = compileMatcher(codebook!, { stem: (word) => porter.stem(word), run: guardedExpressions().run });
    const hits = (cell: string): number[] => codeSpans(cell).map((text) => match(read(text)).length);
    expect(hits(finds!)).toEqual(codeSpans(finds!).map(() => 1));
    expect(hits(misses!)).toEqual(codeSpans(misses!).map(() => 0));
  });
});

function read(shown: string) {
  return parseTranscript('a.txt', encode(shown.replaceAll('↵', '\n')), { file: 'a.txt' }).value!;
}

describe('transcripts in FORMATS', () => {
  it.each(rowsOf(formats, 'convention'))('%s: %s', (_, example, speakers) => {
    expect(
      read(codeSpans(example!)[0]!)
        .turns.map(({ speaker }) => speaker ?? '–')
        .join(', '),
    ).toBe(speakers);
  });

  it('a header says where the source belongs and what it is', () => {
    expect(read('---↵case: A1↵languages: [zh, en]↵place: {city: X}↵---↵A: 好。').header).toEqual({
      case: 'A1',
      languages: 'zh, en',
      'place.city': 'X',
    });
  });

  it('the names of encodings are known', () => {
    const names = codeSpans(paragraph('**Encodings.**').split('Names: ')[1]!);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => encodingNamed(name) === undefined)).toEqual([]);
  });

  it('export lines are recognised', () => {
    const lines = codeSpans(paragraph('**Export lines**')).map(encode);
    expect(lines.filter((line) => !isExportLine(line, 0, line.length))).toEqual([]);
  });

  it('the list of markers is the list', () => {
    const list = formats.split('The list:')[1]!.split('## ')[0]!;
    expect(codeSpans(list)).toEqual([...markerWords]);
    expect(markerKind('both laugh', new Set())).toBe('marker');
  });
});

describe('columns in FORMATS', () => {
  const header = (csv: string): string => csv.slice(0, csv.indexOf('\n'));

  it.each(rowsOf(formats, 'output').filter(([, columns]) => /^`[^`]+`$/.test(columns!)))('%s', (output, columns) => {
    const words = codeSpans(output!)[0]!.split(' ');
    expect(header(stdout(...words, '--format', 'csv'))).toBe(codeSpans(columns!)[0]);
  });

  it('those that depend on the study', () => {
    expect(header(stdout('frequency', '--mean', '--format', 'csv'))).toBe('code,Hope,和里,total,mean,Bureau');
    expect(header(stdout('cooccurrence', '--format', 'csv'))).toBe('code,funding,late-payment,grants,autonomy,trust');
    expect(header(stdout('sources', '--format', 'csv'))).toBe(
      'source,case,agency,type,speakers,turns,words,characters,codings,codes,encoding',
    );
  });

  it('of one name are told apart', () => {
    const columns = header(stdout('frequency', '--by', 'role', '--include-interviewer', '--format', 'csv'));
    expect(columns).toBe(
      'code,interviewer,respondent,total,interviewer (government),respondent (government),total (government)',
    );
  });

  it('are keys of JSON lines', () => {
    const columns = codeSpans(rowsOf(formats, 'output')[0]![1]!)[0]!.split(',');
    expect(Object.keys(JSON.parse(stdout('code', '--json').split('\n')[0]!) as object)).toEqual(columns);
  });

  it('a folder holds the files', () => {
    qcode(study, ['report', '--format', 'csv', '-o', 'tables']);
    expect(readdirSync(join(study, 'tables')).sort()).toEqual(named('file').sort());
    const first = (name: string): string => header(readFileSync(join(study, 'tables', name), 'utf8'));
    const like = {
      'codebook.csv': 'codebook list',
      'frequency.csv': 'frequency',
      'frequency-rollup.csv': 'frequency --rollup',
      'cooccurrence.csv': 'cooccurrence',
      'cooccurrence-pairs.csv': 'cooccurrence --long',
      'quotations.csv': 'quotes',
      'frequency-long.csv': 'frequency --long',
      'sources.csv': 'sources',
    };
    for (const [name, line] of Object.entries(like))
      expect([name, first(name)]).toEqual([name, header(stdout(...line.split(' '), '--format', 'csv'))]);
    expect(first('cases.csv')).toBe('agency,type,sources,speakers,turns,words,characters,codings');
    const manifest = JSON.parse(readFileSync(join(study, 'tables/manifest.json'), 'utf8')) as {
      schema: string;
      files: object[];
    };
    const [keys, schema, files] = [rowsOf(formats, 'file').at(-1)![1]!].flatMap((cell) => {
      const [name, ...rest] = codeSpans(cell);
      return [
        [
          name!,
          ...rest
            .filter((one) => !['qcode/report-folder@1', 'file', 'notes'].includes(one))
            .filter((one, i, all) => all.indexOf(one) === i),
        ],
        rest[0]!,
        ['file', 'title', 'notes'],
      ];
    }) as [string[], string, string[]];
    expect(Object.keys(manifest)).toEqual(keys);
    expect(manifest.schema).toBe(schema);
    expect(Object.keys(manifest.files[0]!)).toEqual(files);
  });
});

type Json = Readonly<Record<string, unknown>>;

describe('JSON in FORMATS', () => {
  it('has the keys named, in their order', () => {
    const seen = new Map<string, Set<string>>();
    const note = (name: string, object: Json): void =>
      void seen.set(name, (seen.get(name) ?? new Set()).add(Object.keys(object).join()));
    const each = (name: string, objects: unknown, visit: (object: Json) => void = () => {}): void => {
      for (const object of objects as Json[]) {
        note(name, object);
        visit(object);
      }
    };
    const block = (object: Json): void => {
      if (object.kind === 'figures') each('figure', object.figures);
      if (object.kind === 'table') {
        each('column', object.columns);
        each('row', object.rows);
      }
      if (object.kind === 'quotations')
        each('group', object.groups, (group) =>
          each('quotation', group.quotations, ({ question }) => question !== null && each('question', [question])),
        );
    };
    const report = JSON.parse(stdout('report', '--json')) as Json;
    note('report', report);
    each('section', report.sections, ({ blocks }) =>
      (blocks as Json[]).forEach((one) => each(String(one.kind), [one], block)),
    );
    each('table', report.attachments, block);
    each('manifest', [report.manifest], ({ options, inputs }) => {
      each('option', options);
      each('input', inputs);
    });
    expect(report.schema).toBe('qcode/report@1');
    const documented = rowsOf(formats, 'object').map(([name, keys]) => {
      const list = codeSpans(keys!);
      return [name, name === 'row' ? [list.join(), list.slice(0, -1).join()].sort() : [list.join()]];
    });
    expect([...seen].map(([name, keys]) => [name, [...keys].sort()]).sort()).toEqual(documented.sort());
  });

  it('findings have what is said of them', () => {
    const { stdout: found, code } = qcode(
      folderWith({
        'qcode.yaml': 'titel: x\n',
        'codebook.yaml': 'codes: [{id: a}]\n',
        'transcripts/a.txt': 'Hello.\n',
      }),
      ['check', '--json'],
    );
    expect(code).toBe(1);
    const [finding] = JSON.parse(found) as { place: object }[];
    const names = codeSpans(paragraph('**Findings**'));
    for (const key of [...Object.keys(finding!), ...Object.keys(finding!.place)]) expect(names).toContain(key);
  });
});

describe('FORMATS', () => {
  it('its exit codes are those of the program', () => {
    expect(named('code')).toEqual(['0', '1', '2', '130']);
    expect(qcode(study, ['frequency', '--nonsense']).code).toBe(2);
    const broken = folderWith({ ...filesOf(documentOf('METHODS.md')), 'codebook.yaml': 'codes: [\n' });
    expect(qcode(broken, ['frequency']).code).toBe(1);
    expect(qcode(broken, ['check']).code).toBe(1);
    expect(qcode(folderWith({}), ['frequency']).code).toBe(2);
    const unread = folderWith({
      ...filesOf(documentOf('METHODS.md')),
      'transcripts/x.txt': new Uint8Array([0, 1, 0xff, 0, 0, 7, 0x80]),
    });
    expect(qcode(unread, ['frequency']).code).toBe(1);
  });

  it('an unknown consent is an error and hides the person', () => {
    const { value, diagnostics } = readPeople(
      parseTable('source,speaker,consent\na.txt,A,perhaps\n', 'people.csv').value!,
    );
    expect(diagnostics.some(isError)).toBe(true);
    expect(value!.get('a.txt')!.get('A')!.consent).toBe('none');
  });

  it('is short enough to be read', () => {
    expect(formats.trimEnd().split('\n').length).toBeLessThan(600);
  });
});
