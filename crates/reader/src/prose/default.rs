//! `默认值：空`, `默认为0`, `默认20`, `Default value: false`.

use contract::{Confidence, Requirement, Type};

use super::description::Description;
use super::sentence::{Sentence, link, number};
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
    // `- default: …` is a value with its gloss.
    if matches!(before.trim(), "-" | ">") && sentence.behind(start).starts_with("default:") {
        return None;
    }
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
    let (mut literal, mut length) = literal(rest)?;
    let mut amount = false;
    if matches!(subject.ty.innermost(), Type::Integer | Type::Float)
        && let Some(number) = amount_of(sentence.whole, rest)
    {
        (literal, length, amount) = (&rest[..number], number, true);
    }
    if goes_on(literal, &rest[length..]) {
        return None;
    }
    // `默认100M` and `默认4小时` are amounts, `默认安全组` a behaviour, `默认max{20, …}` a formula.
    let behind = &rest[length..];
    // `默认值：true当…`: a line's end was lost.
    let follows = PHRASES.begins("default", "follows", behind).is_some();
    let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '{')
        || PHRASES.begins("words", "counters", behind).is_some()
        || follows
        || amount;
    let slip = PHRASES.begins("default", "slips", &sentence.text[start..]).is_some();
    let unsure = slip || follows || amount || states_again(sentence, at + length, literal, subject.name);
    ends.then(|| Finding {
        requirement: Requirement::Default { value: Some(literal.to_owned()) },
        words: sentence.place(start..at + length),
        confidence: if unsure { Confidence::Likely } else { Confidence::Certain },
    })
}

/// The length of the number in `默认100M` and `默认4小时`, unless the text measures in another unit: `默认4小时（单位/秒）`.
fn amount_of(text: &str, rest: &str) -> Option<usize> {
    let (_, length) = number(rest)?;
    let behind = rest[length..].trim_start_matches(' ');
    let unit = PHRASES.begins("default", "units", behind)?;
    let ends = !behind[unit.len()..].starts_with(char::is_alphanumeric);
    (ends && !measures_otherwise(text, unit)).then_some(length)
}

/// Whether the text names a unit, and not this one.
pub(super) fn measures_otherwise(text: &str, unit: &str) -> bool {
    let Some((_, stop)) = PHRASES.find("default", "measures", text, 0) else { return false };
    let named = text[stop..].trim_start_matches(['为', '是', '：', ':', '/', ' ', '（', '(']);
    if unit == "点" {
        return false; // an hour of the day
    }
    let first = |text: &str| text.trim_start_matches('个').chars().next().map(|c| c.to_ascii_uppercase());
    first(named) != first(unit)
}

/// `默认为启用` beside `1：启用；0：禁用`: the value whose gloss it is. Never certain.
pub(super) fn of_gloss(findings: &[Finding], description: &Description<'_>) -> Option<Finding> {
    let text = description.text;
    let (values, end) = findings.iter().find_map(|finding| match &finding.requirement {
        Requirement::OneOf { values } => Some((values, finding.words.end)),
        _ => None,
    })?;
    let (start, stop) = description.find("default", "subjects", end)?;
    let at = stop + link(&text[stop..]);
    let end = text[at..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |end| at + end);
    let word = &text[at..end];
    if word.chars().count() < 2 || word.is_ascii() {
        return None;
    }
    let one = |fits: &dyn Fn(&str) -> bool| {
        let mut fitting = values.iter().filter(|value| fits(&value.gloss));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let value = one(&|gloss| gloss == word).or_else(|| one(&|gloss| gloss.contains(word)))?;
    Some(Finding {
        requirement: Requirement::Default { value: Some(value.value.clone()) },
        words: start..end,
        confidence: Confidence::Likely,
    })
}

/// `默认版本4.0` beside `4.0版本配置ID:"6c92…"`: the value of that version. One that the list lacks is none.
pub(super) fn of_version(findings: &mut Vec<Finding>, text: &str) {
    let versioned = |finding: &Finding| {
        matches!(finding.requirement, Requirement::Default { value: Some(_) })
            && PHRASES.begins("default", "versions", &text[finding.words.start..]).is_some()
    };
    if !findings.iter().any(versioned) {
        return;
    }
    let values = findings
        .iter()
        .find_map(|finding| match &finding.requirement {
            Requirement::OneOf { values } => Some(values.clone()),
            _ => None,
        })
        .unwrap_or_default();
    findings.retain_mut(|finding| {
        let versioned = versioned(finding);
        let Requirement::Default { value: Some(literal) } = &mut finding.requirement else { return true };
        if !versioned || values.is_empty() || values.iter().any(|value| value.value == *literal) {
            return true;
        }
        finding.confidence = Confidence::Likely;
        let mut named = values.iter().filter(|value| value.gloss.contains(literal.as_str()));
        let found = named.next().filter(|_| named.next().is_none());
        found.is_some_and(|value| {
            literal.clone_from(&value.value);
            true
        })
    });
}

/// `-1（默认）：永久` in a list that could not be read.
pub(super) fn marked(description: &Description<'_>, subject: &Subject<'_>) -> Option<Finding> {
    let text = description.text;
    let (start, stop) = description.find("default", "marks", 0)?;
    let before = text[..start].trim_end_matches([' ', '"', '”', '`', '*']);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let word = before.rsplit(|c: char| !is_part(c)).next().unwrap_or_default();
    let at = before.len() - word.len();
    let apart = !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '~' | '～'));
    let fits = super::fits(word, subject.ty.innermost());
    (!word.is_empty() && apart && fits).then(|| Finding {
        requirement: Requirement::Default { value: Some(word.to_owned()) },
        words: at..stop,
        confidence: Confidence::Likely,
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
    let begins_one =
        |start: &String| start.len() == literal.len() + 1 && start.strip_suffix(' ') == Some(literal);
    if PHRASES.begins("default", "or", behind).is_some()
        || PHRASES.list("condition", "starts").iter().any(begins_one)
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
    // `默认为 /`: the root.
    let root = word.is_empty() && text[..end] == *"/";
    let word = if root { "/" } else { word };
    (!word.is_empty()).then_some((word, word.len()))
}

/// `默认值：Others Linux`: a value of several words goes on where the literal ends.
pub(super) fn complete(findings: &mut [Finding], text: &str) {
    for at in 0..findings.len() {
        let Finding { requirement: Requirement::Default { value: Some(literal) }, words, .. } = &findings[at]
        else {
            continue;
        };
        let Some(start) = words.end.checked_sub(literal.len()) else { continue };
        let rest = text.get(start..).unwrap_or_default();
        let goes_on = |value: &&str| {
            value.strip_prefix(literal.as_str()).is_some_and(|more| more.starts_with(' '))
                && rest.starts_with(*value)
        };
        let values = findings.iter().filter_map(|finding| match &finding.requirement {
            Requirement::OneOf { values } => Some(values.iter().map(|value| value.value.as_str())),
            _ => None,
        });
        if let Some(value) =
            values.flatten().filter(goes_on).max_by_key(|value| value.len()).map(str::to_owned)
        {
            findings[at].words.end = start + value.len();
            findings[at].requirement = Requirement::Default { value: Some(value) };
        }
    }
}
