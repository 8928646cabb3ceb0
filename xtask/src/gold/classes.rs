//! What a cell seems to speak of, by its words alone: cheap classes that keep a sample from being all plain cells.
//!
//! They decide what is drawn, and nothing of what is true.

/// A class of the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    Charset,
    Affix,
    Format,
    Count,
    Length,
    Across,
    Guarded,
    Range,
    Enumeration,
    Default,
    Plain,
}

impl Class {
    /// The classes with their shares of a sample, the rarest first: a cell of several belongs to the first of them.
    pub(crate) const SHARES: [(Class, usize); 11] = [
        (Class::Charset, 7),
        (Class::Affix, 6),
        (Class::Format, 8),
        (Class::Count, 9),
        (Class::Length, 9),
        (Class::Across, 18),
        (Class::Guarded, 6),
        (Class::Range, 12),
        (Class::Enumeration, 18),
        (Class::Default, 12),
        (Class::Plain, 10),
    ];

    /// The class of a text.
    pub(crate) fn of(text: &str) -> Class {
        let text = text.to_lowercase();
        let found = Self::SHARES.iter().map(|(class, _)| *class).find(|class| class.speaks(&text));
        found.unwrap_or(Class::Plain)
    }

    fn speaks(self, text: &str) -> bool {
        let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let digit = text.bytes().any(|byte| byte.is_ascii_digit());
        match self {
            Class::Charset => any(&[
                "下划线",
                "连字符",
                "短划线",
                "underscore",
                "hyphens",
                "特殊字符",
                "special characters",
                "letters",
                "字母",
            ]),
            Class::Affix => any(&[
                "开头",
                "结尾",
                "不能包含",
                "不包含",
                "start with",
                "begin with",
                "cannot contain",
                "必须包含",
            ]),
            Class::Format => any(&[
                "base64",
                "json",
                "iso8601",
                "iso 8601",
                "时间戳",
                "timestamp",
                "cidr",
                "yyyy",
                "格式",
                "utc",
                "ascii",
                "网段",
            ]),
            Class::Count => {
                digit
                    && any(&[
                        "n的取值",
                        "n 的取值",
                        "values of n",
                        "value of n",
                        "最多",
                        "up to",
                        "maximum of",
                        "n为",
                        "数组长度",
                        "n从",
                    ])
            }
            Class::Length => {
                any(&["长度", "个字符", "字节", "characters", "bytes"]) && digit && !any(&["返回数据长度"])
            }
            Class::Across => any(&[
                "必填",
                "必传",
                "必选",
                "有效",
                "生效",
                "忽略",
                "二选一",
                "至少",
                "不能同时",
                "互斥",
                "同时",
                "任选",
                "其一",
                "仅当",
                "只有",
                "required",
                "takes effect",
                "take effect",
                "valid only",
                "ignored",
                "at least one",
                "at the same time",
                "must specify",
                "must also",
                "either",
                "cannot be specified",
                "大于等于",
                "小于等于",
                "不能大于",
                "不能小于",
                "greater than",
                "less than",
                "same as",
                "一致",
                "取决于",
                "depends on",
            ]),
            Class::Guarded => {
                digit
                    && any(&["时", "如果", "当", "when", "if "])
                    && any(&["取值", "范围", "默认", "values", "default", "~", "range"])
            }
            Class::Range => {
                digit
                    && any(&[
                        "范围",
                        "取值",
                        "最大",
                        "最小",
                        "不超过",
                        "不能超过",
                        "valid values:",
                        "value range",
                        "maximum",
                        "minimum",
                        "起始值",
                        "[",
                        "步长",
                        "倍",
                        "pages start",
                        "大于",
                        "小于",
                        "正整数",
                    ])
            }
            Class::Enumeration => any(&[
                "枚举",
                "取值",
                "可选值",
                "valid values",
                "valid value",
                "true",
                "yes",
                "限定",
                "possible values",
                "/",
                "：开",
                "表示",
                "代表",
            ]),
            Class::Default => any(&["默认", "default", "缺省"]),
            Class::Plain => true,
        }
    }
}
