import { describe, expect, it } from '@jest/globals';
import { parsed } from './parsed.js';

describe('labels with a colon', () => {
  it('takes role labels with their variants of case, number and space', () => {
    const { turns } = parsed(
      'Interviewer1 : How?\n\n Interviewee: So.\n\ninterviewee: And so.\n\nInterviewer2 2: Why?\n',
    );
    expect(turns).toEqual([
      'Interviewer1 [interviewer]: How?',
      'Interviewee [respondent]: So.',
      'Interviewee [respondent]: And so.',
      'Interviewer2 2 [interviewer]: Why?',
    ]);
  });

  it('takes letters before Chinese, without making A the respondent of B', () => {
    expect(parsed('A: 開始囉，那第一題。\nB: 嗯。\nA: 第二題呢？\nB: 好。\n').turns).toEqual([
      'A [other]: 開始囉，那第一題。',
      'B [other]: 嗯。',
      'A [other]: 第二題呢？',
      'B [other]: 好。',
    ]);
  });

  it('takes numbered questions and answers, and lettered speakers, each seen once', () => {
    expect(parsed('Q1：你好？\nA1：好。\nQ2：再问？\nA2：好。\n').turns.map((turn) => turn.slice(0, 7))).toEqual([
      'Q1 [int',
      'A1 [res',
      'Q2 [int',
      'A2 [res',
    ]);
    expect(parsed('0:01 Speaker A: hi\n0:05 Speaker B: yo\n').speakers).toEqual(['Speaker A', 'Speaker B']);
    expect(parsed('INT: a\nRESP: b\n').speakers).toEqual(['INT', 'RESP']);
  });

  it('takes A for the respondent where Q asks', () => {
    expect(parsed('Q：请问？\nA：是的。\n').turns).toEqual(['Q [interviewer]: 请问？', 'A [respondent]: 是的。']);
  });

  it.each([
    ['访谈者：你好。\n受访者：你好。\n', ['访谈者 [interviewer]: 你好。', '受访者 [respondent]: 你好。']],
    ['問：如何？\n答：尚可。\n', ['問 [interviewer]: 如何？', '答 [respondent]: 尚可。']],
    ['訪談者：您好。\n受訪者1：您好。\n', ['訪談者 [interviewer]: 您好。', '受訪者1 [respondent]: 您好。']],
    ['访谈者 ： 你好。\n受访者 ：你好。\n', ['访谈者 [interviewer]: 你好。', '受访者 [respondent]: 你好。']],
  ])('takes full-width colons: %j', (text, turns) => expect(parsed(text).turns).toEqual(turns));

  it('keeps two consecutive turns of one speaker apart, and lets unlabelled lines and blank lines go on', () => {
    const { turns } = parsed('Dan: one\ntwo\n\nthree\nDan: four\nAnn: five\nAnn: six');
    expect(turns).toEqual(['Dan [other]: one two three', 'Dan [other]: four', 'Ann [other]: five', 'Ann [other]: six']);
  });

  it('shows the first spelling of a label', () => {
    expect(parsed('Ms  Fong: a\nI: b\nMS FONG : c\nI: d\n').speakers).toEqual(['Ms Fong', 'I', 'Ms Fong', 'I']);
  });

  it('takes a full name seen once when its initials are a label', () => {
    expect(parsed('Devin Becker: a\nRae Armantrout: b\nDB: c\nRA: d\nDB: e\nRA: f\n').speakers).toEqual([
      'Devin Becker',
      'Rae Armantrout',
      'DB',
      'RA',
      'DB',
      'RA',
    ]);
  });
});

