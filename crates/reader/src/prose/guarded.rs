//! Rules that hold in a case: `- cloud：5~2000`, `PeriodUnit=Week时，Period取值：{1, 2}`,
//! `When Category is set to cloud: 5 to 2000`.
//!
//! A case is a value of another parameter of the page. A case that none of them has makes no rule.

use std::sync::LazyLock;

use contract::{Condition, Confidence, Constraint, EnumValue, Limit, Parameter, Requirement, Scope, Type};

use super::description::Description;
use super::enumeration::{MARKS, element};
use super::sentence::{Sentence, blanks, interval, number};
use super::statement::Statement;
use super::{Finding, Subject};
use crate::vocabulary::{PHRASES, Said};

/// What says of another parameter that it has a value.
static IS: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("guard", "is")]));

/// The rules of a description that hold in a case only. Their conditions name parameters as the description does, or not
/// at all where it has nothing but a value; [`resolve`] finds them among the parameters of the page.
pub(super) fn find(description: &Description<'_>, subject: &Subject<'_>) -> Vec<Statement> {
    let numeric = matches!(subject.ty.innermost(), Type::Integer | Type::Float);
    if !(numeric || *subject.ty == Type::String) {
        return Vec::new();
    }
    let text = description.text;
    let phrases = |lists: Said| description.within(0..text.len(), lists);
    // A value stands behind a dash and before a colon, which are marks. `ICMP: -1/-1` beside `5~2000`.
    let kinds = description.says(*MARKS)
        && phrases(*MARKS).any(|mark| begins_item(text, mark.start()))
        && phrases(*MARKS).any(|mark| precedes_a_figure(&text[mark.start()..]))
        && (numeric || text.contains('/'));
    // Behind most phrases stands no value, which is seen before there are sentences.
    let names = description.says(*IS) && phrases(*IS).any(|is| value(&text[is.end()..]).is_some());
    if !kinds && !names {
        return Vec::new();
    }
    let found = description.sentences().filter_map(|sentence| {
        let of_a_kind = || if kinds && sentence.says(*MARKS) { kind(&sentence, numeric) } else { None };
        let of_a_case = if names { named(&sentence, subject) } else { None };
        let (when, requirement) = of_a_case.or_else(of_a_kind)?;
        let words = sentence.place(0..sentence.text.len());
        let finding = Finding { requirement, words, confidence: Confidence::Likely };
        Some(Statement { finding, when: Some(when) })
    });
    found.collect()
}

/// Whether an item of a list begins at a place, perhaps the first of a list that begins behind its introduction.
fn begins_item(text: &str, at: usize) -> bool {
    text[at..].starts_with("- ") || text[at..].starts_with('-') && text[..at].ends_with('：')
}

/// Whether a colon begins `text`, and behind it a number or an interval.
fn precedes_a_figure(text: &str) -> bool {
    let may_begin = |c: char| c.is_ascii_digit() || matches!(c, '-' | '[' | '(' | '（' | '【');
    text.starts_with(['：', ':']) && text.trim_start_matches(COLONS).starts_with(may_begin)
}

/// What parts a value from what holds for it.
const COLONS: [char; 3] = ['：', ':', ' '];

/// `- cloud：5~2000`: a value of a parameter that is not named.
fn kind(sentence: &Sentence<'_>, numeric: bool) -> Option<(Condition, Requirement)> {
    // `取值范围：- A：5~10` is a list, too, though its first item has no line of its own.
    let inline = || {
        let mut marks = sentence.phrases(*MARKS).map(|mark| &sentence.whole[mark.start()..sentence.end()]);
        let before = |item: &str| &sentence.text[..sentence.text.len() - item.len()];
        let item = marks.find(|item| item.starts_with('-') && before(item).ends_with('：'))?;
        Some(&item[1..])
    };
    let item = sentence.text.strip_prefix("- ").or_else(inline).map(str::trim_start)?;
    let colon = item.find(['：', ':'])?;
    let suffixes = PHRASES.list("guard", "suffixes").iter();
    let head = suffixes
        .fold(item[..colon].trim_end(), |head, word| head.strip_suffix(&**word).unwrap_or(head).trim_end());
    let (value, _, _) = element(head).filter(|(_, _, length)| *length == head.len())?;
    let rest = item[colon..].trim_start_matches(COLONS);
    let range = if numeric { range(rest)? } else { fixed(rest)? };
    let word = value.starts_with(|c: char| c.is_ascii_alphabetic());
    word.then(|| {
        (Condition { parameter: String::new(), equals: Some(vec![value.to_owned()]), not: false }, range)
    })
}

