import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { parseCodebook } from '../../src/codebook/parse.js';
import { catalogue } from '../../src/core/catalogue.js';
import { renderDiagnostic } from '../../src/core/render.js';

/** What must be found: the code, and a part of the remedy. `«…»` in the YAML stands round what the carets underline. */
type Finding = readonly [code: string, remedy: string];

interface Case {
  readonly yaml: string;
  readonly findings: readonly Finding[];
}

const broken = (yaml: string, ...findings: Finding[]): Case => ({ yaml, findings });

/** A codebook of one code with these keywords, one a line. */
const keywords = (lines: string, ...findings: Finding[]): Case =>
  broken(`codes:\n  - id: a\n    keywords:\n${lines.replace(/^/gmu, '      - ')}\n`, ...findings);

/** A codebook of one code with these further lines. */
const code = (lines: string, ...findings: Finding[]): Case =>
  broken(`codes:\n  - id: a\n${lines.replace(/^/gmu, '    ')}\n`, ...findings);

/** A codebook of three codes with these further lines. */
const mapped = (lines: string, ...findings: Finding[]): Case =>
  broken(`codes:\n  - id: money\n    was: cash\n  - id: trust\n  - id: pay\n${lines}\n`, ...findings);

const cases: Readonly<Record<string, Case>> = {
  'text after a quotation mark': keywords('"a" «b»\nc', ['QC101', `'"a" b'`]),
  'an escape that means nothing': keywords('"/«\\d»+/"', ['QC101', 'single quotation marks']),
  'two kinds of mistakes in one flow map': keywords('{any: a, any: «»: b}', ['QC101', 'mend the line']),
  'an apostrophe between single quotation marks': code("name: 'don'«t know'»", ['QC101', ": 'don''t know'"]),
  'quotation marks between quotation marks': code('name: "the "«big" one"»', ['QC101', `: 'the "big" one'`]),

  'a suffix without quotation marks': keywords('«*ing»', ['QC102', "'*ing'"]),
  'an infix without quotation marks': keywords('«*fund*»\nother', ['QC102', "'*fund*'"]),
  'a suffix in a phrase': keywords('«*ing fund*»', ['QC102', "'*ing fund*'"]),
  'a suffix in a list': code('keywords: [«*ing», b]', ['QC102', "'*ing'"]),
  'a suffix in a condition': keywords('{any: «*ing», near: [«*ed»]}', ['QC102', "'*ing'"], ['QC102', "'*ed'"]),
  'an at sign': keywords('«@home»', ['QC102', "'@home'"]),
  'a backquote': keywords('«`a`»', ['QC102', "'`a`'"]),
  'a per cent sign': keywords('«%»', ['QC102', "'%'"]),
  'an ampersand and a space': keywords('«& sons»', ['QC102', "'& sons'"]),
  'a bracket and more': keywords('«[sic] a»', ['QC102', "'[sic] a'"]),
  'a pipe': keywords('«|a»', ['QC102', "'|a'"]),
  'an angle': keywords('«>a»', ['QC102', "'>a'"]),
  'a colon in a text': code('definition: «what it is: a thing»', ['QC102', "'what it is: a thing'"]),
  'a directive': broken('«%TITLE x»\ncodes:\n  - id: a\n', ['QC102', 'take the line out']),
  'an expression with braces in a list': code('keywords: [«/\\d{1,3}/», x]', ['QC102', "'/\\d{1,3}/'"]),
  'an expression with brackets in a list': code('keywords: [x, «/[ab]+/i», y]', ['QC102', "'/[ab]+/i'"]),
  'an expression with braces in a map': keywords('{any: «/a{2}/», near: c}', ['QC102', "'/a{2}/'"]),

  'a quotation mark left open': code('name: «"abc»\ndefinition: x', ['QC103', 'close it']),
  'a quotation mark left open in a list': keywords("{any: [«'tis, b], near: c}»", ['QC103', 'close it']),
  'a bracket left open': code('keywords: «[a, b»\ndefinition: x', ['QC103', 'close it']),
  'a bracket left open inside braces': keywords('{any: «[a, b}»\nc', ['QC103', 'close it']),
  'braces left open': keywords('«{any: [a, b]»\nc', ['QC103', 'close it']),
  'a bracket too many': keywords('{any: a«]»}', ['QC103', 'close it']),

  'the same id in another branch': broken(
    'codes:\n  - id: trust\n    codes:\n      - id: b\n  - id: c\n    codes:\n      - id: «trust»\n',
    ['QC104', 'another id'],
  ),
  'the same id in NFC': broken('codes:\n  - id: caf\u00e9\n  - id: «cafe\u0301»\n', ['QC104', 'another id']),

  'a key too far right': broken('codes:\n  - id: a\n      «name: b»\n  - id: c\n', ['QC105', 'indent by spaces']),
  'a line between two levels': broken('codes:\n  - id: a\n   «name: b»\n  - id: c\n', ['QC105', 'indent by spaces']),
  'a tab': broken('codes:\n  - id: a\n«\t»name: b\n', ['QC105', 'by spaces']),
  'ideographic spaces': broken('codes:\n«　　»- id: a\n　　　　keywords: [x]\n', ['QC105', 'by spaces']),
  'no-break spaces': broken('codes:\n  - id: a\n«\u00a0\u00a0\u00a0\u00a0»keywords: [x]\n', ['QC105', 'by spaces']),
  'an ideographic space after others': code('«　»name: b', ['QC105', 'by spaces']),

  'a key given twice': code('name: x\n«name»: y', ['QC106', 'keep one']),
  'codes given twice': broken('codes:\n  - id: a\n«codes»:\n  - id: b\n', ['QC106', 'keep one']),

  'a misspelt key of a codebook': broken('«tilte»: x\ncodes:\n  - id: a\n', ['QC107', 'did you mean "title"']),
  'a misspelt key of a code': code('«keyword»: [a]', ['QC107', 'did you mean "keywords"']),
  'a key by another name': code('«description»: b', ['QC107', 'did you mean "definition"']),
  'a misspelt key of a rule': keywords('{any: a, «ner»: b}', ['QC107', 'did you mean "near"']),
  'a misspelt key of a distance': keywords('{any: a, near: b, within: {«word»: 3}}', ['QC107', 'did you mean "words"']),
  'a keyword with a colon': keywords('«note»: this', ['QC107', "'note: this'"]),
  'a keyword in braces': keywords('{«sic erat»}', ['QC107', "'sic erat'"]),
  'an unknown key of a stem': keywords('{any: [{«stam»: a}], near: b}', ['QC107', 'did you mean "stem"']),

  'a list for a text': code('name: «[a, b]»', ['QC108', 'write one text']),
  'a text for a list': code('keywords: «fund, grant»', ['QC108', '[fund, grant]']),
  'a map for a list': broken('codes:\n  «a: b»\n', ['QC108', '[a, b]']),
  'a text for a code': broken('codes:\n  - «trust»\n', ['QC108', '- id: trust']),
  'a text for the codebook': broken('«hello»\n', ['QC108', 'begin with "codes:"']),
  'a list for the codebook': broken('«- id: a»\n- id: b\n', ['QC108', 'begin with "codes:"']),
  'a list for a keyword': keywords('«[sic]»', ['QC108', 'quote it if [']),
  'a map for a text': code('definition: «{a: b}»', ['QC108', 'write one text']),
  'a list for a key': code('? «[a]»\n: b', ['QC108', 'write the value']),
  'dashes without a space': code('keywords:\n  «-fund»\n  -grant', ['QC108', '- fund']),
  'long dashes for items': code('keywords:\n  «— fund»\n  — grant', ['QC108', '- fund']),
  'a list between Chinese brackets': code('keywords: «【资金，经费】»', ['QC108', '[资金, 经费]']),
  'a list without brackets': code('keywords: «资金、经费»', ['QC108', '[资金, 经费]']),

  'a second document': broken('codes:\n  - id: a\n«---»\ncodes: []\n', ['QC109', 'take out the line']),

  'nesting without an end': broken(`codes: ${'['.repeat(999)}«[»${'['.repeat(100_000)}\n`, ['QC110', 'right file']),

  'an anchor': keywords('«&fund» fund*', ['QC111', 'write the text out']),
  'an alias of an anchor': keywords(
    '«&fund» fund*\n«*fund»',
    ['QC111', 'write the text out'],
    ['QC111', 'write the text out'],
  ),
  'a tag': keywords('«!important»', ['QC111', 'quote it']),
  'a merge key': code('«<<»: {name: b}', ['QC111', 'write the text out']),

  'an item indented too deep': code('keywords:\n  - a\n    «- b»\n  - c', ['QC112', 'same indentation']),

  'a key without a colon': broken('codes:\n  - id: a\n    «name»\n    definition: b\n', ['QC113', 'name: …']),
  'a key without a space': broken('codes:\n  - «id:a»\n    name: b\n', ['QC113', 'id: a']),
  'a key with a full-width colon': broken('codes:\n  - «id：a»\n    name: b\n', ['QC113', 'id: a']),
  'no key': code('«»: b', ['QC113', 'key: value']),
  'dashes without a space, at the left': code(
    'keywords:\n«-fund»\n«-grant»',
    ['QC113', '- fund'],
    ['QC113', '- grant'],
  ),
  'a dash without a space before a key': broken('codes:\n  «-id: a»\n   keywords: [x]\n', ['QC113', '"- id: a"']),
  'a dash without a space before a key, among others': broken('codes:\n- id: b\n«-id: a»\n  keywords: [x]\n', [
    'QC113',
    '"- id: a"',
  ]),
  'a long dash before a key': broken('codes:\n  «— id: a»\n    keywords: [x]\n', ['QC113', '"- id: a"']),
  'a long dash before a keyword': broken('codes:\n  - id: a\n    keywords:\n      - fund\n      «— grant»\n', [
    'QC113',
    '"- grant"',
  ]),
  'a full-width colon after codes': broken('«codes：»\n  - id: a\n    keywords: [x]\n', ['QC113', '"codes: …"']),

  'an empty file': broken('«»', ['QC114', 'codes:']),
  'comments only': broken('«»# nothing yet\n', ['QC114', 'codes:']),
  'no codes': broken('«title: x»\n', ['QC114', 'codes:']),
  'an empty list of codes': broken('title: x\n«codes»: []\n', ['QC114', 'codes:']),

  'no id': broken('codes:\n  - «name: b»\n    keywords: [a]\n', ['QC115', 'add "id']),
  'an id without a value': broken('codes:\n  - id:«»\n    name: b\n', ['QC115', 'add "id']),
  'an empty code': broken('codes:\n  -«»\n  - id: b\n', ['QC115', 'add "id']),

  'a space in an id': broken('codes:\n  - id: «amount funded»\n', ['QC116', 'id: amount-funded']),
  'a colon in an id': broken('codes:\n  - id: «a/b»\n', ['QC116', 'id: a-b']),
  'a hyphen before an id': broken('codes:\n  - id: «-a»\n', ['QC116', 'id: a']),
  'an invisible character in an id': broken('codes:\n  - id: «a\u200bb»\n', ['QC116', 'id: a-b']),

  'an unknown segment': broken('segment: «sentense»\ncodes:\n  - id: a\n', ['QC117', 'did you mean "sentence"']),
  'an unknown segment of a code': code('segment: «page»', ['QC117', 'write match']),
  'an unknown segment of a rule': keywords('{any: a, segment: «turns»}', ['QC117', 'did you mean "turn"']),

  'a colour by name': code('color: «red»', ['QC118', '#c0392b']),
  'a colour without quotation marks': code('color: «»#c0392b', ['QC118', '"#c0392b"']),
  'a colour without #': code('color: «c0392b»', ['QC118', '"#c0392b"']),

  'folding that is neither on nor off': broken('fold: {han: «yes»}\ncodes:\n  - id: a\n', ['QC119', 'true or false']),

  'a name that no property can have': broken('properties:\n  «my stance»: [a]\ncodes:\n  - id: a\n', [
    'QC120',
    'stance: [',
  ]),
  'a value given twice': broken('properties: {stance: [a, «a»]}\ncodes:\n  - id: a\n', ['QC120', 'stance: [']),
  'an empty value': broken('properties: {stance: [a, «""»]}\ncodes:\n  - id: a\n', ['QC120', 'stance: [']),

  'an empty speaker': keywords('{any: a, speaker: «""»}', ['QC121', 'respondent']),

  'ids that differ in case': broken('codes:\n  - id: a\n  - id: «A»\n', ['QC122', 'rename']),
  'ids that differ in script': broken('codes:\n  - id: 资金\n  - id: «資金»\n', ['QC122', 'rename']),

  'conflict markers of git': broken(
    'codes:\n«<<<<<<< HEAD»\n  - id: a\n=======\n  - id: b\n>>>>>>> x\n    keywords: [x]\n«<<<<<<< HEAD»\n',
    ['QC123', 'keep one'],
    ['QC123', 'keep one'],
  ),

  'a former id that is a code’s': broken(
    'codes:\n  - id: a\n    was: [old, «b», «a»]\n  - id: b\n    was: «old»\n',
    ['QC124', 'out of "was"'],
    ['QC124', 'out of "was"'],
    ['QC124', 'out of "was"'],
  ),

  'an empty item': code('keywords:\n  - a\n  -«»\n  - b', ['QC130', 'take out the item']),
  'an empty keyword': keywords('«""»\n«=»', ['QC130', 'take out the item'], ['QC130', 'take out the item']),
  'a keyword that is a comment': keywords('«#metoo»', ['QC130', 'begins with #']),

  'a star alone': keywords("«'*'»", ['QC131', 'expression']),
  punctuation: keywords('«...»\n«……»', ['QC131', 'expression'], ['QC131', 'expression']),
  'stars and punctuation': keywords("«'=*-*'»", ['QC131', 'expression']),

  'a star after Han': keywords('资金«*»', ['QC132', '资金链']),
  'a star before Han': keywords("'«*»资金'", ['QC132', '资金链']),
  'a full-width star': keywords('资金«＊»', ['QC132', '资金链']),
  'a star in a condition': keywords('{any: [a, 资金«*»], near: b}', ['QC132', '资金链']),

  'a star in place of a word': keywords('service «*» contract', ['QC133', 'any']),

  'an expression without an end': keywords('«/abc»', ['QC134', "'/a: b/'"]),
  'an expression that ends in an escaped slash': keywords('«/abc\\/»', ['QC134', 'quote']),
  'an expression with a comment sign': keywords('«/a» #b/i', ['QC134', "'/a #b/i'"]),
  'an expression with a colon': keywords('«/a»: b/i', ['QC134', "'/a: b/i'"]),
  'an expression with more after it': keywords('«/abc/ def»', ['QC134', 'quote']),

  'an expression that is wrong': keywords('/«(abc»/', ['QC135', 'mend the expression']),
  'an expression of nothing': keywords('«//»', ['QC135', 'mend the expression']),

  'an unknown flag': keywords('/abc/i«x»', ['QC136', 'only i, m, s, u']),
  'a flag twice': keywords('/abc/i«i»', ['QC136', 'only i, m, s, u']),

  'a stem of two words': keywords('{stem: «service contract»}', ['QC137', 'one English word']),
  'a stem of Han': keywords('{any: [{stem: «资金»}]}', ['QC137', 'one English word']),
  'a stem of nothing': keywords('«{stem: }»', ['QC137', 'one English word']),

  'a backspace': keywords('«"/\\bRMB/"»', ['QC138', 'single quotation marks']),
  'a line separator': keywords('«"/\\P{L}/"»', ['QC138', 'single quotation marks']),

  'an expression that matches nothing': keywords('«/x*/»', ['QC139', 'at least one character']),
  'an expression with an empty branch': keywords('{any: «/a|/», near: b}', ['QC139', 'at least one character']),

  'conditions only': keywords('«{near: [a]}»', ['QC140', 'any: […]']),
  'any and stem': keywords('{any: a, stem: «b»}', ['QC140', '{stem: …}']),
  'nothing at all': keywords('«{}»', ['QC140', 'any: […]']),

  'an empty near': keywords('{any: a, near: «[]»}', ['QC141', 'take out']),
  'an empty any': keywords('{any: «[]»}', ['QC141', 'take out']),
  'an unless without a value': code('keywords:\n  - any: a\n    unless:«»', ['QC141', 'take out']),

  'a distance of 0': keywords('{any: a, near: b, within: «0»}', ['QC142', 'within: 8']),
  'a distance below 0': keywords('{any: a, near: b, within: «-3»}', ['QC142', 'within: 8']),
  'a part of a word': keywords('{any: a, near: b, within: «2.5»}', ['QC142', 'within: 8']),
  'a number by another name': keywords(
    '{any: a, near: b, within: {words: «1e3», chars: «0x10»}}',
    ['QC142', ''],
    ['QC142', ''],
  ),
  'a distance in words': keywords('{any: a, near: b, within: «five»}', ['QC142', 'within: 8']),
  'an empty distance': keywords('{any: a, near: b, within: «{}»}', ['QC142', 'within: 8']),
  'a list of distances': keywords('{any: a, near: b, within: «[1, 2]»}', ['QC142', 'within: 8']),

  'a distance from nothing': keywords('{any: a, within: «3»}', ['QC143', 'near:']),

  'a keyword twice': keywords('fund*\n«Fund*»', ['QC150', 'take out one']),
  'a keyword in both scripts': keywords('资金\n«資金»', ['QC150', 'take out one']),
  'a keyword twice in a list': keywords('{any: [a, «a»], near: b}', ['QC150', 'take out one']),
  'an exception twice': code('keywords: [a]\nexcept: [ab, «ab»]', ['QC150', 'take out one']),

  'a keyword and its exception': code('keywords: [a, b]\nexcept: [«A»]', ['QC151', 'take it out']),

  'exceptions without keywords': code('except: «[a]»', ['QC152', 'move "except"']),

  'Chinese commas in a list': code('keywords: [«资金，经费、拨款», b]', ['QC153', '资金, 经费, 拨款']),
  'a Chinese semicolon': keywords('«money；fund»', ['QC153', 'lines of their own: "- money"']),
  'a comma outside brackets': keywords('«money, fund»', ['QC153', 'lines of their own: "- money"']),
  'a Chinese comma in a condition': keywords('{any: a, near: [«资金，经费»]}', ['QC153', '资金, 经费']),

  'Chinese quotation marks': code(
    'keywords: [«“钱”», «『x』», «「y」»]',
    ['QC154', ': 钱'],
    ['QC154', ': x'],
    ['QC154', ': y'],
  ),
  'curly quotation marks': keywords('«“service contract”»\n«‘a’»', ['QC154', ': service contract'], ['QC154', ': a']),
  'quotation marks of one shape': keywords('«”钱”»', ['QC154', ': 钱']),
  'quotation marks and Chinese commas': code('keywords: [«“钱”，“款”»]', ['QC153', ': 钱, 款']),

  'a keyword cut by #': keywords('project «#1»\nb # a comment', ['QC155', "'project #1'"]),

  'a relation with an unknown code': mapped('relations:\n  - {from: «monye», type: causes, to: trust}', [
    'QC156',
    'Did you mean money?',
  ]),
  'a relation with a former id': mapped('relations: [{from: trust, type: is-a, to: «cash»}]', ['QC156', 'Name money']),
  'a core category that is no code': mapped('core: «资金»', ['QC156', 'codebook list']),
  'a relation of an unknown type': mapped('relations:\n  - {from: money, type: «cause», to: trust}', [
    'QC157',
    'did you mean "causes"? the types are is-a, causes, condition-of, strategy-for, contradicts; list one',
  ]),
  'a relation of a type that nobody listed': mapped(
    'relation_types: [erodes]\nrelations:\n  - {from: money, type: «削弱», to: trust}',
    ['QC157', 'contradicts, erodes; list one'],
  ),
  'a code related to itself': mapped('relations:\n  - «{from: money, type: causes, to: money}»', [
    'QC158',
    'another code',
  ]),
  'a relation twice': mapped(
    'relations:\n  - {from: money, type: causes, to: trust}\n  - «from: money»\n    type: causes\n    to: trust',
    ['QC159', 'take out one'],
  ),
  'two codes that are kinds of each other': mapped(
    'relations:\n  - {from: money, type: is-a, to: trust}\n  - {from: trust, type: is-a, to: pay}\n  - «{from: pay, type: is-a, to: money}»',
    ['QC160', 'turn it round'],
  ),
  'a relation without a type': mapped('relations:\n  - «{from: money, to: trust}»', ['QC161', 'from: late-payment']),
  'a relation without an end': mapped('relations:\n  - {from: money, type: causes, to: «»}', ['QC161', 'type: causes']),
  'an empty relation': mapped('relations:\n  -«»', ['QC161', 'type: causes']),
  'a relation in words': mapped('relations:\n  - «money causes trust»', ['QC108', 'write it like "{from: ']),
  'a relation with another key': mapped('relations:\n  - {from: money, type: causes, «target»: trust}', [
    'QC107',
    'did you mean "to"?',
  ]),
  'a type of relation that all have': mapped('relation_types: [«causes»]', ['QC162', 'take it out']),
  'a type of relation of two words': mapped('relation_types: [«grows out of»]', ['QC162', 'grows-out-of']),
  'a type of relation twice': mapped('relation_types: [erodes, «erodes»]', ['QC162', 'take out one']),
};

