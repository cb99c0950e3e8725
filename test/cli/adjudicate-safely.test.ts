import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fromStudy } from '../../src/cli/agree-study.js';
import { Values } from '../../src/cli/command.js';
import { tellOn } from '../../src/cli/findings.js';
import { adjudicateByHand } from '../../src/tui/shell/adjudicate.js';
import { B, BOTH, comparedStudy, logOf, snapshotsOf, YAML } from './compared-study.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const HEADER = 'source,start,end,decision\n';
const LOG = 'codings/adjudicated/transcripts/b.txt.jsonl';

/** Stores a table of decisions. */
function adjudicate(folder: string, rows: string, ...words: string[]) {
  writeFileSync(join(folder, 'decided.csv'), `${HEADER}${rows}`);
  return qcode(folder, ['agree', ...words, '--adjudicate', 'decided.csv']);
}
/** The units that are listed: source, line and decision. */
function listed(folder: string, ...words: string[]): string[] {
  const { stdout } = qcode(folder, ['agree', '--disagreements', '--format', 'csv', ...words]);
  const [head, ...rows] = stdout.trimEnd().split('\n');
  const [line, decision] = [head!.split(',').indexOf('line'), head!.split(',').indexOf('decision')];
  return rows.map((row) => {
    const cells = row.split(',');
    return `${cells[0]!.slice(12, 13)} ${cells[line]} ${cells[decision]}`;
  });
}
const held = (folder: string): string[] =>
  qcode(folder, ['codings', 'list', '--coder', 'adjudicated', '--format', 'jsonl'])
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, string>)
    .map(({ source, code, quotation }) => `${source!.slice(12, 13)} ${code} ${quotation}`);

describe('another unit of comparison', () => {
  const text = '甲：第一段说钱。\n\n第二段说信任。\n';
  /** Two paragraphs in one turn, on which ann and bo gave the same codes crosswise: as a turn they agree. */
  const crosswise = () => {
    const seen = [0];
    const crossed = (first: string, second: string) =>
      logOf(text, {
        seen,
        codes: [
          ['第一段说钱', first],
          ['第二段说信任', second],
        ],
      });
    return folderWith({
      'qcode.yaml': 'title: T\nunit: paragraph\n',
      'codebook.yaml': YAML,
      'transcripts/a.txt': text,
      'codings/ann/transcripts/a.txt.jsonl': crossed('money', 'trust'),
      'codings/bo/transcripts/a.txt.jsonl': crossed('trust', 'money'),
    });
  };
  const first = (folder: string): string => {
    const { stdout } = qcode(folder, ['agree', '--disagreements', '--format', 'csv']);
    const [, source, , start, end] = /^([^,]+),(\d+),(\d+),(\d+)/m.exec(stdout.split('\n')[1]!)!;
    return `${source},${start},${end}`;
  };

  it('settles nothing of which a part was decided, and overrules no decision there', () => {
    const folder = crosswise();
    adjudicate(folder, `${first(folder)},trust\n`);
    expect(listed(folder, '--open')).toHaveLength(1);
    const before = held(folder);
    const { stdout } = adjudicate(folder, '', '--unit', 'turn');
    expect(stdout).toContain('0 codings are stored');
    expect(stdout).toContain('1 still open');
    expect(held(folder)).toEqual(before);
    expect(listed(folder, '--open')).toHaveLength(1);
    expect(listed(folder, '--open', '--unit', 'turn')).toEqual(['a 1 ']);
    const shown = qcode(folder, ['agree', '--disagreements', '--unit', 'turn']).stdout.replace(/\s+/g, ' ');
    expect(shown).toContain('Also listed: 1 unit on which the coders agree, and of which only a part was decided');
  });

  it('by an explicit decision overrules those in it, and says which', () => {
    const folder = crosswise();
    adjudicate(folder, `${first(folder)},trust\n`);
    const all = `transcripts/a.txt,0,${[...text].length - 1},fear\n`;
    writeFileSync(join(folder, 'turn.csv'), `${HEADER}${all}`);
    const words = ['agree', '--unit', 'turn', '--adjudicate', 'turn.csv'];
    const trial = qcode(folder, [...words, '--dry-run']);
    expect(trial.stderr).toContain(
      '1 unit decided before would be decided anew:\n  transcripts/a.txt:1–3  trust → fear',
    );
    expect(qcode(folder, words).stderr).toContain('1 unit decided before is decided anew:');
    expect(held(folder).map((one) => one.split(' ')[1])).toEqual(['fear']);
  });
});

it('a decision on a part of what was decided leaves the code on the rest, compared or not', () => {
  const folder = comparedStudy({ ann: BOTH.ann, bo: BOTH.ann });
  adjudicate(folder, '');
  // Only the second sentence of the answer is compared, for cy saw no more.
  const { stdout } = adjudicate(folder, 'transcripts/b.txt,47,58,trust\n', '--unit', 'sentence');
  expect(stdout).toContain('taken back');
  expect(held(folder).filter((one) => one.startsWith('b'))).toEqual(['b money Money is late.', 'b trust We fear it.']);
});

