//! How lists of values are laid out: lines with bullets, JSON, in one line, and reversed.

use std::sync::LazyLock;

use contract::{Confidence, EnumValue};
use memchr::memchr;

use super::List;
use super::element::{barred_element, element, goes_on, is_value, separates, titled};
use super::lines::lines_of;
use super::pairs::Marks;
use crate::prose::description::Description;
use crate::prose::gloss::{comma_gloss, holds_a_value};
use crate::prose::sentence::{blanks, interval};
use crate::vocabulary::{PHRASES, Said};

/// `- A：gloss` lines.
pub(super) fn bullets(text: &str) -> Option<List> {
    let first = text.trim_start_matches(['：', ':', ' ', '\n']);
    let offset = text.len() - first.len();
    if !first.starts_with("- ") && !first.starts_with("> ") {
        return None;
    }
    let mut values = Vec::new();
    let mut default = None;
    let mut end = 0;
    let mut certain = true;
    let mut partial = false; // an item names no value, so the list is not whole
    let mut next = 0;
    let may_double = memchr(b'>', first.as_bytes()).is_some();
    for line in lines_of(first) {
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
            // `> Year，按年付费⏎Day，按天付费`: an item that has lost its mark.
            let lost = element(words).filter(|(_, _, length)| words[*length..].starts_with(['，', '：']));
            if let Some((value, _, length)) = lost.filter(|_| first.starts_with("> ") && !values.is_empty()) {
                let gloss = words[length..].trim_start_matches(['，', '：']);
                values.push(EnumValue { value: value.to_owned(), gloss: gloss.to_owned() });
                end = begin + words.len();
                certain = false;
                continue;
            }
            partial |= lost.is_some();
            if words.is_empty() {
                continue;
            }
            break;
        };
        end = begin + words.len();
        let item = item.trim_start();
        match titled(item).or_else(|| element(item)) {
            // `the value of X` is a sentence, not the value `the`.
            Some((_, _, length)) if goes_on(&item[length..]) => certain = false,
            // `TCP/UDP 协议：[1, 65535]` says what holds for TCP, not that TCP is a value.
            Some((_, _, length)) if !separates(&item[length..]) => partial = true,
            Some((value, marked, length)) => {
                let gloss = item[length..].trim_start_matches(['：', ':', '，', ',', ' ', '-', '。']);
                if marked {
                    default = Some(value.to_owned());
                }
                // `Dynamic，按小时 // >Spot 抢占式`: another item on the same line.
                certain &= !(may_double && gloss.contains(" >"));
                values.push(EnumValue {
                    value: value.to_owned(),
                    gloss: gloss.trim_end_matches(['；', ';', ' ']).to_owned(),
                });
            }
            // `> Spot计费为抢占式实例` among items that have their commas.
            None if first.starts_with("> ") && !values.is_empty() => {
                let word = item.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(item.len());
                partial |= word < 2;
                certain = false;
                values.push(EnumValue { value: item[..word].to_owned(), gloss: item[word..].to_owned() });
            }
            None => partial = true,
        }
    }
    // Of a switch, or of what else there is, the page may show one value only.
    let confidence = if certain && values.len() > 1 { Confidence::Certain } else { Confidence::Likely };
    (!partial && !values.is_empty() && (certain || values.len() > 1)).then_some(List {
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
pub(super) fn json(text: &str) -> Option<List> {
    let gap = blanks(text);
    let inner = text[gap..].strip_prefix('[')?;
    let close = inner.find([']', '\n', '。'])?;
    if !inner[close..].starts_with(']') {
        return None;
    }
    let mut values = Vec::new();
    for part in inner[..close].split([',', '，', '、', '；', ';']) {
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
pub(super) fn inline(text: &str) -> Option<List> {
    let mut values: Vec<EnumValue> = Vec::new();
    let mut default = None;
    let mut at = blanks(text);
    let mut end = 0;
    let mut certain = true;
    let mut separator: Option<&str> = None;
    let bars = text.contains('|');
    loop {
        // A value of several words is possible only between bars.
        let rest = &text[at..];
        if !rest.starts_with(|c: char| c.is_ascii() || matches!(c, '“' | '”')) {
            break; // no value, so nobody need look for the end of the line
        }
        let line = || &rest[..rest.find(['\n', '。', '；']).unwrap_or(rest.len())];
        let barred = if bars { Some(line()).filter(|line| line.contains('|')) } else { None };
        let found = match barred {
            Some(line) => barred_element(line).or_else(|| element(line)),
            None => element(rest),
        };
        let Some((value, marked, length)) = found else { break };
        // `Set the value to A, which specifies…`
        let is_word = value.bytes().all(|b| b.is_ascii_lowercase()) && barred.is_none();
        if is_word && !values.is_empty() && rest.starts_with(value) && goes_on(&rest[length..]) {
            certain = false;
            break;
        }
        if marked {
            default = Some(value.to_owned());
        }
        let value = value.to_owned();
        at += length;
        end = at;
        let mut gloss = String::new();
        let after = &text[at..];
        let gap = blanks(after);
        // `Regular-正则`
        let hyphen = ["-"].iter().find(|_| hyphenated(&text[at - length..]));
        let colon = ["：", ":", "->", " - "].iter().find(|c| after[gap..].starts_with(**c));
        if let Some(colon) = colon.or(hyphen) {
            let words = &after[gap + colon.len()..];
            let stop = words.find(['，', ',', '；', ';', '、', '。', '\n', '|']).unwrap_or(words.len());
            // `0：禁用 默认为启用`
            let mut blanks = words[..stop].match_indices(' ').map(|(at, _)| at);
            let default = blanks.find(|at| words[..stop][at + 1..].starts_with("默认"));
            let stop = default.filter(|at| *at > 1).unwrap_or(stop);
            let stop = if hyphen.is_some() { words[..stop].find(' ').unwrap_or(stop) } else { stop };
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
        // `0-关闭 1-开启`: a blank, if a value with its hyphen follows.
        if hyphen.is_some() && gap > 0 && hyphenated(&after[gap..]) {
            at += gap;
            continue;
        }
        let Some(join) = PHRASES.begins("enum", "joins", &after[gap..]) else { break };
        let next = at + gap + join.len();
        let next = next + blanks(&text[next..]);
        // `red, green, or blue`
        let next = next + PHRASES.begins("enum", "last_joins", &text[next..]).map_or(0, str::len);
        let follows = &text[next..];
        if join != "|" && element(follows).is_none() {
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
            // `True，是系统盘。 False，是数据盘`: a full stop, if a value with its comma follows.
            let past = rest.trim_start_matches(['。', ' ']);
            let again = element(past).is_some_and(|(_, _, length)| past[length..].starts_with(['，', ',']));
            let rest = if again { past } else { rest };
            let rest = rest.trim_start_matches(['；', ';', '，', ',', ' ']);
            if element(rest).is_none() {
                // A quote that can't be read begins another value.
                certain &= !rest.starts_with(['"', '“', '”', '`']);
                break;
            }
            at = text.len() - rest.len();
            continue;
        }
        // `A，B` after glosses with full stops between is fine; a change from bars to commas is another sentence.
        if separator.is_some_and(|one| one == "|") && join != "|" {
            break;
        }
        separator = Some(join);
        at = next;
    }
    // A lone word must end its sentence: `取值：CopyImage`, not `取值为参数X的值`.
    let rest = text[end..].trim_start();
    let ends = rest.is_empty() || rest.starts_with(['。', '，', ',', '；', ';', '\n', '.', '默']);
    if values.len() == 1 && !ends {
        return None;
    }
    // A gloss that runs on over the next value: the list is not whole.
    if values.iter().any(|value| holds_a_value(&value.gloss)) {
        return None;
    }
    // A single value is a list only where nothing more is said.
    certain &= ends && (values.len() > 1 || rest.trim_matches(['。', '.', ' ']).is_empty());
    let confidence = if certain { Confidence::Certain } else { Confidence::Likely };
    (!values.is_empty()).then_some(List { values, default, words: 0..end, confidence })
}

/// `1-开启`
fn hyphenated(text: &str) -> bool {
    let word = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let gloss = text[word..].strip_prefix('-');
    word > 0 && gloss.is_some_and(|gloss| gloss.starts_with(|c: char| !c.is_ascii()))
}

/// In characters.
const LONGEST_GLOSS: usize = 100;

/// What announces a list or a default, and is no gloss.
static INTRODUCTIONS: LazyLock<Said> =
    LazyLock::new(|| PHRASES.saying(&[("default", "subjects"), ("enum", "subjects")]));

/// What tells that no list is meant.
pub(super) static TRAPS: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("pairs", "traps")]));

/// `标准镜像：Base，镜像市场：Business`: glosses first. No introduction announces it, so it is never certain.
pub(super) fn reversed(description: &Description<'_>, marks: &Marks) -> Option<List> {
    let text = description.text;
    // Two values at least stand behind colons.
    let valued = |&(_, behind): &(usize, usize)| element(&text[behind + blanks(&text[behind..])..]).is_some();
    marks.colons(text).filter(valued).nth(1)?;
    let mut values = Vec::new();
    let mut first = None;
    let mut end = 0;
    for (at, behind) in marks.colons(text) {
        // A gloss is a few Chinese characters: longer ones are sentences.
        let stop = |&(_, c): &(usize, char)| c.is_ascii() || matches!(c, '，' | '；' | '。' | '、' | '：');
        let mut before = text[..at].char_indices().rev().take(LONGEST_GLOSS + 1);
        let (gloss_from, ended) = match before.find(stop) {
            Some((i, c)) => (i + c.len_utf8(), !c.is_ascii() || matches!(c, ',' | ';' | ' ' | '\n' | '>')),
            None => (0, text[..at].chars().take(LONGEST_GLOSS + 1).count() <= LONGEST_GLOSS),
        };
        let gloss = &text[gloss_from..at];
        let is_gloss = !gloss.is_empty() && ended;
        let rest = &text[behind..];
        let gap = blanks(rest);
        let has = |lists: Said| description.within(gloss_from..at, lists).next().is_some();
        if is_gloss && has(*TRAPS) {
            return None;
        }
        let announces = PHRASES.ends("reversed", "announce", gloss);
        if !is_gloss || announces || has(*INTRODUCTIONS) {
            continue;
        }
        let Some((value, _, length)) = element(&rest[gap..]) else { continue };
        if values.iter().any(|known: &EnumValue| known.value == value) {
            return None;
        }
        // `例如：TCP|22|…` and `优先级：HIGH（高）` are no pairs of this kind.
        if rest[gap + length..].trim_start().starts_with(['|', '（', '(']) {
            continue;
        }
        // `普通云盘：5~2000` is a range under a condition.
        if interval(&rest[gap..]).is_some() || rest[gap + length..].starts_with(['~', '～']) {
            return None;
        }
        first.get_or_insert(gloss_from);
        end = behind + gap + length;
        values.push(EnumValue { value: value.to_owned(), gloss: gloss.to_owned() });
    }
    if values.len() < 2 {
        return named(text, marks);
    }
    Some(List { values, default: None, words: first.unwrap_or(0)..end, confidence: Confidence::Likely })
}

/// `4.0版本配置ID:"6c92…", 5.0版本配置ID:"3cde…"`: values in quotes behind their names.
fn named(text: &str, marks: &Marks) -> Option<List> {
    let mut values: Vec<EnumValue> = Vec::new();
    let (mut first, mut end) = (None, 0);
    for (at, behind) in marks.colons(text) {
        let rest = &text[behind..];
        let Some(gloss) = text.get(end..at).filter(|_| rest.starts_with(['"', '“'])) else { continue };
        let gloss = gloss.trim_start_matches(['，', ',', '；', ';', '。', ' ', '"', '”']);
        let gloss = gloss.rsplit(['，', ',', '；', ';', '。']).next().unwrap_or_default();
        if !gloss.ends_with(char::is_alphanumeric) {
            continue;
        }
        let Some((value, _, length)) = element(rest) else { continue };
        let subjects = [("default", "subjects"), ("enum", "subjects")];
        let announces = subjects.iter().any(|(of, list)| PHRASES.find(of, list, gloss, 0).is_some());
        // `"A"：甲` names the value first.
        if announces
            || gloss.is_ascii()
            || rest[length..].starts_with(['：', ':'])
            || values.iter().any(|v| v.value == value)
        {
            return None;
        }
        first.get_or_insert(at - gloss.len());
        end = behind + length;
        values.push(EnumValue { value: value.to_owned(), gloss: gloss.trim().to_owned() });
    }
    (values.len() > 1).then(|| List {
        values,
        default: None,
        words: first.unwrap_or(0)..end,
        confidence: Confidence::Likely,
    })
}