describe('labels in a dress', () => {
  it('takes headings, also of participants who speak once, and one that lost its colon', () => {
    const { turns } = parsed(
      '# 會議\n\n### 唐鳳：\n好。\n\n### 馬克：\n是。\n\n### 唐鳳：\n嗯。\n\n### 高振傑（台灣臨床心理學會）\n我。\n\n### 唐鳳：\n謝謝。\n',
      'm.md',
    );
    expect(turns).toEqual([
      '唐鳳 [other]: 好。',
      '馬克 [other]: 是。',
      '唐鳳 [other]: 嗯。',
      '高振傑（台灣臨床心理學會） [other]: 我。',
      '唐鳳 [other]: 謝謝。',
    ]);
  });

  it('takes bold labels with the time behind them', () => {
    const { turns, furniture } = parsed(
      '**Tim Smith:** \\[01:46\\] Describing it. \\[laughter\\]\n\n**Ann Lee:** Yes.\n\n**Tim Smith**: No.\n',
    );
    expect(turns).toEqual([
      'Tim Smith [other, 01:46]: Describing it.',
      'Ann Lee [other]: Yes.',
      'Tim Smith [other]: No.',
    ]);
    expect(furniture).toContain('marker: \\[laughter\\]');
  });

  it('takes a bold question that is bold to its end', () => {
    expect(parsed('**Interviewer: How are you?**\n\nRespondent: Well.\n').turns).toEqual([
      'Interviewer [interviewer]: How are you?**',
      'Respondent [respondent]: Well.',
    ]);
  });

  it('takes labels in angle and lenticular brackets', () => {
    expect(parsed('<קובי בוזו:>\nשלום\n<דנה:>\nכן\n<קובי בוזו:>\nלא\n').speakers).toEqual([
      'קובי בוזו',
      'דנה',
      'קובי בוזו',
    ]);
    expect(parsed('【访谈者】：你好\n【李老师】：好\n').speakers).toEqual(['访谈者', '李老师']);
  });

  it('takes a break for a note, not for a speaker', () => {
    const { speakers, furniture } = parsed(
      '**Ann Lee:** a\n\n**Break:** \\[00:20:18:08\\] to \\[\\\\00:21:13:00\\]\n\n**Bo Li:** b\n\n**Ann Lee:** c\n\n**Break:** \\[00:39\\]\n',
    );
    expect(speakers).toEqual(['Ann Lee', 'Bo Li', 'Ann Lee']);
    expect(furniture.filter((piece) => piece.startsWith('marker'))).toHaveLength(2);
  });

  it('takes the id of a respondent with the description beside it', () => {
    expect(parsed('[ID:1] 28岁，男\n我觉得不错。\n\n[ID:2] 35岁，女\n一般。\n').turns).toEqual([
      'ID:1 [other]: 我觉得不错。',
      'ID:2 [other]: 一般。',
    ]);
  });
});

describe('labels alone on a line', () => {
  it('finds the speech below', () => {
    expect(parsed('SPEAKER_00:\nHello there.\n\nSPEAKER_01:\nHi.\n').turns).toEqual([
      'SPEAKER_00 [other]: Hello there.',
      'SPEAKER_01 [other]: Hi.',
    ]);
    expect(parsed('Dan:\n\tSo I said:\n\tno.\nAnn:\n\tOh.\nDan:\n\tYes.\nAnn:\n\tOh.\n').turns).toEqual([
      'Dan [other]: So I said: no.',
      'Ann [other]: Oh.',
      'Dan [other]: Yes.',
      'Ann [other]: Oh.',
    ]);
  });
});

