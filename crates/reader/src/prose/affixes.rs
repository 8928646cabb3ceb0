//! `必须以大小字母或中文开头`, `不能以http://和https://开头`, `不能包含http://或者https://`.

use contract::{Confidence, Requirement};

use super::Finding;
use super::charset::set;
use super::sentence::Sentence;
use crate::vocabulary::PHRASES;

/// Finds what a value must and must not begin with, and what must not occur in it.
pub(crate) fn find(sentence: &Sentence<'_>) -> Vec<Finding> {
    let mut negative = negative(sentence);
    if negative.is_empty() {
        negative.extend(ends(sentence));
    }
    positive(sentence).into_iter().chain(negative).chain(parts(sentence)).collect()
}

fn positive(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = match sentence.find("starts", "positive") {
        Some(found) => found,
        None => {
            // A bare `以字母开头`, which no `不能` stands before.
            let (start, stop) = sentence.find("starts", "bare")?;
            if PHRASES.ends("starts", "modals", &sentence.text[..start]) {
                return None;
            }
            (start, stop)
        }
    };
    let rest = sentence.behind(stop);
    let (set, length) = set(skip_article(rest))?;
    let length = length + rest.len() - skip_article(rest).len();
    let chinese = !sentence.text[start..stop].is_ascii();
    let closing = end_phrase(&rest[length..]);
    if chinese && closing.is_none() {
        return None;
    }
    Some(Finding {
        requirement: Requirement::StartsWith { set },
        words: sentence.place(start..stop + length + closing.unwrap_or(0)),
        confidence: Confidence::Certain,
    })
}

fn skip_article(text: &str) -> &str {
    let text = text.trim_start();
    PHRASES.begins("words", "articles", text).map_or(text, |article| &text[article.len()..])
}

fn negative(sentence: &Sentence<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, stop)) = sentence.find_from(from, "starts", "negative") {
        from = stop;
        let rest = sentence.behind(stop);
        let chinese = !sentence.text[start..stop].is_ascii();
        let (prefixes, length) = literals(rest, chinese);
        let closing = end_phrase(&rest[length..]);
        if !prefixes.is_empty() && (!chinese || closing.is_some()) {
            found.push(Finding {
                requirement: Requirement::NotStartsWith { prefixes },
                words: sentence.place(start..stop + length + closing.unwrap_or(0)),
                confidence: Confidence::Certain,
            });
        }
    }
    found
}

/// `点号（.）和短横线（-）不能作为首尾字符`: the characters stand before.
fn ends(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("starts", "no_ends")?;
    let clause = sentence.text[..start].trim_start_matches(['-', ' ']);
    let at = start - clause.len();
    let (prefixes, length) = literals(clause, false);
    let whole = clause[length..].trim().is_empty();
    (whole && !prefixes.is_empty()).then(|| Finding {
        requirement: Requirement::NotStartsWith { prefixes },
        words: sentence.place(at..stop),
        confidence: Confidence::Likely,
    })
}

fn parts(sentence: &Sentence<'_>) -> Option<Finding> {
    let joined = || {
        // `cannot start with A or contain B`
        let (_, negated) = sentence.find("starts", "negative")?;
        sentence.find_from(negated, "contains", "joined")
    };
    let (start, stop) = sentence.find("contains", "negative").or_else(joined)?;
    let (parts, length) = literals(sentence.behind(stop), false);
    (!parts.is_empty()).then(|| Finding {
        requirement: Requirement::NotContains { parts },
        words: sentence.place(start..stop + length),
        confidence: Confidence::Certain,
    })
}

/// The length of `开头`, with blanks before it.
fn end_phrase(text: &str) -> Option<usize> {
    let gap = super::sentence::blanks(text);
    PHRASES.begins("starts", "end", &text[gap..]).map(|phrase| gap + phrase.len())
}

/// Literals joined by commas and words, at the beginning of `text`: `aliyun、acs:、http://或者https://`. A character may
/// stand in brackets behind its name: `斜线号（/）`, `a forward slash (/)`. A bare word is a literal only beside one that is
/// no word, or in Chinese: `aliyun or acs:` are two, `periods or hyphens` none.
fn literals(text: &str, chinese: bool) -> (Vec<String>, usize) {
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    let mut end = 0;
    loop {
        at += super::sentence::blanks(&text[at..]);
        let rest = skip_article(&text[at..]);
        at = text.len() - rest.len();
        let is_first = |word: &String| {
            let behind = rest.strip_prefix(word.as_str());
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
        };
        if PHRASES.list("starts", "no_literals").iter().any(is_first) {
            break;
        }
        let (literal, length) = match named_char(rest) {
            Some(found) => found,
            None => {
                let is_part = |c: char| {
                    c.is_ascii_alphanumeric()
                        || matches!(c, ':' | '/' | '.' | '_' | '-' | '$' | '%' | '@' | '#')
                };
                let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
                let word = rest[..length].trim_end_matches('.');
                if word.is_empty() || joins().any(|join| join == word) {
                    break;
                }
                (word.to_owned(), word.len())
            }
        };
        found.push(literal);
        at += length;
        end = at;
        let mut joined = false;
        loop {
            let gap = super::sentence::blanks(&text[at..]);
            let rest = &text[at + gap..];
            // `http:// orhttps://`
            let run_in = || {
                PHRASES.list("words", "joins").iter().filter_map(|word| word.strip_suffix(' ')).find(|word| {
                    let behind = rest.strip_prefix(word);
                    behind.is_some_and(|behind| PHRASES.begins("starts", "schemes", behind).is_some())
                })
            };
            let Some(join) = PHRASES.begins("words", "joins", rest).or_else(run_in) else { break };
            at += gap + join.len();
            joined = true;
        }
        if !joined {
            break;
        }
    }
    let is_word = |literal: &String| literal.chars().all(char::is_alphanumeric);
    // `cannot start with auto because …`
    let meant = chinese || text[end..].starts_with(" because");
    if !meant && !found.iter().any(|literal| literal.chars().count() > 1 && !is_word(literal)) {
        found.retain(|literal| !is_word(literal));
    }
    if found.is_empty() { (found, 0) } else { (found, end) }
}

/// The words that join literals, without blanks.
fn joins() -> impl Iterator<Item = &'static str> {
    PHRASES.list("words", "joins").iter().map(|word| word.strip_suffix(' ').unwrap_or(word))
}

/// A character in brackets behind its name: a few Chinese characters, or up to three English words.
fn named_char(text: &str) -> Option<(String, usize)> {
    let ends = |c: char| matches!(c, '（' | '(' | '，' | '。' | '、' | ',' | '.' | ':' | '/');
    let (open, mark) = text.char_indices().take(40).find(|&(_, c)| ends(c))?;
    let name = text[..open].trim();
    let longest = if name.is_ascii() { 20 } else { 6 };
    if !matches!(mark, '（' | '(') || !(1..=longest).contains(&name.chars().count()) {
        return None;
    }
    let mut inside = text[open..].chars();
    let (opening, one, closing) = (inside.next()?, inside.next()?, inside.next()?);
    let closed = !matches!(one, '）' | ')') && matches!(closing, '）' | ')');
    let length = open + opening.len_utf8() + one.len_utf8() + closing.len_utf8();
    closed.then(|| (one.to_string(), length))
}
