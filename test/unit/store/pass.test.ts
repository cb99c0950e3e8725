import { afterAll, describe, expect, it } from '@jest/globals';
import type { Diagnostic } from '../../../src/core/diagnostic.js';
import { hitHeader } from '../../../src/report/hit-rows.js';
import { NO_FILTERS } from '../../../src/store/filters.js';
import { type PassRequest, streamPass, tallyPass } from '../../../src/store/pass.js';
import { loadStudy } from '../../../src/store/study.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

async function requestFor(files: Record<string, string | Uint8Array>, told: Diagnostic[] = []): Promise<PassRequest> {
  const cwd = folderWith(files);
  const { value, diagnostics } = await loadStudy({ cwd, study: '.', paths: [], needsCodebook: true });
  expect(diagnostics).toEqual([]);
  const tell = (more: readonly Diagnostic[]): void => void told.push(...more);
  return {
    study: value!,
    options: { set: { kind: 'rules' }, filters: NO_FILTERS },
    jobs: 1,
    tell,
    progress: () => undefined,
  };
}

const BASE = { 'qcode.yaml': '', 'codebook.yaml': 'codes:\n  - id: money\n    keywords: [money, 資金]\n' };
const rows = { format: 'csv', raw: false, codes: null } as const;

async function stream(request: PassRequest): Promise<string[]> {
  const { value } = await streamPass(
    request,
    { rows },
    (): string[] => [],
    async (place, tallies) => {
      place.push(...tallies.rows.pieces);
    },
  );
  return value.join('').trimEnd().split('\n');
}

describe('a pass over sources', () => {
  it('hands on rows of hits in the order of the sources, with offsets in characters and lines of the file', async () => {
    const request = await requestFor({
      ...BASE,
      'transcripts/b.txt': '---\ncase: B\n---\nA: 𠮷 money, money.\nA: 资金',
      'transcripts/a.txt': 'No label, "money"\n',
    });
    expect(hitHeader(rows)).toBe(
      'source,case,speaker,code,rule,start,end,line,match,segment_start,segment_end,segment\n',
    );
    expect(await stream(request)).toEqual([
      'transcripts/a.txt,transcripts/a.txt,,money,money,11,16,1,money,0,17,"No label, ""money"""',
      'transcripts/b.txt,B,A,money,money,5,10,4,money,3,18,"𠮷 money, money."',
      'transcripts/b.txt,B,A,money,money,12,17,4,money,3,18,"𠮷 money, money."',
      'transcripts/b.txt,B,A,money,資金,22,24,5,资金,22,24,资金',
    ]);
  });

  it('adds up no rows, which are handed on and emptied while a source is read', () => {
    const refused = (request: PassRequest) =>
      // @ts-expect-error rows are for streamPass
      tallyPass(request, { rows });
    expect(refused).toBeInstanceOf(Function);
  });

  it('reads sources of different encodings', async () => {
    const request = await requestFor({
      ...BASE,
      'transcripts/a.txt': Buffer.from('fffe41003a002000c78cd191', 'hex'),
      'transcripts/b.txt': 'A: money',
    });
    const { value } = await tallyPass(request, { glance: {} });
    expect(value.glance.map(({ encoding, codings }) => [encoding, codings])).toEqual([
      ['utf-16le', 1],
      ['utf-8', 1],
    ]);
  });

  it('reads Big5 with the characters of Hong Kong', async () => {
    const line =
      'A: \xab\x59\xa7\xda\xad\xcc\xaa\xba\xb8\xea\xaa\xf7\xa1\x43\xb3\x6f\xad\xd3\xac\xd2\xb5\xb2\xbd\xd7\xa1\x43\n';
    const request = await requestFor({
      ...BASE,
      'qcode.yaml': 'encoding: big5\n',
      'transcripts/a.txt': Buffer.from(line, 'latin1'),
    });
    const { value } = await tallyPass(request, { glance: {} });
    expect(value.glance.map(({ encoding, codings }) => [encoding, codings])).toEqual([['big5-hkscs', 1]]);
  });

  it('names a source that has gone, and goes on', async () => {
    const told: Diagnostic[] = [];
    const request = await requestFor({ ...BASE, 'transcripts/a.txt': 'money', 'transcripts/b.txt': 'money' }, told);
    const [first, ...rest] = request.study.sources;
    const gone = {
      ...request,
      study: { ...request.study, sources: [{ ...first!, path: `${first!.path}.gone` }, ...rest] },
    };
    const { value, coverage } = await tallyPass(gone, { glance: {} });
    expect(told.map(({ code }) => code)).toEqual(['QC402']);
    expect(value.glance.map(({ source }) => source)).toEqual(['transcripts/b.txt']);
    expect(coverage).toMatchObject({ sources: 1, unread: [{ source: 'transcripts/a.txt' }] });
  });

  it('leaves an expression that runs away out for every source, and says so once', async () => {
    const told: Diagnostic[] = [];
    const request = await requestFor(
      {
        ...BASE,
        'codebook.yaml': "codes:\n  - id: money\n    keywords: [money, '/(a+)+$/', '/ca.h/']\n",
        'transcripts/a.txt': 'aaa money cash\n',
        'transcripts/b.txt': `${'a'.repeat(60)}! money\n`,
      },
      told,
    );
    const { value, leftOut } = await tallyPass(request, { glance: {} });
    expect(told.map(({ code, place }) => [code, place!.line])).toEqual([['QC424', 3]]);
    expect(leftOut).toMatchObject([{ code: 'money', rule: '/(a+)+$/' }]);
    expect(value.glance.map(({ codings }) => codings)).toEqual([1, 1]);
    expect((await stream(request)).map((row) => row.split(',')[8])).toEqual(['money', 'cash', 'money']);
  });
});
