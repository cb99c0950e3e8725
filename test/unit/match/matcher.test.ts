import { describe, expect, it } from '@jest/globals';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { parseCodebook } from '../../../src/codebook/parse.js';
import type { RunExpression } from '../../../src/match/expression.js';
import { compileMatcher } from '../../../src/match/matcher.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { decode, encode } from '../../../src/text/utf8.js';

const run: RunExpression = ({ pattern, flags }, texts) =>
  texts.flatMap((text, index) =>
    [...text.matchAll(new RegExp(pattern, `${flags}g`))].flatMap((match) => [
      index,
      match.index,
      match.index + match[0].length,
    ]),
  );

/** The words that the codes of a codebook hit in a text: `code: words`, in text order. */
function hitsOf(codes: string, text: string): string[] {
  const { value: codebook, diagnostics } = parseCodebook(
    `title: Test\nfold: {han: true}\ncodes:\n${codes}`,
    'codebook.yaml',
  );
  expect(diagnostics).toEqual([]);
  const transcript = parseTranscript('a.txt', encode(text), { file: 'a.txt' }).value!;
  const matcher = compileMatcher(codebook!, { stem: (word) => porter.stem(word), run });
  return matcher(transcript).map(({ code, start, end }) => {
    const words = decode(transcript.text, start, end);
    return codebook!.codes.length === 1 ? words : `${codebook!.codes[code]!.id}: ${words}`;
  });
}

/** What one code with these keywords (and other keys) hits. */
const find = (keywords: string, text: string, others = ''): string[] =>
  hitsOf(`  - id: a\n    keywords: [${keywords}]\n${others && `    ${others}\n`}`, text);

describe('a word', () => {
  it('is found whole, whatever its case', () =>
    expect(find('fund', 'Fund, funds and a FUND.')).toEqual(['Fund', 'FUND']));
  it('ends at an apostrophe or a hyphen', () =>
    expect(find('agency', 'The agency’s agency-wide')).toEqual(['agency', 'agency']));
  it('does not end before a digit, an underscore or an accent', () =>
    expect(find('caf', 'caf1 caf_ café cafe\u0301 caf')).toEqual(['caf']));
  it('is found beside Han', () => expect(find('NGO', '跟NGO合作，跟ＮＧＯ合作')).toEqual(['NGO', 'ＮＧＯ']));
  it('is found in either normal form', () => expect(find('café', 'café cafe\u0301')).toEqual(['café', 'cafe\u0301']));
  it('is found with a soft hyphen or a joiner inside', () =>
    expect(find('funding', 'fund\u00ading fund\u200ding')).toEqual(['fund\u00ading', 'fund\u200ding']));
  it('folds ẞ to ß, but not ß to ss', () =>
    expect(find('straße', 'STRAẞE Strasse straße')).toEqual(['STRAẞE', 'straße']));
  it('keeps İ and ı apart from i', () => expect(find('in', 'in IN İn ın')).toEqual(['in', 'IN']));
  it('is found in astral letters as written there', () => expect(find('𐐀𐐁', 'a 𐐨𐐩 b')).toEqual(['𐐨𐐩']));
});

describe('an exact keyword', () => {
  it('counts case and width', () => expect(find('=ICT', 'ICT ict ＩＣＴ')).toEqual(['ICT']));
});

describe('a star', () => {
  it('takes the rest of the word', () => expect(find('fund*', 'fund funding refund')).toEqual(['fund', 'funding']));
  it('may stand before, on both sides or inside', () => {
    expect(find('"*ing"', 'funding ring inger')).toEqual(['funding', 'ring']);
    expect(find('"*fund*"', 'refunded fund')).toEqual(['refunded', 'fund']);
    expect(find('organi*ation', 'organisation organization organiation')).toEqual([
      'organisation',
      'organization',
      'organiation',
    ]);
  });
  it('may stand inside a phrase', () =>
    expect(find('service* contract*', 'Services contracted')).toEqual(['Services contracted']));
});

describe('a phrase', () => {
  it('takes any white space, hard spaces and one line break too', () =>
    expect(find('service contract', 'service\u00a0contract service \n contract service\n\ncontract')).toEqual([
      'service\u00a0contract',
      'service \n contract',
    ]));
  it('does not cross a label', () => expect(find('yes sir', 'I: yes\nR: sir\nI: yes sir')).toEqual(['yes sir']));
  it('crosses a marker', () => expect(find('yes sir', 'I: ok\nR: yes [laughs] sir')).toEqual(['yes [laughs] sir']));
});

