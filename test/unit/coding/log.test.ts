import { describe, expect, it } from '@jest/globals';
import { parseLog } from '../../../src/coding/log.js';
import { printEvent } from '../../../src/coding/print-event.js';
import { apply, remove, seen, verdict } from './build.js';

const everyKind = [
  apply('a1', 'trust', 3, '我们信任他们👍', {
    memo: 'line\nbreak',
    properties: { stance: 'denies', a: 'b' },
    was: 'a0',
  }),
  verdict('a2', 'trust', 0, 'x', 'reject'),
  remove('r1', 'a1', 'a2'),
  seen('s1', 0, 10),
  { ...seen('s2', 0, 10), blind: true },
  { ...apply('a3', 'trust', 0, 'x'), undoes: 'r1' },
  { ...remove('r2', 'a3'), undoes: 'a3' },
  { ...seen('s3', 0, 10), unit: { ...seen('s3', 0, 10).unit, text: '0123456789abcdef' }, undoes: 'r2' },
];

describe('a codings log', () => {
  it('reads what it prints, for every kind of event', () => {
    const text = everyKind.map((event) => `${printEvent(event)}\n`).join('');
    const { value, diagnostics } = parseLog(text, 'log');
    expect(diagnostics).toEqual([]);
    expect(value!.map(printEvent)).toEqual(everyKind.map(printEvent));
    expect(value).toEqual(everyKind);
  });

  it('prints keys in a fixed order, whatever order the event was made in', () => {
    const event = apply('a1', 'trust', 0, 'yes', { properties: { b: '2', a: '1' }, memo: 'm' });
    const { anchor, ...rest } = event;
    expect(printEvent({ anchor: Object.fromEntries(Object.entries(anchor).reverse()), ...rest } as typeof event)).toBe(
      '{"event":"apply","id":"a1","at":"2026-01-02T03:04:05Z","code":"trust",' +
        '"anchor":{"start":0,"end":3,"exact":"yes","prefix":"","suffix":"","digest":"d"},' +
        '"properties":{"a":"1","b":"2"},"memo":"m"}',
    );
  });

  it('takes a byte order mark, CRLF, blank lines and a missing last line feed as they come', () => {
    const [a, b] = everyKind.map(printEvent);
    const { value, diagnostics } = parseLog(`\uFEFF${a}\r\n\r\n${b}`, 'log');
    expect(diagnostics).toEqual([]);
    expect(value).toHaveLength(2);
  });

  it('names a bad line and keeps all others', () => {
    const line = printEvent(everyKind[0]!);
    const { value, diagnostics } = parseLog(
      `${line}\n{oops\n${printEvent(everyKind[3]!)}\n`,
      'codings/ann/a.txt.jsonl',
    );
    expect(value).toHaveLength(2);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'QC201',
      severity: 'error',
      place: { file: 'codings/ann/a.txt.jsonl', line: 2, excerpt: '{oops' },
    });
  });

  it('reports a torn last line as a warning, at every place where it may have been torn', () => {
    const first = `${printEvent(everyKind[3]!)}\n`;
    const last = printEvent(everyKind[0]!);
    for (let cut = 1; cut < last.length; cut++) {
      const { value, diagnostics } = parseLog(first + last.slice(0, cut), 'log');
      expect(value).toHaveLength(1);
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['QC202', 'warning']]);
    }
    expect(parseLog(first + last, 'log').value).toHaveLength(2);
  });

  it('reports a torn line as a warning also where later events follow it, and loses none of them', () => {
    const [before, torn, after] = [everyKind[3]!, everyKind[0]!, everyKind[2]!].map(printEvent) as [
      string,
      string,
      string,
    ];
    for (let cut = 1; cut < torn.length; cut++) {
      const { value, diagnostics } = parseLog(`${before}\n${torn.slice(0, cut)}\n${after}\n`, 'log');
      expect(value!.map(({ id }) => id)).toEqual(['s1', 'r1']);
      expect(diagnostics.map(({ code, severity, place }) => [code, severity, place!.line])).toEqual([
        ['QC202', 'warning', 2],
      ]);
    }
  });

  it('does not take a whole line that somebody damaged for a torn one', () => {
    const line = printEvent(everyKind[0]!);
    for (const damaged of [line.replace(',', ',,'), line.replace(':', ''), line.slice(1), `${line}}`]) {
      expect(parseLog(`${damaged}\n`, 'log').diagnostics.map(({ code }) => code)).toEqual(['QC201']);
    }
  });
});
