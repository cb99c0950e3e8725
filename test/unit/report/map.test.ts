import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { chosenMap } from '../../../src/codebook/map/chosen.js';
import { parseCodebook } from '../../../src/codebook/parse.js';
import { displayWidth } from '../../../src/core/width.js';
import { type Diagram, graphvizOf, mermaidOf } from '../../../src/report/map-diagram.js';
import { mapOutline } from '../../../src/report/map-outline.js';
import { plain } from '../../../src/report/style.js';

const codebook = parseCodebook(
  `core: 自主
relation_types: [削弱]
codes:
  - {id: 资金, name: 政府购买服务合同的资助金额以及它在多年项目中的增减情况和机构对此的看法与应对办法}
  - {id: 自主, name: '1. "Autonomy" of [agencies] <b> a\\b; 50% #1'}
  - {id: late, name: Late payment}
  - {id: staff}
  - {id: alone}
relations:
  - {from: 资金, type: 削弱, to: 自主}
  - {from: 资金, type: causes, to: late}
  - {from: staff, type: contradicts, to: alone}
`,
  'codebook.yaml',
).value!;

const diagram: Diagram = {
  title: 'A "map"',
  ...chosenMap(codebook, { types: ['削弱', 'contradicts'] }),
  frames: [{ title: 'Frame [1]', codes: ['staff'] }],
  core: '自主',
};

describe('a map as Mermaid', () => {
  it('numbers its nodes, and escapes what Mermaid would read', () => {
    expect(mermaidOf(diagram)).toBe(`flowchart LR
  subgraph s0["Frame #91;1#93;"]
    c2["staff"]
  end
  c0["政府购买服务合同的资助金额以及它在多年项目中的增减情况和机构对此的看法与应对办法"]
  c1["#49;. #34;Autonomy#34; of #91;agencies#93; #60;b#62; a#92;b#59; 50#37; #35;1"]
  c3["alone"]
  c0 -->|"削弱"| c1
  c2 -.->|"contradicts"| c3
  style c1 stroke-width:4px
`);
  });
});

describe('a map as Graphviz', () => {
  it('has its codes by id, and escapes quotation marks', () => {
    expect(graphvizOf(diagram)).toBe(`digraph "A \\"map\\"" {
  rankdir=LR;
  node [shape=box];
  subgraph cluster_0 {
    label="Frame [1]";
    "staff" [label="staff"];
  }
  "资金" [label="政府购买服务合同的资助金额以及它在多年项目中的增减情况和机构对此的看法与应对办法"];
  "自主" [label="1. \\"Autonomy\\" of [agencies] <b> a\\\\b; 50% #1", penwidth=3];
  "alone" [label="alone"];
  "资金" -> "自主" [label="削弱"];
  "staff" -> "alone" [label="contradicts", style=dashed];
}
`);
  });

  it('writes signs that dot would decode as entities', () => {
    const entity = { ...diagram, codes: [{ ...diagram.codes[0]!, name: 'R&amp;D' }], frames: [], relations: [] };
    expect(graphvizOf(entity)).toContain('[label="R&amp;amp;D"');
    expect(graphvizOf({ ...entity, codes: [{ ...diagram.codes[0]!, name: 'R & D' }] })).toContain('[label="R &amp; D"');
  });

  const hasDot = spawnSync('dot', ['-V']).status === 0;
  (hasDot ? it : it.skip)('is read by dot, where that is installed', () => {
    const { status, stderr } = spawnSync('dot', ['-Tsvg'], { input: graphvizOf(diagram), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('a map as an outline', () => {
  const outline = (width: number, code?: string): string =>
    mapOutline(
      codebook,
      chosenMap(codebook, { types: [], ...(code && { around: { code, steps: 2, direction: 'either' } }) }),
      ['Code map'],
      { heading: 'Rest', codes: [codebook.codes[4]!] },
      { width, style: plain },
    );

  it('tells each relation once, what is linked to the core category first', () => {
    expect(outline(100)).toBe(`Code map

Linked to the core category
===========================

政府购买服务合同的资助金额以及它在多年项目中的增减情况和机构对此的看法与应对办法 (资金)
  削弱 → 1. "Autonomy" of [agencies] <b> a\\b; 50% #1 (自主)
  causes → Late payment (late)

Linked among themselves, 1: 2 codes
===================================

staff
  contradicts → alone

Rest
- alone
`);
  });

  it('around a code tells a relation at the end that is further away', () => {
    expect(outline(100, 'late').split('\n').slice(2, -3).join('\n')).toBe(`Late payment (late)

1 step away
===========

政府购买服务合同的资助金额以及它在多年项目中的增减情况和机构对此的看法与应对办法 (资金)
  causes → Late payment (late)

2 steps away
============

1. "Autonomy" of [agencies] <b> a\\b; 50% #1 (自主)
  削弱 ← 政府购买服务合同的资助金额以及它在多年项目中的增减情况和机构对此的看法与应对办法 (资金)

Rest
- alone`);
    expect(outline(100, 'late')).toContain('causes ← B: B causes the code.');
    expect(outline(100)).not.toContain('causes ← B');
  });

  it('has no headings where all hangs together, and numbers its parts where no code is the core', () => {
    const headings = (yaml: string): string[] => {
      const read = parseCodebook(`codes: [{id: a}, {id: b}, {id: c}, {id: d}]\n${yaml}`, 'codebook.yaml').value!;
      const all = mapOutline(read, chosenMap(read, { types: [] }), ['Code map'], null, { width: 80, style: plain });
      return all.split('\n').filter((_, line, lines) => lines[line + 1]?.startsWith('==='));
    };
    const [first, second] = ['{from: a, type: causes, to: b}', '{from: c, type: causes, to: d}'];
    expect(headings(`relations: [${first}]`)).toEqual([]);
    expect(headings(`relations: [${first}, ${second}]`)).toEqual(['Part 1: 2 codes', 'Part 2: 2 codes']);
    expect(headings(`core: a\nrelations: [${first}]`)).toEqual([]);
    expect(headings(`core: c\nrelations: [${first}]`)).toEqual(['Linked among themselves, 1: 2 codes']);
  });

  it.each([20, 40, 80])('fits into %i columns, in Chinese too', (width) => {
    for (const code of [undefined, 'late']) {
      const lines = outline(width, code).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });
});