interface Place {
  readonly line: number;
  readonly column: number;
  readonly width: number;
}

const length = (text: string): number => Array.from(text).length;

/** The text without its marks, and what they stood round. */
function unmarked(yaml: string): { text: string; places: Place[] } {
  const places: Place[] = [];
  const pieces = yaml.split(/[«»]/u);
  let text = '';
  pieces.forEach((piece, i) => {
    if (i % 2 === 1) {
      const lines = text.split('\n');
      places.push({ line: lines.length, column: length(lines.at(-1)!) + 1, width: Math.max(1, length(piece)) });
    }
    text += piece;
  });
  return { text, places };
}

describe('diagnostics of the codebook', () => {
  it.each(Object.entries(cases))('%s', (_, { yaml, findings }) => {
    const { text, places } = unmarked(yaml);
    const { value, diagnostics } = parseCodebook(text, 'codebook.yaml');
    const found = diagnostics.map(({ code: name, place }) => ({
      code: name,
      line: place!.line,
      column: place!.column,
      width: place!.width,
    }));
    expect(found).toEqual(findings.map(([name], i) => ({ code: name, ...places[i] })));
    diagnostics.forEach((diagnostic, i) => {
      expect(diagnostic.remedy).toContain(findings[i]![1]);
      expect(renderDiagnostic(diagnostic)).toContain('\n  remedy: ');
      expect(diagnostic.place!.excerpt).toBe(text.split('\n')[places[i]!.line - 1]);
    });
    expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  });

  it('has a test for every code of the family', () => {
    const tested = new Set(Object.values(cases).flatMap(({ findings }) => findings.map(([name]) => name)));
    expect([...tested].sort()).toEqual(
      Object.keys(catalogue)
        .filter((name) => name.startsWith('QC1') && !existsSync(`test/errors/${name}.test.ts`))
        .sort(),
    );
  });

  it('has a title, a cause and a remedy for every code', () => {
    for (const entry of Object.values(catalogue)) {
      expect(entry.title).not.toBe('');
      expect(entry.cause).toMatch(/\.$/u);
      expect(entry.remedy).not.toBe('');
    }
  });
});
