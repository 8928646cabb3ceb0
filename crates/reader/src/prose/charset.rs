//! Sets of characters in words: `大小字母或中文`, `数字、半角冒号（:）、下划线（_）或者连字符（-）`, `letters, digits, and colons (:)`.

use std::sync::LazyLock;

use contract::{CharSet, Confidence, Requirement};

use super::Finding;
use super::sentence::{Sentence, firsts};
use crate::vocabulary::PHRASES;

/// Finds what a value may consist of. Only "nothing but" is certain: "may contain" leaves open what else there is.
pub(crate) fn find(sentence: &Sentence<'_>) -> Option<Finding> {
    let exact = sentence.find("charset", "exact").map(|place| (place, Confidence::Certain));
    let loose = sentence.find("charset", "loose").map(|place| (place, Confidence::Likely));
    let candidates = [exact, loose];
    // `不支持点号（.）` allows nothing.
    let negated = |start: usize| PHRASES.ends("charset", "negations", &sentence.text[..start]);
    let mut candidates = candidates.into_iter().flatten().filter(|((start, _), _)| !negated(*start));
    candidates.find_map(|((start, stop), confidence)| {
        let (set, length) = set(sentence.behind(stop))?;
        // `字母、数字、@#$%`: what can't be read belongs to the set, too.
        if PHRASES.begins("charset", "goes_on", sentence.behind(stop + length).trim_start()).is_some() {
            return None;
        }
        // `只允许包含字母、数字，不能以下划线（_）开头`: what is forbidden at the beginning is allowed elsewhere.
        let rest = sentence.behind(stop + length);
        // `ASCII 码值ch >= 32`: only some of them.
        let some = rest.trim_start().starts_with(|c: char| c.is_ascii_alphanumeric());
        let open = some || singled_out(rest).any(|c| !set.holds(c));
        if !(set.upper || set.lower || set.digits || set.chinese || set.ascii) {
            return None; // `只支持"/"和""` lists values
        }
        Some(Finding {
            requirement: Requirement::Charset { set },
            words: sentence.place(start..stop + length),
            confidence: if open { Confidence::Likely } else { confidence },
        })
    })
}

/// The single characters that stand in brackets.
fn singled_out(text: &str) -> impl Iterator<Item = char> {
    text.char_indices().filter_map(|(at, c)| {
        let mut inner = text[at + c.len_utf8()..].chars();
        let (one, close) = (inner.next()?, inner.next()?);
        (matches!(c, '（' | '(') && matches!(close, '）' | ')')).then_some(one)
    })
}

/// "May contain digits" is said of values that consist of letters to begin with: what the value may start with belongs to
/// the set, and letters and Chinese characters where the page says nothing of that.
pub(crate) fn complete(findings: &mut [Finding]) {
    if !findings.iter().any(|finding| matches!(finding.requirement, Requirement::Charset { .. })) {
        return; // most have none
    }
    let start = findings.iter().find_map(|finding| match &finding.requirement {
        Requirement::StartsWith { set } => Some(set.clone()),
        _ => None,
    });
    let start = start.unwrap_or(CharSet { upper: true, lower: true, chinese: true, ..CharSet::default() });
    let stated = findings.iter().any(|finding| matches!(finding.requirement, Requirement::StartsWith { .. }));
    for finding in findings.iter_mut().filter(|finding| finding.confidence != Confidence::Certain) {
        if let Requirement::Charset { set } = &mut finding.requirement {
            if set.ascii || !stated && (set.upper || set.lower) {
                continue; // it names the letters itself
            }
            let listed = std::mem::replace(set, start.clone());
            union(set, listed);
        }
    }
}

/// The set that begins `text`, and its length: class words and characters in brackets, joined.
pub(crate) fn set(text: &str) -> Option<(CharSet, usize)> {
    let mut set = CharSet::default();
    let mut end = 0;
    let mut next = element(text);
    while let Some((found, length)) = next {
        union(&mut set, found);
        let mut at = end + length;
        // A gloss in brackets behind a class word names it again or names the character.
        if let Some((found, length)) = bracket_only(&text[at..]) {
            union(&mut set, found);
            at += length;
        }
        end = at + spelt_out(&text[at..]);
        next = join(&text[end..]).and_then(|join| {
            let (found, length) = element(&text[end + join..])?;
            Some((found, join + length))
        });
    }
    (set != CharSet::default()).then_some((set, end))
}

/// A class word or a character at the beginning of `text`, and its length with what stands before it.
fn element(text: &str) -> Option<(CharSet, usize)> {
    let gap = super::sentence::blanks(text);
    let gap = gap + PHRASES.begins("words", "articles", &text[gap..]).map_or(0, str::len);
    let text = &text[gap..];
    let found = class(text).or_else(|| marks(text)).or_else(|| bracketed(text)).or_else(|| quoted(text));
    found.map(|(found, length)| (found, gap + length))
}

