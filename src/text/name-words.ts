/*
 * Words by which names are told from prose (see `name.ts`), Simplified and Traditional.
 */

/** Chinese surnames of one character. */
export const surnames = `
  王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于
  余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾鐘姜崔谭譚廖范範汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段
  雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武莫孔向汤湯温溫康施牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯
  岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧阮纪紀舒柯梅童凌毕畢单單裴霍涂塗游成苗曲盛翁骆駱简簡洪饶饒卓凃藍蓝粘
  喻鄢佘邝鄺岑冼麦麥区區招谈談蔡靳宗卜车車娄婁池尤柴瞿茹艾辛阚闞荆荊桂牟迟遲佟冉仇鞠麻苑司祁乌烏巫缪繆寇符裘郁
`.replace(/\s/g, '');

/** Surnames that begin common words as well (关系, 成本, 高级): two characters with one of them are no sign of a name. */
export const ambiguousSurnames =
  '方关關高成安包宁寧单單金程向任常白温溫简簡区區谈談路万萬钱錢华華何马馬易施康武段曲盛左毛全司车車';

/** Surnames of two characters. */
export const doubleSurnames = '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐'.split(
  ' ',
);

/** What a label ends with when it is a person or an office. */
export const titles = `
  先生 女士 小姐 太太 老师 老師 教授 博士 医生 醫生 律师 律師 社工 主任 经理 經理 总监 總監 理事长 理事長 会长
  會長 书记 書記 局长 局長 处长 處長 科长 科長 股长 股長 组长 組長 部长 部長 校长 校長 院长 院長 所长 所長 站长
  站長 园长 園長 里长 里長 村长 村長 委员 委員 政委 专员 專員 秘书 秘書 代表 同学 同學 同志 师傅 師傅 总干事
  總幹事 会计 會計 出纳 出納 厂长 廠長 店长 店長 班长 班長 护士 護士 顾问 顧問 董事 总裁 總裁 会员 會員 哥 姐 叔 姨 伯 嫂 婆 妈 媽 爸
`
  .trim()
  .split(/\s+/);

/** Words that head a remark, an item or a field and are nobody; a declared label goes before them. */
export const heads = `
  注 註 注意 注释 註釋 备注 備註 附 附注 附註 另 另外 例 例如 比如 譬如 如 即 案 按 又 再 其 其一 其二 其中 首先
  其次 最后 最後 总之 總之 因此 所以 但是 结论 結論 总结 總結 小结 小結 摘要 说明 說明 提示 建议 建議 问题 問題
  意见 意見 原因 目的 目标 目標 背景 结果 結果 方法 内容 內容 标题 標題 主题 主題 题目 題目 议题 議題 来源 來源
  出处 出處 资料 資料 参考 參考 链接 連結 图 圖 表 图片 圖片 时间 時間 日期 地点 地點 地址 电话 電話 邮箱 编号
  編號 关键词 關鍵詞 优点 優點 缺点 缺點 优势 優勢 劣势 劣勢 机会 機會 威胁 威脅 特点 特點 重点 重點 条件 條件
  步骤 步驟 定义 定義 决议 決議 待办 待辦 補充 补充 回应 回應 更正 更新 编者按 編者按 译者注 譯者註 录音 錄音
  记录 記錄 整理 校对 校對
`
  .trim()
  .split(/\s+/);

/** What a label does not end with: subjects, and verbs of saying. */
export const tails = `
  方面 层面 層面 部分 问题 問題 原因 如下 以下 例如 比如 譬如 之一 之二 建议 建議 结论 結論 意思 时候 時候 情况
  情況 方式 方法 方向 原则 原則 目的 目标 目標 重点 重點 特点 特點 优点 優點 缺点 缺點 来说 來說 而言 来讲 來講
  的话 的話 一句 句话 句話 这样 這樣 那样 那樣 什么 什麼 的 了 是 说 說 讲 講 道 想 问 問 叫 喊 笑 曰 写 寫 指
  即 如 为 為 有 在 着 著 个 個 点 點 条 條 种 種 项 項 类 類 款
`
  .trim()
  .split(/\s+/);

/** Characters of Han words that names do not hold. */
export const functionCharacters = '的了是在就都也很我你您他她它這这那哪們们吗嗎呢吧啊么麼跟把被让讓從从對对會会能要想';

/** English words that no label begins with. */
export const englishHeads = `
  a an the this that these those it its he she they we you there here so and but or if then as at by for from in
  into of on to with about after before when where while what who why how which because note notes nb ps example
  examples eg ie first second third fourth fifth last lastly next finally also however step steps item option
  figure fig table source sources see ref reference references link links url http https www date time place
  location title subject topic theme summary abstract conclusion conclusions background result results goal
  goals aim aims method methods update warning caution important tip hint slides slide paper draft code video
  audio media tags tag keywords keyword pros cons advantages disadvantages strengths weaknesses opportunities
  threats problem problems solution solutions definition contribution setup agenda action actions decision
  decisions recommendation recommendations remember disclaimer correction edit editor chapter section part page
  appendix annex total yes no well okay ok right now yeah oh um uh mm meaning namely specifically basically like
  said says ask asked asking say
`
  .trim()
  .split(/\s+/);

/** English words that head a remark or an item inside a turn where they stand alone: `Budget: 5 million`. */
export const englishNouns = `
  actually amount boss budget budgets contract contracts cost costs expense expenses finance funding funds goal government
  her him income issue issues management me money month monday tuesday wednesday thursday friday saturday sunday objective
  outcome outcomes plan plans phase point points policy price question questions answer answers reason reasons requirement
  requirements result results risk risks round salary salaries service services staff stage task tasks team time today
  tomorrow training us volunteers week year yesterday
`
  .trim()
  .split(/\s+/);

/** Small words within names. */
export const particles = `
  de da do dos du del della di van von der den ter ten bin ibn al el la le y e and & of the
`
  .trim()
  .split(/\s+/);