describe('Han', () => {
  it('is found as a substring, Traditional or Simplified', () =>
    expect(find('资金', '資金和资金們')).toEqual(['資金', '资金']));
  it('is found over a line broken at a margin, not over the lines of two paragraphs', () => {
    const wrapped =
      '受访者：我们的项目在过去的几年里面一直得到政府部门的支持和关心，所以总的来说资\n金还算够用，可是每一年到了年底的时候大家都要为第二年的预算去跑很多很多的部门，跑\n得很累。\n';
    expect(find('资金', wrapped)).toEqual(['资\n金']);
    expect(find('资金', '受访者：要投资\n金额很大。\n受访者：好。\n')).toEqual([]);
  });
  it('is not found inside an exception', () =>
    expect(find('合作', '合作社的合作', 'except: [合作社]')).toEqual(['合作']));
});

describe('within a code', () => {
  it('the leftmost, then the longest hit survives', () =>
    expect(find('social, social work, work permit', 'social work permit')).toEqual(['social work']));
  it('an exception lets the shorter hit through where it does not cover it', () =>
    expect(find('social work, work', 'social worker social work', 'except: [social worker]')).toEqual(['social work']));
});

describe('across codes', () => {
  it('all hits count', () =>
    expect(
      hitsOf('  - id: a\n    keywords: [social work]\n  - id: b\n    keywords: [work permit]\n', 'social work permit'),
    ).toEqual(['a: social work', 'b: work permit']));
});

describe('furniture', () => {
  it('is not matched: labels, times, markers', () =>
    expect(find('王主任, laughs, "23"', '王主任：[00:01:23] 王主任 [laughs] laughs\n李：好\n王主任：好')).toEqual([
      '王主任',
      'laughs',
    ]));
});

describe('conditions', () => {
  const near = '{any: [grant], near: [government], within: {words: 2, chars: 4}}';
  it('want company within so many words, on either side, in the same turn', () => {
    expect(find(near, 'government gave a grant')).toEqual(['grant']);
    expect(find(near, 'government gave us a grant')).toEqual([]);
    expect(find(near, 'a grant from the government')).toEqual(['grant']);
    expect(find(near, 'I: grant\nR: government\nI: no\nR: no')).toEqual([]);
  });
  it('without a distance mean the same segment', () =>
    expect(
      find('{any: [grant], near: [government]}', 'The grant came. The government gave. A government grant.'),
    ).toEqual(['grant']));
  it('reject a hit beside or inside what unless names', () =>
    expect(find('{any: [grant], unless: [student grant]}', 'A student grant came. A grant came.')).toEqual(['grant']));
  it('take only hits of a role or speaker', () => {
    const talk = 'Interviewer: grant\nMs Fong: grant, grant\nInterviewer: grant\nMs Fong: no';
    expect(find('{any: [grant], speaker: interviewer}', talk)).toHaveLength(2);
    expect(find('{any: [grant], speaker: ms fong}', talk)).toHaveLength(2);
    expect(
      find('{any: [grant], speaker: Interviewer1}', 'Interviewer 1: grant\nR: grant\nInterviewer 1: no'),
    ).toHaveLength(1);
  });
});

describe('a stem', () => {
  it('finds all words of that stem', () =>
    expect(find('{stem: compete}', 'compete competing competes competed competence company Competing')).toEqual(
      ['compete', 'competing', 'competes', 'competed', 'competence', 'Competing'].filter(
        (word) => porter.stem(word) === porter.stem('compete'),
      ),
    ));
  it('is the same as asking the stemmer about every word', () => {
    const words = [
      'hope',
      'hoping',
      'hopped',
      'happy',
      'happiness',
      'happily',
      'relational',
      'relate',
      'relating',
      'ability',
    ];
    const text = words.join(' ');
    for (const word of words) {
      expect(find(`{stem: ${word}}`, text)).toEqual(words.filter((other) => porter.stem(other) === porter.stem(word)));
    }
  });
});

describe('an expression', () => {
  it('sees one turn, and offsets are right behind characters of every length', () =>
    expect(find("'/(?<=共)\\d+万/'", '乙：😀é共30万\n甲：共5万')).toEqual(['30万', '5万']));
});