/// `当参数A取值为x时：1~9`, `If A is set to x, valid values of this parameter are 1, 2, and 3.`
fn named(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Option<(Condition, Requirement)> {
    let text = sentence.text;
    let (start, stop) = sentence.find("guard", "is")?;
    let (value, mut rest) = value(&text[stop..])?;
    let before = text[..start].trim_end();
    let before = PHRASES
        .list("guard", "nouns")
        .iter()
        .find_map(|noun| before.strip_suffix(noun.as_str()))
        .unwrap_or(before)
        .trim_end();
    let name = before.bytes().rev().take_while(|byte| is_part(*byte)).count();
    let parameter = Some(&before[before.len() - name..]).filter(|name| !name.is_empty())?;
    // Nothing but `当参数` and bullets may stand before.
    let mut lead = before[..before.len() - parameter.len()].trim_start_matches(['-', ' ']);
    while let Some(word) = PHRASES.begins("guard", "leads", lead) {
        lead = lead[word.len()..].trim_start_matches(['-', ' ']);
    }
    if !lead.is_empty() || parameter == subject.name {
        return None;
    }
    loop {
        let own = rest.strip_prefix(subject.name).map(str::trim_start);
        let filler = || PHRASES.begins("guard", "fillers", rest).map(|word| rest[word.len()..].trim_start());
        match own.or_else(filler) {
            Some(next) => rest = next,
            None => break,
        }
    }
    let numeric = matches!(subject.ty.innermost(), Type::Integer | Type::Float);
    let fixed = || fixed(rest).filter(|_| !numeric);
    let requirement = range(rest).filter(|_| numeric).or_else(fixed).or_else(|| list(rest, numeric))?;
    Some((
        Condition { parameter: parameter.to_owned(), equals: Some(vec![value.to_owned()]), not: false },
        requirement,
    ))
}

/// Whether a byte is one of a name.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_')
}

/// The value that begins `text`, and what its condition goes on with behind it.
fn value(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let goes_on = |c: char| c.is_ascii() && is_part(c as u8) || matches!(c, '-' | '"' | '“' | '”');
    let end = text.find(|c: char| !goes_on(c)).unwrap_or(text.len());
    let (value, rest) = (text[..end].trim_matches(['"', '“', '”', '.']), text[end..].trim_start());
    (!value.is_empty() && rest.starts_with(['：', ':', '，', ',', '时'])).then_some((value, rest))
}

/// A range that leaves nothing over.
fn range(text: &str) -> Option<Requirement> {
    let found = interval(text)?;
    ends(&text[found.length..]).then_some(Requirement::Range {
        min: Some(Limit { value: found.low, inclusive: found.low_inclusive }),
        max: Some(Limit { value: found.high, inclusive: found.high_inclusive }),
    })
}

/// `-1/-1`: two numbers that are one text.
fn fixed(text: &str) -> Option<Requirement> {
    let (_, first) = number(text)?;
    let (_, second) = number(text[first..].strip_prefix('/')?)?;
    let (value, rest) = text.split_at(first + 1 + second);
    let values = [EnumValue { value: value.to_owned(), gloss: String::new() }].into();
    (ends(rest) || rest.starts_with(", ")).then_some(Requirement::OneOf { values })
}

/// Values that leave nothing over: `{“1”, “2”}`, `1, 2, and 3`.
fn list(text: &str, numeric: bool) -> Option<Requirement> {
    let braced = text.strip_prefix(['{', '[']);
    let mut rest = braced.unwrap_or(text).trim_start();
    let mut values: Vec<EnumValue> = Vec::new();
    loop {
        let (value, _, length) = element(rest)?;
        if numeric && value.parse::<f64>().is_err() {
            return None;
        }
        if values.iter().any(|known| known.value == value) {
            return None;
        }
        values.push(EnumValue { value: value.to_owned(), gloss: String::new() });
        rest = &rest[length..];
        let gap = blanks(rest);
        let Some(join) = PHRASES.begins("enum", "joins", &rest[gap..]) else { break };
        rest = rest[gap + join.len()..].trim_start();
        if let Some(last) = PHRASES.begins("enum", "last_joins", rest) {
            rest = &rest[last.len()..];
        }
    }
    if braced.is_some() {
        rest = rest.trim_start().strip_prefix(['}', ']'])?;
    }
    (ends(rest) && (numeric || values.len() > 1)).then(|| Requirement::OneOf { values: values.into() })
}

