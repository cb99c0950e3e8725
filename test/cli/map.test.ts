import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseCodebook } from '../../src/codebook/parse.js';
import { displayWidth } from '../../src/core/width.js';
import { SMALL, folderWith, qcode, removeFolders, sampleStudy } from './run.js';

afterAll(removeFolders);

const MAPPED = `title: Small
core: trust
relation_types: [削弱]
codes:
  - id: money
    name: Money 资金
    keywords: [fund*, 资金]
    codes:
      - id: grant
        keywords: [grant]
  - id: trust
    keywords: [trust, 信任]
  - id: latent
  - id: distance
  - id: elsewhere
relations:
  - {from: money, type: causes, to: trust}          # said by all
  - {from: latent, type: 削弱, to: trust}
  - {from: distance, type: condition-of, to: money}
`;

const study = folderWith({ ...SMALL, 'codebook.yaml': MAPPED });
const sample = sampleStudy();

const stdout = (folder: string, ...words: string[]): string => {
  const run = qcode(folder, words);
  expect({ stderr: run.stderr, code: run.code }).toEqual({ stderr: '', code: 0 });
  return run.stdout;
};

describe('qcode map', () => {
  it('tells the whole map, and what is not linked to the core category', () => {
    expect(stdout(study, 'map')).toBe(`Code map: Small
3 relations between 4 of 6 codes.
Core category: trust.

Money 资金 (money)
  causes → trust

latent
  削弱 → trust

distance
  condition-of → Money 资金 (money)

Not linked to the core category
- elsewhere
`);
  });

  it('tells what lies within so many steps of a code, both ways or along the relations', () => {
    const csv = (...words: string[]): string[] =>
      stdout(study, 'map', '--format', 'csv', ...words)
        .trimEnd()
        .split('\n');
    expect(csv('--linked-to', 'trust')).toEqual([
      'from,type,to,from_steps,to_steps',
      'money,causes,trust,1,0',
      'latent,削弱,trust,1,0',
    ]);
    expect(csv('--linked-to', 'trust', '--steps', '2').at(-1)).toBe('distance,condition-of,money,2,1');
    expect(csv('--linked-to', 'distance', '--steps', '9', '--directed').slice(1)).toEqual([
      'money,causes,trust,1,2',
      'distance,condition-of,money,0,1',
    ]);
    expect(csv('--linked-to', 'trust', '--directed')).toEqual(['from,type,to,from_steps,to_steps']);
    expect(csv('--linked-to', 'trust', '--type', '削弱')).toHaveLength(2);
    expect(csv('--type', 'causes', '--type', '削弱')).toEqual([
      'from,type,to',
      'money,causes,trust',
      'latent,削弱,trust',
    ]);
  });

  it('sets codes into the paradigm of axial coding', () => {
    expect(stdout(study, 'map', '--axial', '--format', 'csv')).toBe(`place,code,from,type,to
phenomenon,trust,,,
causal,money,money,causes,trust
other,latent,latent,削弱,trust
further,distance,,,
unlinked,elsewhere,,,
`);
    expect(stdout(study, 'map', '--axial', 'money')).toMatch(
      /Phenomenon\n=+\n\n- Money 资金 \(money\)\n- grant\n[\s\S]*Context\n=+\n\n- distance: condition-of the phenomenon\n[\s\S]*Consequences\n=+\n\n- trust: the phenomenon causes it\n[\s\S]*Linked through other codes alone\n=+\n\n- latent\n/u,
    );
    const strategies = MAPPED.replace('type: 削弱', 'type: strategy-for').replace(
      'condition-of, to: money',
      'causes, to: latent',
    );
    const told = stdout(folderWith({ ...SMALL, 'codebook.yaml': strategies }), 'map', '--axial');
    expect(told).toContain('Strategies\n==========\n\n- latent: strategy-for the phenomenon\n');
    expect(told).toContain('Intervening conditions\n======================\n\n- distance: causes latent\n');
  });

  it('writes what other programs draw, also by the name of the file', () => {
    const folder = folderWith({ ...SMALL, 'codebook.yaml': MAPPED });
    expect(qcode(folder, ['map', '-o', 'map.mmd'])).toEqual({ stdout: '', stderr: '', code: 0 });
    const mermaid = readFileSync(join(folder, 'map.mmd'), 'utf8');
    expect(mermaid).toBe(stdout(folder, 'map', '--format', 'mermaid'));
    expect(mermaid.split('\n')[0]).toBe('flowchart LR');
    qcode(folder, ['map', '-o', 'map.dot']);
    expect(readFileSync(join(folder, 'map.dot'), 'utf8')).toBe(stdout(folder, 'map', '--format', 'graphviz'));
    const markdown = stdout(folder, 'map', '--format', 'markdown');
    expect(markdown).toContain(`\n\`\`\`mermaid\n${mermaid}\`\`\`\n`);
    const json = JSON.parse(stdout(folder, 'map', '--json')) as {
      sections: { blocks: { name: string; rows?: { cells: unknown[] }[]; items?: string[] }[] }[];
    };
    expect(json.sections.map(({ blocks }) => blocks[0]!.name)).toEqual(['map', 'unlinked']);
    expect(json.sections[0]!.blocks[0]!.rows!.map(({ cells }) => cells)).toContainEqual(['latent', '削弱', 'trust']);
  });

  it('says where nothing is linked to a code', () => {
    expect(stdout(study, 'map', '--linked-to', 'elsewhere', '--steps', '9')).toBe(
      'Code map: Small\nNo relation leads to or from elsewhere.\n\nelsewhere\n',
    );
    expect(stdout(study, 'map', '--linked-to', 'trust', '--directed')).toContain('No relation leads from trust.\n');
    expect(stdout(study, 'map', '--linked-to', 'money', '--type', '削弱')).toContain(
      'No relation of type 削弱 leads to or from money.\n',
    );
  });

  it('says how to begin where there are no relations', () => {
    const told = stdout(folderWith(SMALL), 'map');
    expect(told).toContain('0 relations between 0 of 4 codes.\nWrite some into codebook.yaml, under "relations".');
    expect(told).toMatch(/In no relation\n- money\n- grant\n- trust\n- latent\n$/u);
  });

  it.each([
    [['--linked-to', 'trst'], 'has no code "trst"', 'Did you mean trust?'],
    [['--linked-to', 'trust', '--steps', '0'], '--steps wants a whole number from 1, not "0"', ''],
    [['--linked-to', 'trust', '--steps', 'two'], 'not "two"', ''],
    [['--steps', '2'], '--steps wants a code', '--linked-to CODE'],
    [['--directed'], '--directed wants a code', '--linked-to CODE'],
    [['--type', 'cause'], '"cause" is no type of relation', 'Did you mean causes?'],
    [['--type', '增强'], 'no type of relation', 'contradicts, 削弱.'],
    [['--axial', '--type', 'causes'], '--axial and --type exclude each other', ''],
    [['--axial', '--linked-to', 'trust'], '--axial and --linked-to exclude each other', ''],
    [['--format', 'mermaid', '--json'], 'exclude each other', ''],
  ])('%j is explained, exit 2', (words, message, remedy) => {
    const { stdout: out, stderr, code } = qcode(study, ['map', ...words]);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
  });

  it('wants a code for axial coding where the codebook names no core category', () => {
    const { code, stderr } = qcode(folderWith(SMALL), ['map', '--axial']);
    expect(code).toBe(2);
    expect(stderr).toContain('the codebook has no core category');
  });

  it('a relation that is wrong stops every command, and check names it', () => {
    const folder = folderWith({ ...SMALL, 'codebook.yaml': MAPPED.replace('to: money', 'to: monye') });
    const { code, stderr } = qcode(folder, ['map']);
    expect(code).toBe(1);
    expect(stderr).toContain('error QC156: the codebook has no code "monye"');
    expect(qcode(folder, ['check']).stdout).toContain('codebook.yaml:19:46: error QC156');
  });

  it('follows a code that is renamed or merged, comments and all', () => {
    const folder = folderWith({ ...SMALL, 'codebook.yaml': MAPPED });
    qcode(folder, ['codebook', 'rename', 'trust', '信任', '--yes']);
    qcode(folder, ['codebook', 'merge', 'latent', 'distance', '--yes']);
    qcode(folder, ['codebook', 'add', 'New one', '--yes']);
    expect(stdout(folder, 'map', '--format', 'csv')).toBe(
      'from,type,to\nmoney,causes,信任\ndistance,削弱,信任\ndistance,condition-of,money\n',
    );
    const yaml = readFileSync(join(folder, 'codebook.yaml'), 'utf8');
    expect(yaml).toContain('core: 信任\n');
    expect(yaml).toContain('  - {from: money, type: causes, to: 信任}          # said by all\n');
  });
});