describe('times', () => {
  it.each([
    [
      'Sidney  55:21\nThat is so.\n\nAnn Lee  55:30\nIs it?\n\nSidney  55:40\nYes.\n',
      ['Sidney [other, 55:21]: That is so.', 'Ann Lee [other, 55:30]: Is it?', 'Sidney [other, 55:40]: Yes.'],
    ],
    [
      'Lenny Rachitsky (00:20:12):\nThat is so.\n\nAnn (00:20:15):\nIs it?\n\nAnn (00:20:19):\nYes.\n',
      [
        'Lenny Rachitsky [other, 00:20:12]: That is so.',
        'Ann [other, 00:20:15]: Is it?',
        'Ann [other, 00:20:19]: Yes.',
      ],
    ],
    [
      '说话人1 00:00\n你好。\n\n说话人2 00:05\n好。\n',
      ['说话人1 [other, 00:00]: 你好。', '说话人2 [other, 00:05]: 好。'],
    ],
    [
      '王小明(00:01:02): 正文。\n李华（00:01:09）：好。\n王小明(00:01:12): 嗯。\n',
      ['王小明 [other, 00:01:02]: 正文。', '李华 [other, 00:01:09]: 好。', '王小明 [other, 00:01:12]: 嗯。'],
    ],
    [
      '[00:01:23] Therapist: Well.\n[00:01:29] Client: No.\n',
      ['Therapist [interviewer, 00:01:23]: Well.', 'Client [respondent, 00:01:29]: No.'],
    ],
    [
      '00:00:03 Speaker 1\nHello.\n\n00:00:09 Speaker 2\nHi.\n',
      ['Speaker 1 [other, 00:00:03]: Hello.', 'Speaker 2 [other, 00:00:09]: Hi.'],
    ],
    [
      '00:00:04 Hey, Garant.\n00:00:06 Hey.\n00:00:09 So what is it?\n',
      ['– [other, 00:00:04]: Hey, Garant.', '– [other, 00:00:06]: Hey.', '– [other, 00:00:09]: So what is it?'],
    ],
  ])('stand in or beside the label: %j', (text, turns) => expect(parsed(text).turns).toEqual(turns));

  it('are furniture within a turn when they stand in brackets', () => {
    const { turns, furniture } = parsed('I: And?\nR: We left [00:12:01] early (0:13) and\n[00:14:00] came back.\n');
    expect(turns[1]).toBe('R [respondent]: We left early and came back.');
    expect(furniture.filter((piece) => piece.startsWith('time'))).toHaveLength(3);
  });

  it('leaves the hours of the day that people speak of alone', () => {
    const { turns } = parsed('I: And?\nR: We met at 10:30\n12:30 we had lunch\n9:15 next day we left.\n');
    expect(turns).toEqual([
      'I [interviewer]: And?',
      'R [respondent]: We met at 10:30 12:30 we had lunch 9:15 next day we left.',
    ]);
  });
});

