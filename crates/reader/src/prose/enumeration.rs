//! Enumerations: bullets, JSON lists, `A | B（默认）`, `A、B`, `A：甲，B：乙`, and reversed `甲：A，乙：B`.
//!
//! Only a list that an introduction announces (`取值范围：`, `枚举值`) and that leaves nothing over is certain.

use std::cell::LazyCell;
use std::ops::Range;

use contract::{Confidence, EnumValue, Requirement, Type};

use super::gloss::{comma_gloss, holds_a_value};
use super::sentence::{blanks, interval, link, sentences};
use super::{Finding, Subject};
use crate::vocabulary::PHRASES;

/// Finds the values of a parameter, and the default that a mark among them names.
pub(crate) fn find(text: &str, subject: &Subject<'_>) -> Vec<Finding> {
    let scalar = subject.ty.innermost();
    if !matches!(scalar, Type::String | Type::Integer | Type::Boolean) {
        return Vec::new();
    }
    let ignored = PHRASES.find("enum", "ignored", text, 0).is_some();
    let found = announced(text).or_else(|| reversed(text));
    let Some(mut list) = found else { return Vec::new() };
    // `cloud：5~2000` where a number is wanted: what holds for a kind of disk, not its kinds.
    if *scalar == Type::Integer && list.values.iter().all(|v| v.value.parse::<f64>().is_err()) {
        return Vec::new();
    }
    if ignored {
        list.confidence = Confidence::Likely;
    }
    let default = list.default.map(|value| Finding {
        requirement: Requirement::Default { value: Some(value) },
        words: list.words.clone(),
        confidence: Confidence::Certain,
    });
    let values = Finding {
        requirement: Requirement::OneOf { values: list.values },
        words: list.words,
        confidence: list.confidence,
    };
    [Some(values), default].into_iter().flatten().collect()
}

struct List {
    values: Vec<EnumValue>,
    default: Option<String>,
    words: Range<usize>,
    confidence: Confidence,
}

/// A list behind an introduction. If a later list has values that the first one lacks, each holds in its case only:
/// `对应的枚举值为60、300；…，对应的枚举值为300、3600`.
fn announced(text: &str) -> Option<List> {
    let mut from = 0;
    // Where sentences begin, and whether they hold under a condition only.
    let cases: LazyCell<Vec<(usize, bool)>, _> =
        LazyCell::new(|| sentences(text).iter().map(|s| (s.start, s.is_conditional())).collect());
    let introduction = loop {
        let found = PHRASES.find("enum", "subjects", text, from)?;
        if is_own(text, found.0) && !in_a_case(&cases, found.0) {
            break found;
        }
        from = found.1;
    };
    let list = list_behind(text, introduction)?;
    let mut from = list.words.end;
    while let Some(found) = PHRASES.find("enum", "subjects", text, from) {
        let other =
            Some(found).filter(|found| is_own(text, found.0)).and_then(|found| list_behind(text, found));
        let known = |value: &EnumValue| list.values.iter().any(|one| one.value == value.value);
        if other.is_some_and(|other| other.values.len() > 1 && !other.values.iter().all(known)) {
            return None;
        }
        from = found.1;
    }
    Some(list)
}

/// The list that an introduction announces.
fn list_behind(text: &str, (start, stop): (usize, usize)) -> Option<List> {
    let at = stop + link(&text[stop..]);
    let rest = &text[at..];
    // `Valid values of N` are another thing's; `[1, 20]` and `1~20` are ranges, not lists.
    if rest.starts_with("of ") || interval(rest.trim_start()).is_some() {
        return None;
    }
    let list = bullets(rest).or_else(|| json(rest)).or_else(|| inline(rest));
    list.map(|mut list| {
        list.words = start..at + list.words.end;
        list
    })
}

/// `N的取值范围` and `参数Period的取值范围` speak of something else.
fn is_own(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let before = before.strip_suffix('的').unwrap_or(before).trim_end();
    !before.ends_with(|c: char| c.is_ascii_alphanumeric())
}

/// An introduction inside a condition does not hold always.
fn in_a_case(cases: &[(usize, bool)], at: usize) -> bool {
    let sentence = cases.partition_point(|&(start, _)| start <= at);
    sentence.checked_sub(1).is_some_and(|sentence| cases[sentence].1)
}

