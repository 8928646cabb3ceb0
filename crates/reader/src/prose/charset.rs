//! Sets of characters in words: `大小字母或中文`, `数字、半角冒号（:）、下划线（_）或者连字符（-）`, `letters, digits, and colons (:)`.

use contract::{CharSet, Confidence, Requirement};

use super::Finding;
use super::sentence::Sentence;
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
    let mut at = 0;
    let mut end = 0;
    loop {
        at += super::sentence::blanks(&text[at..]);
        at += PHRASES.begins("words", "articles", &text[at..]).map_or(0, str::len);
        let (found, length) = class(&text[at..])
            .or_else(|| marks(&text[at..]))
            .or_else(|| bracketed(&text[at..]))
            .or_else(|| quoted(&text[at..]))?;
        union(&mut set, found);
        at += length;
        end = at.max(end);
        // A gloss in brackets behind a class word names it again or names the character.
        if let Some((found, length)) = bracket_only(&text[at..]) {
            union(&mut set, found);
            at += length;
            end = at;
        }
        at += spelt_out(&text[at..]);
        end = at.max(end);
        match join(&text[at..]) {
            Some(length) if begins_element(&text[at + length..]) => at += length,
            _ => break,
        }
    }
    (set != CharSet::default()).then_some((set, end))
}

fn begins_element(text: &str) -> bool {
    let text = text.trim_start();
    let text = PHRASES.begins("words", "articles", text).map_or(text, |article| &text[article.len()..]);
    class(text).is_some() || marks(text).is_some() || bracketed(text).is_some() || quoted(text).is_some()
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
    let mut best: Option<(usize, fn() -> CharSet)> = None;
    let mut offer = |length: Option<usize>, set: fn() -> CharSet| {
        if let Some(length) = length.filter(|&length| best.is_none_or(|(other, _)| length > other)) {
            best = Some((length, set));
        }
    };
    offer(PHRASES.longest("words", "letters", text), || CharSet {
        upper: true,
        lower: true,
        ..CharSet::default()
    });
    offer(PHRASES.longest("words", "lower", text), || CharSet { lower: true, ..CharSet::default() });
    offer(PHRASES.longest("words", "upper", text), || CharSet { upper: true, ..CharSet::default() });
    offer(PHRASES.longest("words", "digits", text), || CharSet { digits: true, ..CharSet::default() });
    offer(PHRASES.longest("words", "chinese", text), || CharSet { chinese: true, ..CharSet::default() });
    offer(PHRASES.longest("words", "underscore", text), || CharSet {
        chars: vec!['_'],
        ..CharSet::default()
    });
    offer(PHRASES.longest("words", "hyphen", text), || CharSet { chars: vec!['-'], ..CharSet::default() });
    offer(PHRASES.longest("words", "ascii", text), || CharSet { ascii: true, ..CharSet::default() });
    best.map(|(length, set)| (set(), length))
}

/// The longest name of a character, in characters.
const LONGEST_NAME: usize = 12;

/// `下划线（_）`: a word for a character, and the character.
fn bracketed(text: &str) -> Option<(CharSet, usize)> {
    let ends = |c: char| matches!(c, '（' | '(' | '，' | '。' | '、' | ',' | '；');
    let (open, _) = text.char_indices().take(LONGEST_NAME + 1).find(|&(_, c)| ends(c))?;
    if open == 0 || PHRASES.find("charset", "negations", &text[..open], 0).is_some() {
        return None;
    }
    let (set, length) = bracket_only(&text[open..])?;
    Some((set, open + length))
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