describe('false labels', () => {
  it.each([
    '戏剧方面：在升高三之前，我参加了学校的剧社。',
    '注：本文所有图片均由作者提供。',
    'https://example.org/a is the address.',
    'The question is: what do we do?',
    'std::vector is a type.',
    'We lost 3:1 that day.',
    '后面的检讨有一些未来要策进的方向：',
    '他说：我不去。',
    '第一点：钱不够。',
  ])('is prose: %s', (line) => {
    const { speakers } = parsed(`访谈者：请讲。\n\n受访者：好。\n\n${line}\n\n访谈者：嗯。\n\n受访者：对。\n`);
    expect(speakers).toEqual(['访谈者', '受访者', '访谈者', '受访者']);
  });

  it.each(['建议：加钱。', '注：略。', '问题：没有人。', 'Note: see above.', '优势：近。', '他说：好。'])(
    'stays prose where it recurs: %s',
    (line) => {
      const { speakers } = parsed(`访谈者：请讲。\n\n受访者：好。\n\n${line}\n\n${line}\n\n${line}\n\n访谈者：嗯。\n`);
      expect(speakers).toEqual(['访谈者', '受访者', '访谈者']);
    },
  );

  it('is a plain label in a meeting of headings', () => {
    const turn = '### 唐鳳：\n好的。\n\n';
    expect(new Set(parsed(`${turn.repeat(30)}建設：多做。\n\n建設：再做。\n\n${turn}`, 'm.md').speakers)).toEqual(
      new Set(['唐鳳']),
    );
  });

  it('is a label only once declared', () => {
    const text = 'R: And?\n\nDan Brown: Yes.\n\nR: Well.\n';
    const undeclared = parsed(text);
    expect(undeclared.speakers).toEqual(['R', 'R']);
    expect(undeclared.diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([['QC307', 3]]);
    const declared = parsed(text, 'x.txt', { speakers: { 'dan  brown': { role: 'respondent' } } });
    expect(declared.turns[1]).toBe('Dan Brown [respondent]: Yes.');
    expect(declared.diagnostics).toEqual([]);
  });

  it('does not take headings that are no labels', () => {
    const { turns } = parsed('## FROST: Setup\n\nHello all.\n\n## 贡献：ROAST\n\nThank you.\n', 'talk.md');
    expect(turns).toEqual(['– [other]: ## FROST: Setup Hello all. ## 贡献：ROAST Thank you.']);
  });
});

describe('what stands above the first turn', () => {
  it('is a header when it tells about the interview', () => {
    const { turns, furniture } = parsed(
      '社区服务访谈\n\n采访人：李明\n受访人：王芳\n采访时间：2020/11/27\n地点：社区中心\n\n李明：请讲。\n王芳：好。\n李明：嗯。\n王芳：对。\n',
    );
    expect(turns).toEqual([
      '李明 [interviewer]: 请讲。',
      '王芳 [respondent]: 好。',
      '李明 [interviewer]: 嗯。',
      '王芳 [respondent]: 对。',
    ]);
    expect(furniture.filter((piece) => piece.startsWith('header'))).toEqual([
      'header: 社区服务访谈',
      'header: 采访人：李明',
      'header: 受访人：王芳',
      'header: 采访时间：2020/11/27',
      'header: 地点：社区中心',
    ]);
  });

  it('does not swallow a first question', () => {
    expect(parsed('Date: 2020-01-02\n\nInterviewer: Where were you born?\nR: Here.\n').turns).toEqual([
      'Interviewer [interviewer]: Where were you born?',
      'R [respondent]: Here.',
    ]);
    expect(parsed('采访人：你好\n受访人：你好\n采访人：开始吧\n').speakers).toEqual(['采访人', '受访人', '采访人']);
  });

  it('ends where the talk begins, be the first turns as short as fields', () => {
    expect(parsed('# 访谈记录：A1\n\n访谈对象：李老师\n访谈时间：2020年3月\n\n问：你好\n答：好\n').speakers).toEqual([
      '问',
      '答',
    ]);
    expect(parsed('访谈时间：2020年3月\n\n访谈者：你好\n\n受访者：好\n').speakers).toEqual(['访谈者', '受访者']);
    expect(parsed('Date: 2020-03-01\nInterviewer: Jane Doe\n\nQ: Well?\nA: Yes.\n').speakers).toEqual(['Q', 'A']);
  });

  it('ends with a person among fields, though that label speaks below', () => {
    expect(
      parsed(
        'Date: 2018\nInterviewee: Mei\nInterviewer: Bob\n\nInterviewer: money?\nMei: money\nInterviewer: ok\nMei: money\n',
      ).turns[0],
    ).toBe('Interviewer [interviewer]: money?');
  });

  it('is a turn without a speaker when it is speech', () => {
    expect(parsed('We sat down at once, and she began.\n\nI: And?\nR: Yes.\n').turns[0]).toBe(
      '– [other]: We sat down at once, and she began.',
    );
  });

  it('leaves out a title above a blank line', () => {
    expect(parsed('Interview with Ms Fong\n\nI: And?\nR: Yes.\n').speakers).toEqual(['I', 'R']);
  });

  it('knows roles from the YAML header', () => {
    const { transcript, turns } = parsed(
      '---\ncase: A3\nrespondent: Ms Fong\ndate: 2008\n---\nMs Fong: Yes.\n\nJane: No.\n\nJane: So.\n',
    );
    expect(transcript.header).toEqual({ case: 'A3', respondent: 'Ms Fong', date: '2008' });
    expect(transcript.linesBefore).toBe(5);
    expect(turns).toEqual(['Ms Fong [respondent]: Yes.', 'Jane [other]: No.', 'Jane [other]: So.']);
  });
});

describe('export furniture', () => {
  it('is left out of the speech', () => {
    const { turns, furniture } = parsed(
      'Ann  00:01\nWe are\n1/5\nhere.\n\nBo  00:05\nYes.\n\nAnn  00:09\nSo.\n\nTranscribed by https://otter.ai\n',
    );
    expect(turns).toEqual(['Ann [other, 00:01]: We are here.', 'Bo [other, 00:05]: Yes.', 'Ann [other, 00:09]: So.']);
    expect(furniture.filter((piece) => piece.startsWith('export'))).toEqual([
      'export: 1/5',
      'export: Transcribed by https://otter.ai',
    ]);
  });

  it.each(['Page 3 of 10', '第 3 页 共 10 页', '- 3 -'])('%s', (line) => {
    expect(parsed(`I: a\nR: b\n${line}\nI: c\n`).furniture).toContain(`export: ${line}`);
  });

  it('is no speech that has a fraction in it', () =>
    expect(parsed('I: How many?\nR: About\n1/5 of them.\n').turns[1]).toBe('R [respondent]: About 1/5 of them.'));
});

describe('shapes of files', () => {
  it('an empty file has no turns and a warning', () => {
    for (const text of ['', '\n \n', '\ufeff']) {
      const { transcript, diagnostics } = parsed(text);
      expect(transcript.turns).toEqual([]);
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['QC305', 'warning']]);
    }
  });

  it('a file without labels is one turn without a speaker', () => {
    expect(parsed('Just some text.\n\nAnd more.').turns).toEqual(['– [other]: Just some text. And more.']);
  });

  it('lines end in LF, CRLF or CR, the last perhaps in nothing', () => {
    const turns = parsed('I: a\n\nR: b\n').turns;
    for (const text of ['I: a\r\n\r\nR: b\r\n', 'I: a\r\rR: b\r', 'I: a\n\nR: b', 'I: a\r\n\rR: b'])
      expect(parsed(text).turns).toEqual(turns);
  });

  it('a million words in one line are one turn', () => {
    const text = `Respondent: ${'word '.repeat(1_000_000)}`;
    const { transcript } = parsed(text);
    expect(transcript.turns).toHaveLength(1);
    expect(transcript.turns[0]).toMatchObject({ speaker: 'Respondent', speech: 12, end: text.length });
  });

  it('hundreds of thousands of turns are as good as few', () => {
    const talk = 'Date: 2020-01-02\n\n' + 'I: so?\nR: yes [laughs]\n'.repeat(150_000);
    expect(parsed(talk).transcript.turns).toHaveLength(300_000);
    const cues = '1\n00:00:01,000 --> 00:00:02,000\nI: so?\n\n2\n00:00:02,000 --> 00:00:03,000\nR: yes\n\n'.repeat(
      75_000,
    );
    expect(parsed(cues, 'a.srt').transcript.turns).toHaveLength(150_000);
  });

  it('a label with nothing behind it is an empty turn', () => {
    expect(parsed('I: a\nR:\nI: b\nR:').turns).toEqual(
      ['I [interviewer]: a', 'R [respondent]:', 'I [interviewer]: b', 'R [respondent]:'].map((turn) =>
        turn.endsWith(':') ? `${turn} ` : turn,
      ),
    );
  });
});