/// `字母 a~z、数字 0-9`: the class once more, by its ends.
fn spelt_out(text: &str) -> usize {
    let gap = super::sentence::blanks(text);
    PHRASES.begins("charset", "spelt_out", &text[gap..]).map_or(0, |words| gap + words.len())
}

/// `@#$%^*-+=`: three characters or more, none of them said.
fn marks(text: &str) -> Option<(CharSet, usize)> {
    let end = text.find(|c: char| !c.is_ascii_punctuation()).unwrap_or(text.len());
    let plain = !text[..end].contains(['"', '\'', '`']);
    (end >= 3 && plain).then(|| (CharSet { chars: text[..end].chars().collect(), ..CharSet::default() }, end))
}

fn class(text: &str) -> Option<(CharSet, usize)> {
    // `英文句号（.）` is no letter.
    if PHRASES.begins("words", "not_letters", text).is_some() {
        return None;
    }
    let first = text.chars().next()?;
    let may_begin = CLASSES.iter().filter(|class| class.firsts.contains(&first));
    let found = may_begin.filter_map(|class| Some((PHRASES.longest("words", class.list, text)?, &class.set)));
    found.max_by_key(|(length, _)| *length).map(|(length, set)| (set.clone(), length))
}

/// The words for a set.
struct Class {
    list: &'static str,
    /// The characters with which they begin.
    firsts: Vec<char>,
    set: CharSet,
}

static CLASSES: LazyLock<[Class; 8]> = LazyLock::new(|| {
    let none = CharSet::default;
    let classes = [
        ("letters", CharSet { upper: true, lower: true, ..none() }),
        ("lower", CharSet { lower: true, ..none() }),
        ("upper", CharSet { upper: true, ..none() }),
        ("digits", CharSet { digits: true, ..none() }),
        ("chinese", CharSet { chinese: true, ..none() }),
        ("underscore", CharSet { chars: vec!['_'], ..none() }),
        ("hyphen", CharSet { chars: vec!['-'], ..none() }),
        ("ascii", CharSet { ascii: true, ..none() }),
    ];
    classes.map(|(list, set)| Class { list, firsts: firsts("words", list), set })
});

/// The longest name of a character, in characters.
const LONGEST_NAME: usize = 12;

/// `下划线（_）`: a word for a character, and the character.
fn bracketed(text: &str) -> Option<(CharSet, usize)> {
    let ends = |c: char| matches!(c, '（' | '(' | '，' | '。' | '、' | ',' | '；');
    let (open, _) = text.char_indices().take(LONGEST_NAME + 1).find(|&(_, c)| ends(c))?;
    let (set, length) = bracket_only(&text[open..]).filter(|_| open > 0)?;
    let negated = PHRASES.find("charset", "negations", &text[..open], 0).is_some();
    (!negated).then_some((set, open + length))
}

fn bracket_only(text: &str) -> Option<(CharSet, usize)> {
    let gap = super::sentence::blanks(text);
    let mut chars = text[gap..].chars();
    let open = chars.next().filter(|c| matches!(c, '（' | '('))?;
    let c = chars.next()?;
    let close = chars.next().filter(|c| matches!(c, '）' | ')'))?;
    let set = CharSet { chars: vec![c], ..CharSet::default() };
    Some((set, gap + open.len_utf8() + c.len_utf8() + close.len_utf8()))
}

/// `"."`
fn quoted(text: &str) -> Option<(CharSet, usize)> {
    let mut chars = text.chars();
    let open = chars.next().filter(|c| matches!(c, '"' | '“' | '\''))?;
    let c = chars.next()?;
    let close = chars.next().filter(|c| matches!(c, '"' | '”' | '\''))?;
    Some((
        CharSet { chars: vec![c], ..CharSet::default() },
        open.len_utf8() + c.len_utf8() + close.len_utf8(),
    ))
}

fn join(text: &str) -> Option<usize> {
    let gap = super::sentence::blanks(text);
    let mut at = gap;
    let mut joined = false;
    while let Some(word) = PHRASES.begins("words", "joins", &text[at..]) {
        at += word.len();
        at += super::sentence::blanks(&text[at..]);
        joined = true;
    }
    joined.then_some(at)
}

/// Joins two sets.
pub(crate) fn union(set: &mut CharSet, other: CharSet) {
    set.upper |= other.upper;
    set.lower |= other.lower;
    set.digits |= other.digits;
    set.chinese |= other.chinese;
    set.ascii |= other.ascii;
    for c in other.chars {
        if !set.chars.contains(&c) {
            set.chars.push(c);
        }
    }
}