describe('the code map of the sample', () => {
  it('has each of the four dimensions lead to its purpose', () => {
    const { relations, core } = parseCodebook(
      readFileSync('codebooks/procurement-services.yaml', 'utf8'),
      'codebook.yaml',
    ).value!;
    const purposes = relations.filter(({ type }) => type === 'condition-of').map(({ from, to }) => [from, to]);
    expect(purposes).toEqual([
      ['amount-funded', 'design-choices'],
      ['number-of-projects', 'agency-branding'],
      ['nature-of-projects', 'operational-autonomy'],
      ['types-of-services', 'flexible-delivery'],
    ]);
    expect(core).toBe('logic');
  });

  it('can be read in 80 columns', () => {
    for (const words of [[], ['--axial'], ['--linked-to', 'personal-link', '--steps', '3']]) {
      const { stdout: out, code } = qcode(sample, ['map', ...words], { COLUMNS: '80' });
      expect(code).toBe(0);
      expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
    }
  });
});

describe('--linked-to', () => {
  it('chooses codes by their distance in the code map, in lists and figures alike', () => {
    const codesOf = (...words: string[]): string[] =>
      stdout(study, 'frequency', '--format', 'csv', ...words)
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[0]!);
    expect(codesOf('--linked-to', 'distance')).toEqual(['money', 'distance']);
    expect(codesOf('--linked-to', 'distance', '--steps', '2')).toEqual(['money', 'trust', 'distance']);
    expect(codesOf('--linked-to', 'distance', '--code', 'elsewhere')).toEqual(['money', 'distance', 'elsewhere']);
    expect(stdout(study, 'quotes', '--linked-to', 'distance', '--format', 'markdown')).toContain(
      'distance and codes at most 1 relation away from it',
    );
    expect(qcode(study, ['quotes', '--steps', '2']).stderr).toContain('--steps wants a code');
  });
});