describe('labels that ask for a second look', () => {
  it('takes a declared label whatever its words', () => {
    const text = 'I: And?\n\nThe old man: No.\n\nI: So?\n';
    expect(parsed(text, 'a.txt', { speakers: { 'The old man': {} } }).speakers).toEqual(['I', 'The old man', 'I']);
    expect(parsed(text).speakers).toEqual(['I', 'I']);
  });

  it('takes a surname with a comma, not a clause with one', () => {
    expect(parsed('Smith, John: a\nI: b\nSmith, John: c\nI: d\n').speakers).toEqual([
      'Smith, John',
      'I',
      'Smith, John',
      'I',
    ]);
    expect(parsed('I: a\nWell, he said: no\nI: b\nWell, he said: no\n').speakers).toEqual(['I', 'I']);
  });

  it('takes a word that may name a role or head a remark only where it recurs', () => {
    expect(parsed('I: a\nR: b\nAnswer: the tender\nI: c\n').speakers).toEqual(['I', 'R', 'I']);
    expect(parsed('I: a\nAnswer: b\nI: c\nAnswer: d\n').turns[1]).toBe('Answer [respondent]: b');
  });

  it('takes a rare speaker of no common name in a large meeting', () => {
    const turns = Array.from(
      { length: 40 },
      (_, i) => `唐鳳：好。\n\n林雨蒼：嗯。\n\n${i % 12 === 0 ? '皓婷：對。\n\n' : ''}`,
    ).join('');
    expect(parsed(turns).speakers.filter((speaker) => speaker === '皓婷')).toHaveLength(4);
  });

  it('does not take the headings of a list within one turn', () => {
    const { speakers } = parsed(
      '唐鳳：三件事。\n\n林雨蒼：请。\n\n唐鳳：好。\n\n近期：做。\n\n近期：再做。\n\n近期：还做。\n\n林雨蒼：嗯。\n',
    );
    expect(speakers).toEqual(['唐鳳', '林雨蒼', '唐鳳', '林雨蒼']);
  });
});