/// Whether nothing of the clause is left.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || matches!(rest, "." | "。" | "；" | ";" | "，" | ",")
}

/// Finds the parameters that the conditions mean; a rule whose case no parameter of the page has is none.
pub(crate) fn resolve(parameters: &mut [Parameter]) {
    let open = |constraint: &Constraint| constraint.when.is_some();
    let asking: Vec<usize> =
        (0..parameters.len()).filter(|&i| parameters[i].constraints.iter().any(open)).collect();
    for at in asking {
        let mut constraints = std::mem::take(&mut parameters[at].constraints);
        let own = parameters[at].name.value.clone();
        let kinds: Vec<String> = constraints.iter().filter_map(kind_of).collect();
        let owner = owner(parameters, &own, &kinds);
        constraints.retain_mut(|constraint| {
            let kind = kind_of(constraint);
            let Some(when) = &mut constraint.when else { return true };
            let known =
                |kind: &String| owner.as_ref().is_some_and(|owner| has_value(parameters, owner, kind));
            let found = if when.parameter.is_empty() {
                owner.clone().filter(|_| kind.is_some_and(|kind| known(&kind)))
            } else {
                mentioned(parameters, &own, &when.parameter)
            };
            found.is_some_and(|name| {
                if let Some(value) = when.equals.as_mut().and_then(|values| values.first_mut())
                    && let Some(spelt) = parameters.iter().find_map(|p| spelling(p, &name, value))
                {
                    *value = spelt;
                }
                when.parameter = name;
                when.parameter != own
            })
        });
        parameters[at].constraints = constraints;
    }
}

/// The value of a condition that names no parameter.
fn kind_of(constraint: &Constraint) -> Option<String> {
    let when = constraint.when.as_ref().filter(|when| when.parameter.is_empty())?;
    when.equals.as_ref()?.first().cloned()
}

/// Whether a value is among those that are listed for a parameter.
fn has_value(parameters: &[Parameter], name: &str, value: &str) -> bool {
    parameters.iter().filter(|p| p.name.value == name).any(|parameter| listed(parameter, value))
}

fn listed(parameter: &Parameter, value: &str) -> bool {
    spelling(parameter, &parameter.name.value, value).is_some()
}

/// How the list of a parameter's values spells one; descriptions of others are careless about capitals.
fn spelling(parameter: &Parameter, name: &str, value: &str) -> Option<String> {
    if parameter.name.value != name {
        return None;
    }
    parameter.constraints.iter().find_map(|constraint| match &constraint.requirement {
        Requirement::OneOf { values } => {
            let known = values.iter().find(|known| known.value.eq_ignore_ascii_case(value));
            known.map(|known| known.value.clone())
        }
        _ => None,
    })
}

/// The parameter that has these values, or two of them, in the same structure if several have.
fn owner(parameters: &[Parameter], own: &str, kinds: &[String]) -> Option<String> {
    if kinds.is_empty() {
        return None;
    }
    let has = |parameter: &&Parameter| {
        let known = kinds.iter().filter(|kind| listed(parameter, kind)).count();
        parameter.scope == Scope::Operation && known >= kinds.len().min(2)
    };
    let found: Vec<&str> = parameters.iter().filter(has).map(|p| p.name.value.as_str()).collect();
    let beside: Vec<&str> = found.iter().copied().filter(|name| parent(name) == parent(own)).collect();
    match (&beside[..], &found[..]) {
        ([one], _) | ([], [one]) => Some((*one).to_owned()),
        _ => None,
    }
}

/// The parameter that a description means by a name.
fn mentioned(parameters: &[Parameter], own: &str, name: &str) -> Option<String> {
    let names = || parameters.iter().filter(|p| p.scope == Scope::Operation).map(|p| p.name.value.as_str());
    let beside = parent(own).map(|parent| format!("{parent}.{name}"));
    let exact = names().find(|known| *known == name || Some(*known) == beside.as_deref());
    let mut within = names().filter(|known| known.rsplit('.').next() == Some(name));
    exact.or_else(|| within.next().filter(|_| within.next().is_none())).map(str::to_owned)
}

/// `DataDisk.N` of `DataDisk.N.Size`.
fn parent(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(parent, _)| parent)
}
