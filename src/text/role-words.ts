/*
 * Words by which a label is known, Simplified and Traditional, in small letters: what is left of it when case, width,
 * spaces, numbers and punctuation are taken off.
 */

// prettier-ignore
export const interviewers: readonly string[] = [
  'interviewer', 'interviewers', 'int', 'intv', 'iv', 'ivr', 'ir', 'i', 'q', 'question', 'questioner', 'moderator', 'mod', 'facilitator',
  'researcher', 'host', 'presenter', 'therapist', 'counselor', 'counsellor',
  '访谈者', '訪談者', '访谈人', '訪談人', '访谈员', '訪談員', '访问者', '訪問者', '访问员', '訪問員', '访员', '訪員', '访者', '訪者',
  '采访者', '採訪者', '采访人', '採訪人', '采访', '採訪', '访谈', '訪談', '研究者', '研究員', '研究员', '调查员', '調查員', '问', '問', '提问', '提問',
  '提问者', '提問者', '提问人', '提問人', '主持人', '主持', '主席', '记者', '記者', '访', '訪', '笔者', '筆者',
];

// prettier-ignore
export const respondents: readonly string[] = [
  'interviewee', 'interviewees', 'respondent', 'respondents', 'resp', 'res', 'ie', 'r', 'answer', 'participant', 'informant', 'client',
  'patient', 'guest', 'subject', 'ivee',
  '受访者', '受訪者', '受访人', '受訪人', '受访', '受訪', '被访者', '被訪者', '被访人', '被訪人', '被访谈者', '被訪談者', '被采访者', '被採訪者',
  '被采访人', '被採訪人', '受访谈者', '受訪談者', '访谈对象', '訪談對象', '采访对象', '採訪對象', '参与者', '參與者', '答', '回答', '答复', '答覆',
  '回答者', '受试者', '受試者', '被试', '对象', '對象', '嘉宾', '嘉賓', '来宾', '來賓',
];

/** Labels that name no role, yet are labels even where they stand once. */
// prettier-ignore
export const others: readonly string[] = [
  'speaker', 'unknown', 'unknown speaker', 'unidentified', 'unidentified speaker', 'all', 'everyone', 'both', 'group',
  'audience', 'audience member', 'audience question', 'male', 'female', 'male speaker', 'female speaker', 'man', 'woman', 'person', 'voice',
  'translator', 'interpreter', 'observer', 'multiple speakers', 'transcriber', 'operator',
  '说话人', '說話人', '说话者', '說話者', '发言人', '發言人', '发言者', '發言者', '讲者', '講者', '众人', '眾人', '全体', '全體', '所有人', '大家',
  '翻译', '翻譯', '译者', '譯者', '旁人', '旁听', '旁聽', '观察员', '觀察員', '记录员', '記錄員', '未知', '不明', '听众', '聽眾', '观众', '觀眾', '男', '女',
];

/** Words that name a role where they recur, and head remarks as well. */
// prettier-ignore
export const weak: ReadonlySet<string> = new Set([
  'question', 'answer', 'subject', 'guest', 'host', 'presenter', 'all', 'everyone', 'both', 'group', 'male', 'female',
  'man', 'woman', 'person', 'voice', '采访', '採訪', '访谈', '訪談', '访', '訪', '提问', '提問', '回答', '答复', '答覆', '主持', '主席', '参与者', '參與者', '来宾', '來賓', '大家', '男', '女', '对象', '對象',
]);
