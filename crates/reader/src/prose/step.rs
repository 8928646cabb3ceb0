//! `取值为1024的倍数`, `步长：10`, `a multiple of 5`.

use contract::{Confidence, Requirement, Type};

use super::sentence::{Sentence, blanks, number};
use super::{Finding, Subject};
use crate::vocabulary::PHRASES;

/// Finds the number of which the value is a multiple.
pub(super) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Option<Finding> {
    if !matches!(subject.ty.innermost(), Type::Integer | Type::Float | Type::String) {
        return None;
    }
    multiple(sentence).or_else(|| named(sentence))
}

/// The number stands before the phrase.
fn multiple(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("step", "behind")?;
    let before = sentence.text[..start].trim_end();
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let (of, length) = number(&before[digits.len()..])?;
    let whole = digits.len() + length == before.len();
    // `容量型必须为100的整数倍`: what stands before may name the kind of which it holds.
    let clause =
        digits.rsplit(['，', ',', '。', '；', ';', '（', '(', '、', '\n']).next().unwrap_or_default().trim();
    let own = clause.is_empty() || PHRASES.list("step", "subjects").iter().any(|word| clause == word);
    let confidence = if own && of.fract() == 0.0 { Confidence::Certain } else { Confidence::Likely };
    (whole && of > 0.0).then(|| Finding {
        requirement: Requirement::Step { of },
        words: sentence.place(digits.len()..stop),
        confidence,
    })
}

/// The number stands behind the phrase.
fn named(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("step", "before")?;
    let at = stop + blanks(sentence.behind(stop));
    let (of, length) = number(sentence.behind(at))?;
    let certain = of.fract() == 0.0 && sentence.text[stop..at].chars().all(|c| c == ' ');
    (of > 0.0).then(|| Finding {
        requirement: Requirement::Step { of },
        words: sentence.place(start..at + length),
        confidence: if certain { Confidence::Certain } else { Confidence::Likely },
    })
}