describe('two adjudications joined by git', () => {
  /** The study and a copy of it, each with a decision on the unit of b.txt, joined as git joins the logs. */
  const joined = (one: string, other: string, base = '') => {
    const folder = comparedStudy(BOTH);
    if (base !== '') adjudicate(folder, `transcripts/b.txt,32,58,${base}\n`);
    const copy = join(dirname(folder), `${folder.split('/').at(-1)!}-copy`);
    cpSync(folder, copy, { recursive: true });
    adjudicate(folder, `transcripts/b.txt,32,58,${one}\n`);
    adjudicate(copy, `transcripts/b.txt,32,58,${other}\n`);
    appendFileSync(join(folder, LOG), readFileSync(join(copy, LOG), 'utf8'));
    return folder;
  };

  it.each([
    ['first decisions', 'money', 'fear', ''],
    ['changes of one decision', 'money', 'fear', 'trust'],
    ['one that takes all back', '(none)', 'trust; fear', 'trust'],
  ])('leave a unit open that they decided otherwise, and it is named: %s', (_, one, other, base) => {
    const folder = joined(one, other, base);
    expect(listed(folder, '--open')).toContain('b 2 ');
    const shown = qcode(folder, ['agree', '--disagreements']).stdout.replace(/\s+/g, ' ');
    expect(shown).toContain('Decided twice, apart, and so open again: transcripts/b.txt:2');
    const check = qcode(folder, ['check']);
    expect(check.stdout + check.stderr).toContain('decided twice, apart, and not alike');
    expect(adjudicate(folder, '').stdout).toContain('still open');
    adjudicate(folder, 'transcripts/b.txt,32,58,money; trust\n');
    expect(listed(folder)).toContain('b 2 money; trust');
    expect(
      held(folder)
        .filter((line) => line.startsWith('b'))
        .map((line) => line.split(' ')[1]),
    ).toEqual(['money', 'trust']);
    const after = qcode(folder, ['check']);
    expect(after.stdout + after.stderr).not.toMatch(/decided twice|QC443/);
  });

  it('and a third that is as one of them, or as both together, is named as a decision anew', () => {
    const { stderr } = adjudicate(joined('(none)', 'fear'), 'transcripts/b.txt,32,58,fear\n');
    expect(stderr).toContain('1 unit decided before is decided anew:');
    expect(stderr).toMatch(/transcripts\/b\.txt:2 {2}(?:\(none\) \| fear|fear \| \(none\)) → fear/);
  });

  it('leave it settled where they decided alike, and no remedy is named that is refused', () => {
    const folder = joined('money; fear', 'fear; money');
    expect(listed(folder)).toContain('b 2 money; fear');
    const check = qcode(folder, ['check']);
    expect(check.stdout + check.stderr).not.toMatch(/decided twice|QC443/);
  });

  it('know of each other where one was taken after the other', () => {
    const folder = comparedStudy(BOTH);
    for (const codes of ['money', 'fear', '(none)', 'trust', 'money'])
      adjudicate(folder, `transcripts/b.txt,32,58,${codes}\n`);
    expect(listed(folder)).toContain('b 2 money');
  });
});

describe('a decision against what all gave', () => {
  const over = (folder: string, codes: string) => adjudicate(folder, `transcripts/b.txt,32,58,${codes}\n`);

  it('stays listed, and what the warning says takes it back', () => {
    const folder = comparedStudy({ ann: BOTH.ann, bo: BOTH.ann });
    expect(over(folder, '(none)').stderr).toContain(
      'Where that is not meant, write money; fear as the decision, and store the table again.',
    );
    expect(listed(folder)).toEqual(['b 2 (none)']);
    expect(listed(folder, '--open')).toEqual([]);
    const shown = qcode(folder, ['agree', '--disagreements']).stdout.replace(/\s+/g, ' ');
    expect(shown).toContain('Disagreements on 0 of 5 units');
    expect(shown).toContain(
      'Also listed: 1 unit on which the coders agree and the decision is another one: transcripts/b.txt:2 “(none)”.',
    );
    over(folder, 'money; fear');
    expect(listed(folder)).toEqual([]);
    expect(held(folder).filter((one) => one.startsWith('b'))).toHaveLength(2);
  });

  it('can be taken back in the terminal', () => {
    const folder = comparedStudy({ ann: BOTH.ann, bo: BOTH.ann }, { keys: 'A' });
    over(folder, '(none)');
    const { stdout } = qcode(folder, ['agree', '--adjudicate', '--script', 'keys']);
    expect(stdout + '').not.toContain('differ on no unit');
    expect(listed(folder)).toEqual([]);
  });
});

