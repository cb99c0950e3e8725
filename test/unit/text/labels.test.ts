import { describe, expect, it } from '@jest/globals';
import { parsed } from './parsed.js';

/** The speakers of an interview of an interviewer and somebody whose label is `label`. */
const speakersBeside = (label: string, asker = 'Interviewer'): (string | null)[] =>
  parsed(
    `${asker}: go on.\n${label}: money is short.\n${asker}: so?\n${label}: money is little.\n${asker}: ok.\n${label}: done.\n`,
  ).speakers as (string | null)[];

describe('labels that look like no name', () => {
  it.each([
    'IE',
    'IR',
    'RES',
    'Res',
    'INT2',
    'P1',
    'M1',
    'F1',
    'Dr. Martin Luther King Jr.',
    'Focus group member 2',
    'Lady with red hat',
    'Person 1 / Mei',
    "Mr. O'Brien-Smith, Jr.",
    'Social worker',
    'john',
    '会计',
    '会长',
    '主任',
    '对象',
    '對象',
    '我',
    '001',
    '01',
    'Question',
  ])('%s: is one where it parts the turns of another', (label) => {
    const asker = label === 'Question' ? 'Mei' : 'Interviewer';
    expect(speakersBeside(label, asker)).toEqual([asker, label, asker, label, asker, label]);
  });

  it('is one in two turns too', () => {
    expect(
      parsed('IV: What about money?\nIE: Money was short.\nIV: Why?\nIE: The money came late.\n').turns.map((turn) =>
        turn.slice(0, 8),
      ),
    ).toEqual(['IV [inte', 'IE [resp', 'IV [inte', 'IE [resp']);
    expect(parsed('访谈者：谁管钱？\n会计：资金我管。\n访谈者：多吗？\n会计：资金不多。\n').speakers).toEqual([
      '访谈者',
      '会计',
      '访谈者',
      '会计',
    ]);
  });

  it('numbers are labels of speakers', () => {
    expect(parsed('001：资金？\n002：资金。\n001：好。\n002：嗯。\n001：好。\n002：嗯。\n').speakers).toEqual([
      '001',
      '002',
      '001',
      '002',
      '001',
      '002',
    ]);
  });

  it('a name between two turns of the interviewer is one, though it stands once', () => {
    const cue = (n: number, words: string): string => `${n}\n00:00:0${n},000 --> 00:00:0${n},900\n${words}\n\n`;
    expect(
      parsed(
        cue(1, 'Interviewer: so?') + cue(2, 'Anna: money is') + cue(3, 'short') + cue(4, 'Interviewer: ok'),
        'a.srt',
      ).speakers,
    ).toEqual(['Interviewer', 'Anna', 'Interviewer']);
  });

  it.each(['Question', 'Budget', 'Phase 1', 'Plan B', 'Today', 'Money'])(
    '%s: within an answer is none, and that is told',
    (word) => {
      const { speakers, diagnostics } = parsed(
        `Interviewer: go on.\nMei: I have two points.\n${word}: where is it?\nAnother day.\n${word}: who has it?\nInterviewer: ok.\nMei: done.\n`,
      );
      expect(speakers).toEqual(['Interviewer', 'Mei', 'Interviewer', 'Mei']);
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['QC307', 'warning']]);
    },
  );

  it('a word that heads remarks is none even between two turns, and that is told', () => {
    const { speakers, diagnostics } = parsed(
      '访谈者：请讲。\n录音：资金。\n访谈者：好。\n录音：没有。\n访谈者：嗯。\n',
    );
    expect(speakers).toEqual(['访谈者', '访谈者', '访谈者']);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['QC307', 'warning']]);
  });

  it('question and answer are two speakers together', () => {
    expect(
      parsed('Question: a?\nAnswer: b.\nQuestion: c?\nAnswer: d.\n').turns.map((turn) => turn.split(':')[0]),
    ).toEqual(['Question [interviewer]', 'Answer [respondent]', 'Question [interviewer]', 'Answer [respondent]']);
  });
});

describe('labels without a colon', () => {
  it.each([
    ['【访谈者】资金？\n【受访者】资金。\n【访谈者】好\n【受访者】资金\n', 'a.txt'],
    ['（访谈者）资金？\n（受访者）资金。\n（访谈者）好\n（受访者）资金\n', 'a.txt'],
    ['### 访谈者\n\n资金？\n\n### 受访者\n\n资金。\n\n### 访谈者\n\n好\n\n### 受访者\n\n资金\n', 'a.md'],
    ['- 访谈者：资金？\n- 受访者：资金。\n- 访谈者：好\n- 受访者：资金\n', 'a.txt'],
    ['1. 访谈者：资金？\n2. 受访者：资金。\n3. 访谈者：好\n4. 受访者：资金\n', 'a.txt'],
    ['1、访谈者：资金？\n2、受访者：资金。\n3、访谈者：好\n4、受访者：资金\n', 'a.txt'],
  ])('%j', (text, file) => {
    expect(parsed(text, file).turns).toEqual([
      '访谈者 [interviewer]: 资金？',
      '受访者 [respondent]: 资金。',
      '访谈者 [interviewer]: 好',
      '受访者 [respondent]: 资金',
    ]);
  });

  it.each([
    '【甲方】钱？\n【老王】钱。\n',
    '## 甲方\n\n钱？\n\n## 老王\n\n钱。\n',
    '甲方\n钱？\n\n老王\n钱。\n',
    '- 甲方：钱？\n- 老王：钱。\n',
    '（甲方）钱？\n（老王）钱。\n',
    '甲方：钱？\n老王：钱。\n',
  ])('is one in every dress when it is declared: %j', (text) => {
    expect(
      parsed(text, 'a.md', { speakers: { 甲方: { role: 'interviewer' }, 老王: { role: 'respondent' } } }).turns,
    ).toEqual(['甲方 [interviewer]: 钱？', '老王 [respondent]: 钱。']);
  });

  it('markers at the beginning of lines stay markers', () => {
    expect(parsed('I: a\n（笑）so\nR: b\n（笑）no\n').speakers).toEqual(['I', 'R']);
  });

  it('has the role of the name before the bracket', () => {
    expect(
      parsed('访谈者（张）：钱？\n李（受访者）：钱。\n访谈者（张）：嗯\n李（受访者）：好\n').turns.map(
        (turn) => turn.split(':')[0],
      ),
    ).toEqual([
      '访谈者（张） [interviewer]',
      '李（受访者） [respondent]',
      '访谈者（张） [interviewer]',
      '李（受访者） [respondent]',
    ]);
  });
});

describe('between turns', () => {
  it('headings and rules are nobody’s speech', () => {
    const { turns, furniture } = parsed(
      '# Talk\n\n**Interviewer:** so?\n\n**Mei:** Fine.\n\n## Money and NGO\n\n---\n\n**Interviewer:** ok\n\n**Mei:** yes\n',
      'a.md',
    );
    expect(turns).toEqual([
      'Interviewer [interviewer]: so?',
      'Mei [other]: Fine.',
      'Interviewer [interviewer]: ok',
      'Mei [other]: yes',
    ]);
    expect(furniture.filter((piece) => piece.startsWith('header'))).toEqual([
      'header: # Talk',
      'header: ## Money and NGO',
      'header: ---',
    ]);
  });

  it.each(['\v', '\f', '\u2028', '\u2029', '\u0085'])('%j ends a line', (mark) => {
    expect(parsed(`访谈者：钱？${mark}受访者：钱。${mark}访谈者：好。\n`).speakers).toEqual([
      '访谈者',
      '受访者',
      '访谈者',
    ]);
  });
});
