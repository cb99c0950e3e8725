import { afterAll, describe, expect, it } from '@jest/globals';
import { CODEBOOK, SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('inside a study', () => {
  const study = folderWith({ ...SMALL, 'deep/er/x': '' });

  it('no file needs naming, from any folder below', () => {
    const expected = ['code,Hope,total,Bureau', 'money,2,2,1', 'grant,1,1,0', 'trust,2,2,1', 'latent,,,'];
    expect(lines(qcode(study, ['frequency', '--format', 'csv']).stdout)).toEqual(expected);
    expect(lines(qcode(`${study}/deep/er`, ['frequency', '--format', 'csv']).stdout)).toEqual(expected);
    expect(lines(qcode('/', ['frequency', '--study', study, '--format', 'csv']).stdout)).toEqual(expected);
  });

  it('interviewers are left out as qcode.yaml says, unless asked for', () => {
    expect(lines(qcode(study, ['frequency', '--include-interviewer', '--format', 'csv']).stdout)[1]).toBe(
      'money,3,3,2',
    );
    expect(lines(qcode(study, ['frequency', '--role', 'interviewer', '--format', 'csv']).stdout)[1]).toBe(
      'money,1,1,1',
    );
  });

  it('paths choose among its sources', () => {
    expect(lines(qcode(study, ['frequency', 'transcripts/d.txt', '--format', 'csv']).stdout)[0]).toBe(
      'code,Bureau,total',
    );
    expect(lines(qcode(study, ['frequency', '--source', 'd', '--format', 'csv']).stdout)[0]).toBe('code,Bureau,total');
  });

  it('filters keep cases, speakers, and attributes', () => {
    expect(lines(qcode(study, ['frequency', '--case', 'A1', '--format', 'csv']).stdout)[0]).toBe('code,Hope,total');
    expect(lines(qcode(study, ['frequency', '--case', 'Hope', '--format', 'csv']).stdout)[0]).toBe('code,Hope,total');
    expect(lines(qcode(study, ['frequency', '--where', 'type=government', '--format', 'csv']).stdout)[0]).toBe(
      'code,Bureau,total',
    );
    expect(lines(qcode(study, ['frequency', '--speaker', '答', '--format', 'csv']).stdout)[0]).toBe(
      'code,Bureau,total',
    );
    expect(lines(qcode(study, ['frequency', '--code', 'trust', '--format', 'csv']).stdout)).toEqual([
      'code,Hope,total,Bureau',
      'trust,2,2,1',
    ]);
  });

  it('a parent takes in its children by distinct segments', () => {
    expect(lines(qcode(study, ['frequency', '--rollup', '--format', 'csv']).stdout)[1]).toBe('money,2,2,1');
  });

  it('lists take in the codes below one that is named, and none is rolled up', () => {
    const found = (...words: string[]): string[] =>
      [
        ...new Set(
          lines(qcode(study, ['code', ...words]).stdout)
            .slice(1)
            .map((row) => row.split(',')[3]!),
        ),
      ].sort();
    expect(found('--code', 'money')).toEqual(['money']);
    expect(found('--code', 'money', '--below')).toEqual(['grant', 'money']);
    for (const command of ['code', 'kwic', 'quotes']) {
      expect(qcode(study, [command, '--below'])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('--below wants a code'),
      });
      expect(qcode(study, [command, '--rollup'])).toMatchObject({ code: 2, stdout: '' });
    }
  });
});

describe('non-speech markers', () => {
  const study = folderWith({ ...SMALL, 'transcripts/a.txt': 'R: Well [laughs] and [shrugs trust] indeed.\n' });
  const trust = (...words: string[]): string =>
    lines(qcode(study, ['frequency', '--format', 'csv', '--case', 'transcripts/a.txt', ...words]).stdout)[3]!;
  const words = (...more: string[]): string =>
    qcode(study, ['sources', '--format', 'csv', '--source', 'a', ...more]).stdout;

  it('are no speech, unless they are asked for', () => {
    expect(words()).toContain(',5,');
    expect(words('--markers')).toContain(',6,');
    expect(words('--marker', '[shrugs trust]')).toContain(',3,');
    expect([trust(), trust('--marker', '[shrugs trust]'), trust('--markers')]).toEqual([
      'trust,1,1',
      'trust,0,0',
      'trust,1,1',
    ]);
  });
});