/// `- A：gloss` lines.
fn bullets(text: &str) -> Option<List> {
    let first = text.trim_start_matches(['：', ':', ' ', '\n']);
    let offset = text.len() - first.len();
    if !first.starts_with("- ") && !first.starts_with("> ") {
        return None;
    }
    let mut values = Vec::new();
    let mut default = None;
    let mut end = 0;
    let mut certain = true;
    let mut next = 0;
    for line in first.split_inclusive('\n') {
        let begin = next;
        next += line.len();
        let words = line.trim_end();
        if words.starts_with("  ") {
            continue; // an item's own list
        }
        let Some(item) = words.strip_prefix("- ").or_else(|| words.strip_prefix("> ")) else {
            if goes_on_below(&first[begin..]) {
                certain = false;
                continue; // an item's own paragraph
            }
            break;
        };
        end = begin + words.len();
        match titled(item.trim()).or_else(|| element(item.trim())) {
            // `the value of X` is a sentence, not the value `the`.
            Some((_, _, length)) if goes_on(&item.trim()[length..]) => certain = false,
            // `TCP/UDP 协议：[1, 65535]` says what holds for TCP, not that TCP is a value.
            Some((_, _, length)) if !separates(&item.trim()[length..]) => certain = false,
            Some((value, marked, length)) => {
                let gloss = item.trim()[length..].trim_start_matches(['：', ':', '，', ',', ' ', '-', '。']);
                if marked {
                    default = Some(value.to_owned());
                }
                values.push(EnumValue {
                    value: value.to_owned(),
                    gloss: gloss.trim_end_matches(['；', ';', ' ']).to_owned(),
                });
            }
            None => certain = false,
        }
    }
    // Of a switch, or of what else there is, the page may show one value only.
    let confidence = if certain && values.len() > 1 { Confidence::Certain } else { Confidence::Likely };
    (!values.is_empty() && (certain || values.len() > 1)).then_some(List {
        values,
        default,
        words: 0..offset + end,
        confidence,
    })
}

/// Whether a paragraph that interrupts a list is an item's own: more items follow, and no words announce them anew.
fn goes_on_below(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    let paragraph: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("- ")).collect();
    let announces = paragraph.iter().any(|line| line.ends_with(['：', ':']));
    let follows = text.lines().nth(paragraph.len()).and_then(|line| line.strip_prefix("- "));
    let is_item = |item: &str| element(item.trim()).is_some_and(|(_, _, end)| separates(&item.trim()[end..]));
    !announces && follows.is_some_and(is_item)
}

/// `["A", "B"]`
fn json(text: &str) -> Option<List> {
    let gap = blanks(text);
    let inner = text[gap..].strip_prefix('[')?;
    let close = inner.find([']', '\n', '。', '；'])?;
    if !inner[close..].starts_with(']') {
        return None;
    }
    let mut values = Vec::new();
    for part in inner[..close].split([',', '，', '、']) {
        let value = part.trim().trim_matches(['"', '“', '”', '\'']);
        if value.is_empty() {
            continue;
        }
        if !is_value(value) {
            return None;
        }
        values.push(EnumValue { value: value.to_owned(), gloss: String::new() });
    }
    (!values.is_empty()).then(|| List {
        values,
        default: None,
        words: 0..gap + close + 2,
        confidence: Confidence::Certain,
    })
}

