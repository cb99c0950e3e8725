/** The program's co-occurrence over units, each a line of a text and coded as a whole. */
export function cooccurrenceOf(units, codes, q) {
  const line = 'Coded words.\n';
  const codings = units.flatMap((unit, i) =>
    [...new Set(unit)].map((code) => ({ start: i * line.length, end: (i + 1) * line.length - 1, code })),
  );
  return tallied(line.repeat(units.length), codings, codes, 'line', q);
}

/** The program's co-occurrence of segments that share a position. */
export function overlapsOf(spans, codes, q) {
  const length = Math.max(...spans.map(({ end }) => end));
  return tallied('x'.repeat(length), spans, codes, 'overlap', q);
}

function tallied(text, codings, codes, unit, q) {
  const yaml = ['title: Golden', 'codes:', ...codes.map((code) => `  - id: ${JSON.stringify(code)}`)].join('\n');
  const codebook = q.parseCodebook(yaml, 'codebook.yaml').value;
  const transcript = q.parseTranscript('a.txt', q.encode(text), { file: 'a.txt' }).value;
  const laid = codings
    .map(({ start, end, code }) => ({ start, end, code: codes.indexOf(code), hits: [], coders: ['coder'] }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.code - b.code);
  const tally = q.createCooccurrence(codebook, { unit, rollup: false, units: true });
  q.addToCooccurrence(tally, {
    transcript,
    case: 'a',
    attributes: {},
    codings: laid,
    lookedAt: () => true,
    included: () => true,
    turnAttribute: () => undefined,
  });
  return q.finishCooccurrence(tally, codebook);
}