describe('without a study', () => {
  const folder = folderWith({
    'codes.yaml': CODEBOOK,
    'interviews/A1/a.txt': 'A: trust\n',
    'interviews/A1/b.txt': 'A: funds\n',
    'interviews/c.txt': 'trust in funds\n',
  });

  it('a codebook and transcripts make one', () => {
    const { stdout } = qcode(folder, ['frequency', '--codebook', 'codes.yaml', 'interviews', '--format', 'csv']);
    expect(lines(stdout)).toEqual(['code,A1,c.txt,total', 'money,1,1,2', 'grant,0,0,0', 'trust,1,1,2', 'latent,,,']);
  });

  it('a table of cases may lie in the folder or be named', () => {
    const named = folderWith({ 'c.csv': 'source,agency\nA1/a.txt,Hope\nA1/b.txt,Hope\nc.txt,Faith\n' });
    const { stdout } = qcode(folder, [
      'frequency',
      '--codebook',
      'codes.yaml',
      'interviews',
      '--cases',
      `${named}/c.csv`,
      '--format',
      'csv',
    ]);
    expect(lines(stdout)[0]).toBe('code,Faith,Hope,total');
  });

  it('is said to be none where a command needs one', () => {
    const { code, stderr } = qcode(folderWith({}), ['frequency']);
    expect(code).toBe(2);
    expect(stderr).toContain('QC401');
  });
});

describe('a bad file among good ones', () => {
  const study = folderWith({ ...SMALL, 'transcripts/bad.txt': new Uint8Array([0, 1, 2, 0xff, 0, 0, 7, 0x80]) });

  it('is named and passed over, exit 1', () => {
    const { stdout, stderr, code } = qcode(study, ['frequency', '--format', 'csv']);
    expect(code).toBe(1);
    expect(stderr).toContain('transcripts/bad.txt');
    expect(lines(stdout)[0]).toBe('code,Hope,total,Bureau');
  });

  it('is a caveat of the report', () => {
    expect(qcode(study, ['report']).stdout).toContain('Not read, and in no figure: transcripts/bad.txt');
  });
});

describe('whose codings are counted', () => {
  const event = (id: string, code: string, start: number, exact: string) =>
    `${JSON.stringify({
      event: 'apply',
      id,
      at: '2020-01-01T00:00:00Z',
      code,
      anchor: { start, end: start + exact.length, exact, prefix: '', suffix: '', digest: '0'.repeat(64) },
    })}\n`;
  const text = SMALL['transcripts/a.txt'].replace(/^---[\s\S]*?---\n/, '');
  const log = event('e1', 'latent', text.indexOf('No funds'), 'No funds');
  const one = { ...SMALL, 'codings/ann/transcripts/a.txt.jsonl': log };
  const count = (folder: string, ...words: string[]) => qcode(folder, ['frequency', '--format', 'csv', ...words]);

  it('the only coder’s, unless options say otherwise; 0 only where somebody looked', () => {
    const study = folderWith(one);
    expect(lines(count(study).stdout)).toEqual([
      'code,Hope,total,Bureau',
      'money,0,0,',
      'grant,0,0,',
      'trust,0,0,',
      'latent,1,1,',
    ]);
    expect(lines(count(study, '--rules').stdout)[1]).toBe('money,2,2,1');
    expect(lines(count(study, '--all').stdout).slice(1)).toEqual([
      'money,2,2,1',
      'grant,1,1,0',
      'trust,2,2,1',
      'latent,1,1,',
    ]);
  });

  it('of several coders one must be chosen', () => {
    const study = folderWith({ ...one, 'codings/ben/transcripts/d.txt.jsonl': '' });
    expect(count(study).stderr).toContain('QC420');
    expect(count(study).code).toBe(2);
    expect(lines(count(study, '--coder', 'ann').stdout)[4]).toBe('latent,1,1,');
    expect(count(study, '--coder', 'anne').stderr).toContain('QC421');
  });
});

describe('consent', () => {
  const people = (consent: string) =>
    folderWith({ ...SMALL, 'people.csv': `source,speaker,consent\ntranscripts/a.txt,Respondent,${consent}\n` });

  it('to be counted is no consent to be quoted', () => {
    const study = people('count');
    expect(lines(qcode(study, ['frequency', '--format', 'csv']).stdout)[1]).toBe('money,2,2,1');
    for (const command of ['quotes', 'kwic', 'code', 'report']) {
      const { stdout } = qcode(study, [command]);
      expect(stdout).not.toContain('no trust');
      expect(stdout).toContain('信任');
    }
  });

  it('withheld altogether leaves every figure', () => {
    const study = people('none');
    expect(lines(qcode(study, ['frequency', '--format', 'csv']).stdout)[0]).toBe('code,Bureau,total');
    expect(qcode(study, ['report']).stdout).toContain('2 turns without consent');
  });
});