describe('a coder who is not compared', () => {
  const three = () => comparedStudy({ ann: BOTH.ann, bo: BOTH.bo, cy: BOTH.ann });

  it('keeps a unit open that he saw and coded otherwise, and is named', () => {
    const folder = three();
    const { stdout, stderr } = adjudicate(folder, '', 'ann', 'cy');
    expect(stdout).toContain('3 units agreed or decided, 2 still open');
    expect(stderr).toContain('2 units'.replace('units', 'turns'));
    expect(stderr).toContain('stay open: bo saw them too and coded otherwise');
    expect(listed(folder, '--open')).toHaveLength(2);
  });

  it('does not hinder an explicit decision, and who agrees hinders nothing', () => {
    const folder = three();
    const { stdout } = adjudicate(folder, 'transcripts/a.txt,40,44,fear\ntranscripts/b.txt,32,58,money\n', 'ann', 'cy');
    expect(stdout).toContain('5 units agreed or decided, 0 still open');
  });
});

describe('in the terminal', () => {
  it('the last words are of what is open then', () => {
    const run = (keys: string): string => {
      const folder = comparedStudy({ ...BOTH, cy: BOTH.ann }, { keys });
      return qcode(folder, ['agree', '--adjudicate', '--script', 'keys']).stderr.trimEnd().split('\n').at(-1)!;
    };
    expect(run('A')).toBe('1 unit on which ann, bo and cy differ is open: start again to go on.');
    expect(run('A B')).toBe('All is settled on which ann, bo and cy differ.');
  });

  it('refuses to begin where its question could not be read', async () => {
    const folder = comparedStudy(BOTH);
    const written: string[] = [];
    const kept = { write: (text: string) => written.push(text) };
    const shell = { folder, out: kept, err: kept, interactive: false } as never;
    const invocation = { arguments: [], values: new Values({ adjudicate: true }), shell };
    const findings = tellOn(shell);
    const { study } = await fromStudy(invocation, findings);
    await expect(adjudicateByHand(invocation, study!, findings)).rejects.toThrow('the error stream, is redirected');
    // Nothing is said to be stored that is not.
    expect(written.join('')).not.toContain('stored');
    expect(existsSync(join(folder, 'codings/adjudicated'))).toBe(false);
  });
});

it('takes a table written before two codes were merged', () => {
  const yaml = 'codes:\n  - id: money\n    was: [fear]\n  - id: trust\n';
  const folder = comparedStudy(BOTH, { 'codebook.yaml': yaml, ...snapshotsOf(YAML) });
  const csv = 'source,start,end,codes:ann,codes:bo,decision\ntranscripts/b.txt,32,58,money; fear,money,trust\n';
  writeFileSync(join(folder, 'old.csv'), csv);
  const { stdout, stderr } = qcode(folder, ['agree', '--adjudicate', 'old.csv']);
  expect(stderr).not.toContain('in this row');
  expect(stdout).toContain('stored as adjudicated');
});

it('refuses a decision that names codes and none', () => {
  const folder = comparedStudy(BOTH);
  const { stderr, code } = adjudicate(folder, 'transcripts/b.txt,32,58,fear;(none)\n');
  expect(code).toBe(1);
  expect(stderr).toContain('QC453: the decision “fear;(none)” names codes and says that there are none');
});

describe('what was read after the first decision', () => {
  const first = { seen: [1], codes: [] } as const;
  const later = { seen: [3], at: '2099-01-01T09:00:00Z' } as const;
  /** Both read one answer of b.txt and agree, that is stored, and both read the other. */
  const halves = () => {
    const half = { b: [first] };
    const folder = comparedStudy({ ann: half, bo: half });
    adjudicate(folder, '');
    appendFileSync(
      join(folder, 'codings/ann/transcripts/b.txt.jsonl'),
      logOf(B, { ...later, codes: [['Trust, yes.', 'trust']] }),
    );
    appendFileSync(join(folder, 'codings/bo/transcripts/b.txt.jsonl'), logOf(B, { ...later, codes: [] }));
    return folder;
  };

  it('is compared, listed as open where they differ, and counted so by figures', () => {
    const folder = halves();
    expect(listed(folder, '--open')).toEqual(['b 4 ']);
    const { stdout } = qcode(folder, ['frequency']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('of 2 turns that two of them saw 1 is open');
    expect(adjudicate(folder, 'transcripts/b.txt,91,102,trust\n').stdout).toContain('0 still open');
  });

  it('but not what was changed in a unit that was decided, or was open when others were', () => {
    const folder = comparedStudy(BOTH);
    const before = qcode(folder, ['agree', '--format', 'csv']).stdout;
    adjudicate(folder, 'transcripts/a.txt,40,44,fear\n');
    for (const coder of ['ann', 'bo'])
      appendFileSync(
        join(folder, `codings/${coder}/transcripts/b.txt.jsonl`),
        logOf(B, { codes: [['Money is late. We fear it.', 'trust']], at: '2099-01-01T09:00:00Z' }),
      );
    expect(qcode(folder, ['agree', '--format', 'csv']).stdout).toBe(before);
  });
});