/// `A | B（默认）| C`, `A、B或C`, `"A"/"B"`, `A`, each perhaps with a gloss behind a colon.
fn inline(text: &str) -> Option<List> {
    let mut values: Vec<EnumValue> = Vec::new();
    let mut default = None;
    let mut at = blanks(text);
    let mut end = 0;
    let mut certain = true;
    let mut separator: Option<&str> = None;
    loop {
        // A value of several words is possible only between bars.
        let rest = &text[at..];
        let line = &rest[..rest.find(['\n', '。', '；']).unwrap_or(rest.len())];
        let barred = line.contains('|');
        let found = if barred { barred_element(line) } else { element(rest) };
        let Some((value, marked, length)) = found else { break };
        if marked {
            default = Some(value.to_owned());
        }
        let value = value.to_owned();
        at += length;
        end = at;
        let mut gloss = String::new();
        let after = &text[at..];
        let gap = blanks(after);
        if let Some(colon) = ["：", ":", "->", " - "].iter().find(|c| after[gap..].starts_with(**c)) {
            let words = &after[gap + colon.len()..];
            let stop = words.find(['，', ',', '；', ';', '、', '。', '\n', '|']).unwrap_or(words.len());
            gloss = words[..stop].trim().to_owned();
            at += gap + colon.len() + stop;
            end = at;
        } else if let Some(inner) = after[gap..].strip_prefix(['（', '('])
            && let Some(stop) = inner.find(['）', ')'])
        {
            gloss = inner[..stop].trim().to_owned();
            let close = inner[stop..].chars().next().map_or(0, char::len_utf8);
            at += gap + (after[gap..].len() - inner.len()) + stop + close;
            end = at;
        }
        if values.iter().all(|known| known.value != value) {
            values.push(EnumValue { value, gloss });
        }
        let after = &text[at..];
        let gap = blanks(after);
        let joins = ["或者", "以及", "|", "/", "、", "，", ",", "；", ";", "或", "和", "or ", "and "];
        let Some(join) = joins.iter().find(|join| after[gap..].starts_with(**join)) else { break };
        let next = at + gap + join.len();
        let next = next + blanks(&text[next..]);
        // `red, green, or blue`
        let last =
            ["or ", "and "].iter().find(|word| text[next..].starts_with(**word)).map_or(0, |word| word.len());
        let next = next + last;
        let follows = &text[next..];
        if *join != "|" && element(follows).is_none() {
            // `Year，按年付费；Month，…`: a comma before words in Chinese begins a gloss.
            let glossed = values.iter().any(|value| !value.gloss.is_empty());
            let Some((gloss, length)) = comma_gloss(join, follows, glossed) else {
                // `ULB，负载均衡；HADOOP，hadoop节点`: of glossed values the last one must have its gloss, too.
                certain &= !glossed || values.last().is_some_and(|value| !value.gloss.is_empty());
                break;
            };
            if let Some(last) = values.last_mut() {
                last.gloss = gloss;
            }
            end = next + length;
            let rest = &text[end..];
            let rest = rest.trim_start_matches(['；', ';', '，', ',', ' ']);
            if element(rest).is_none() {
                break;
            }
            at = text.len() - rest.len();
            continue;
        }
        // `A，B` after glosses with full stops between is fine; a change from bars to commas is another sentence.
        if separator.is_some_and(|one| one == "|") && *join != "|" {
            break;
        }
        separator = Some(join);
        at = next;
    }
    // A lone word must end its sentence: `取值：CopyImage`, not `取值为参数X的值`.
    let rest = text[end..].trim_start();
    let ends = rest.is_empty() || rest.starts_with(['。', '，', ',', '；', ';', '\n', '.']);
    if values.len() == 1 && !ends {
        return None;
    }
    // A single value is a list only where nothing more is said.
    certain &= !values.iter().any(|value| holds_a_value(&value.gloss));
    certain &= ends && (values.len() > 1 || rest.trim_matches(['。', '.', ' ']).is_empty());
    let confidence = if certain { Confidence::Certain } else { Confidence::Likely };
    (!values.is_empty()).then_some(List { values, default, words: 0..end, confidence })
}

/// In characters.
const LONGEST_GLOSS: usize = 100;

/// `标准镜像：Base，镜像市场：Business`: glosses first. No introduction announces it, so it is never certain.
fn reversed(text: &str) -> Option<List> {
    let mut values = Vec::new();
    let mut first = None;
    let mut end = 0;
    for (at, colon) in text.match_indices(['：', ':']) {
        // A gloss is a few Chinese characters: longer ones are sentences.
        let stop = |&(_, c): &(usize, char)| c.is_ascii() || matches!(c, '，' | '；' | '。' | '、');
        let mut before = text[..at].char_indices().rev().take(LONGEST_GLOSS + 1);
        let (gloss_from, ended) = match before.find(stop) {
            Some((i, c)) => (i + c.len_utf8(), !c.is_ascii() || matches!(c, ',' | ';' | ' ' | '\n' | '>')),
            None => (0, text[..at].chars().take(LONGEST_GLOSS + 1).count() <= LONGEST_GLOSS),
        };
        let gloss = &text[gloss_from..at];
        let is_gloss = !gloss.is_empty() && ended;
        let rest = &text[at + colon.len()..];
        let gap = blanks(rest);
        let mut subjects = PHRASES.list("default", "subjects").iter().chain(PHRASES.list("enum", "subjects"));
        if !is_gloss || subjects.any(|word| gloss.contains(word.as_str())) {
            continue;
        }
        let Some((value, _, length)) = element(&rest[gap..]) else { continue };
        // `例如：TCP|22|…` and `优先级：HIGH（高）` are no pairs of this kind.
        if rest[gap + length..].trim_start().starts_with(['|', '（', '(']) {
            continue;
        }
        // `普通云盘：5~2000` is a range under a condition.
        if interval(&rest[gap..]).is_some() || rest[gap + length..].starts_with(['~', '～']) {
            return None;
        }
        first.get_or_insert(gloss_from);
        end = at + colon.len() + gap + length;
        values.push(EnumValue { value: value.to_owned(), gloss: gloss.to_owned() });
    }
    (values.len() > 1).then(|| List {
        values,
        default: None,
        words: first.unwrap_or(0)..end,
        confidence: Confidence::Likely,
    })
}

