//! `默认值：空`, `默认为0`, `默认20`, `Default value: false`.

use contract::{Confidence, Requirement};

use super::description::Description;
use super::sentence::{Sentence, link};
use super::{Finding, Subject};
use crate::vocabulary::PHRASES;

/// Finds the literal that is taken when the parameter is absent. What describes a behaviour is no literal.
pub(crate) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Option<Finding> {
    if let Some((start, stop)) = sentence.find("default", "left_empty") {
        return Some(Finding {
            requirement: Requirement::Default { value: None },
            words: sentence.place(start..stop),
            confidence: Confidence::Certain,
        });
    }
    let (start, stop) = sentence.find("default", "subjects")?;
    // `Description of the default values:` says that there are several.
    if sentence.text[start..stop].is_ascii()
        && sentence.behind(stop).starts_with(|c: char| c.is_ascii_alphabetic())
    {
        return None;
    }
    let before = &sentence.text[..start];
    if names_another(before, subject.name) || names_a_case(before, &sentence.text[start..stop]) {
        return None;
    }
    let mut at = stop + link(sentence.behind(stop));
    // `默认值（A）`
    at += sentence.behind(at).chars().next().filter(|c| matches!(c, '（' | '(')).map_or(0, char::len_utf8);
    let rest = sentence.behind(at);
    let none = PHRASES.list("default", "none").iter().find(|word| {
        rest.starts_with(word.as_str())
            && !rest[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
    });
    if let Some(word) = none {
        return Some(Finding {
            requirement: Requirement::Default { value: None },
            words: sentence.place(start..at + word.len()),
            confidence: Confidence::Certain,
        });
    }
    let (literal, length) = literal(rest)?;
    if goes_on(literal, &rest[length..]) {
        return None;
    }
    // `默认100M` and `默认4小时` are amounts, `默认安全组` a behaviour, `默认max{20, …}` a formula.
    let behind = &rest[length..];
    let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '{')
        || PHRASES.begins("words", "counters", behind).is_some();
    let slip = PHRASES.begins("default", "slips", &sentence.text[start..]).is_some();
    let again = slip || states_again(sentence, at + length, literal, subject.name);
    ends.then(|| Finding {
        requirement: Requirement::Default { value: Some(literal.to_owned()) },
        words: sentence.place(start..at + length),
        confidence: if again { Confidence::Likely } else { Confidence::Certain },
    })
}

/// `默认为1，月付时默认为3`, `默认: Dynamic 默认: 全部`: a second default in the sentence, so each holds in its case.
fn states_again(sentence: &Sentence<'_>, from: usize, first: &str, own: &str) -> bool {
    let Some((start, stop)) = sentence.find_from(from, "default", "subjects") else { return false };
    if names_another(&sentence.text[from..start], own) {
        return false;
    }
    let linked = link(sentence.behind(stop));
    let other = literal(sentence.behind(stop + linked)).map(|(literal, _)| literal);
    other != Some(first) && (linked > 0 || other.is_some())
}

/// `默认值：false；不传则默认不修改`: where nothing is changed by silence, the default is another time's.
pub(super) fn doubt(findings: &mut [Finding], description: &Description<'_>) {
    if description.find("default", "kept", 0).is_none() {
        return;
    }
    let defaults = findings.iter_mut().filter(|f| matches!(f.requirement, Requirement::Default { .. }));
    defaults.for_each(|finding| finding.confidence = finding.confidence.max(Confidence::Likely));
}

/// `默认为Default VPC`: a word that another one follows is no literal, but a way of speaking.
pub(super) fn is_phrase(finding: &Finding, text: &str) -> bool {
    let Requirement::Default { value: Some(literal) } = &finding.requirement else { return false };
    let rest = text.get(finding.words.end..).unwrap_or_default();
    let follows =
        rest.strip_prefix(' ').is_some_and(|words| words.starts_with(|c: char| c.is_ascii_uppercase()));
    follows && literal.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether the default is that of a kind of things: `系列 I 实例默认值：none`.
pub(crate) fn is_owned(sentence: &Sentence<'_>) -> bool {
    let Some((start, _)) = sentence.find("default", "subjects") else { return false };
    let before = &sentence.text[..start];
    PHRASES.list("default", "owners").iter().any(|owner| before.ends_with(owner.as_str()))
}

/// `Default value: the ID of the fence`: a word that words follow begins a sentence.
fn goes_on(literal: &str, behind: &str) -> bool {
    if PHRASES.begins("default", "or", behind).is_some()
        || PHRASES.list("condition", "starts").iter().any(|start| start.strip_suffix(' ') == Some(literal))
    {
        return true;
    }
    let article = PHRASES.list("default", "articles").iter().any(|article| article == literal);
    let word = literal.starts_with(|c: char| c.is_ascii_lowercase());
    behind.strip_prefix(' ').is_some_and(|words| {
        (article || word) && words.starts_with(|c: char| c.is_ascii_lowercase() || (article && c.is_ascii()))
    })
}

/// `EndTime默认为当前时间，BeginTime默认为…`: the default is another parameter's.
fn names_another(before: &str, own: &str) -> bool {
    let word = last_word(before);
    let is_name = word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase());
    is_name && word != own && !own.ends_with(word)
}

/// `mysql默认3306，…`: the default is that of a case.
fn names_a_case(before: &str, phrase: &str) -> bool {
    let word = last_word(before);
    !phrase.is_ascii() && word.len() > 2 && word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The Latin word that ends `text`.
fn last_word(text: &str) -> &str {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    text.rsplit(|c: char| !is_part(c)).next().unwrap_or_default()
}

/// The literal that begins `text`, quotes taken off, and its length with them.
fn literal(text: &str) -> Option<(&str, usize)> {
    for (open, close) in [('"', '"'), ('“', '”'), ('`', '`'), ('\'', '\'')] {
        if let Some(rest) = text.strip_prefix(open) {
            let end = rest.find([close, '"', '”'])?;
            let closing = rest[end..].chars().next().map_or(0, char::len_utf8);
            return (end > 0).then(|| (&rest[..end], open.len_utf8() + end + closing));
        }
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':' | '+');
    let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    let word = text[..end].trim_end_matches(['.', ':', '-', '/']);
    (!word.is_empty()).then_some((word, word.len()))
}

/// `默认值：Others Linux`: a value of several words goes on where the literal ends.
pub(super) fn complete(findings: &mut [Finding], text: &str) {
    let values: Vec<String> = findings
        .iter()
        .filter_map(|finding| match &finding.requirement {
            Requirement::OneOf { values } => Some(values.iter().map(|value| value.value.clone())),
            _ => None,
        })
        .flatten()
        .collect();
    for finding in findings {
        let Requirement::Default { value: Some(literal) } = &mut finding.requirement else { continue };
        let Some(start) = finding.words.end.checked_sub(literal.len()) else { continue };
        let rest = text.get(start..).unwrap_or_default();
        let goes_on =
            |value: &&String| value.starts_with(&format!("{literal} ")) && rest.starts_with(value.as_str());
        if let Some(value) = values.iter().filter(goes_on).max_by_key(|value| value.len()) {
            finding.words.end = start + value.len();
            literal.clone_from(value);
        }
    }
}