/// A value at the beginning of `text`, whether a mark calls it the default, and its length with the mark.
pub(super) fn element(text: &str) -> Option<(&str, bool, usize)> {
    for (open, close) in [('"', '"'), ('“', '”'), ('`', '`')] {
        if let Some(rest) = text.strip_prefix(open) {
            let end = rest.find([close, '"', '”'])?;
            let closing = rest[end..].chars().next().map_or(0, char::len_utf8);
            let length = open.len_utf8() + end + closing;
            let (marked, mark) = default_mark(&text[length..]);
            let value = rest[..end].trim();
            return is_value(value).then_some((value, marked, length + mark));
        }
    }
    let end = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '+')))
        .unwrap_or(text.len());
    let word = text[..end].trim_end_matches(['.', '-']);
    let (marked, mark) = default_mark(&text[word.len()..]);
    let follows = text[word.len()..].chars().next();
    // `Action为必选` and `ECS实例` are sentences.
    let ends = follows.is_none_or(|c| !c.is_alphanumeric());
    (is_value(word) && ends).then_some((word, marked, word.len() + mark))
}

/// An element between bars may hold blanks: `Windows Server 2008 |`.
fn barred_element(line: &str) -> Option<(&str, bool, usize)> {
    let part = &line[..line.find('|').unwrap_or(line.len())];
    let marks = PHRASES.list("default", "marks");
    let mark = marks.iter().find_map(|mark| part.find(mark.as_str()).map(|at| (at, mark.len())));
    let words = part[..mark.map_or(part.len(), |(at, _)| at)].trim();
    let words = words.split(['（', '(', '：', ':']).next().unwrap_or(words).trim();
    let fits = !words.is_empty() && words.is_ascii() && words.len() <= 40;
    let length = if mark.is_some() { part.trim_end().len() } else { words.len() + blanks(part) };
    fits.then_some((words, mark.is_some(), length))
}

/// Whether words follow that nothing separates from what stands before.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Whether a gloss may begin here, or nothing follows.
fn separates(rest: &str) -> bool {
    // `UDisk 云盘`: a blank and another script will do.
    let apart = rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| !c.is_ascii());
    let rest = rest.trim_start();
    rest.is_empty()
        || apart
        || rest.starts_with(['：', ':', '，', ',', '（', '(', '。', '.', '；', ';', '-', '–', '—', '、'])
}

/// A bullet's value may be several words that are written like a name: `Windows Server 2012`, `Others Linux（默认）`.
fn titled(item: &str) -> Option<(&str, bool, usize)> {
    let end = item.find(['：', ':', '，', '（', '(', '。', '；']).unwrap_or(item.len());
    let words = item[..end].trim_end();
    let named = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    let fits = words.contains(' ') && is_value(words) && !words.ends_with('.') && words.split(' ').all(named);
    let (marked, mark) = default_mark(&item[words.len()..]);
    fits.then_some((words, marked, words.len() + mark))
}

fn default_mark(text: &str) -> (bool, usize) {
    let gap = blanks(text);
    let mark = PHRASES.list("default", "marks").iter().find(|mark| text[gap..].starts_with(mark.as_str()));
    mark.map_or((false, 0), |mark| (true, gap + mark.len()))
}

fn is_value(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '+' | '/' | ' '))
        && word.chars().any(|c| c.is_ascii_alphanumeric())
}
