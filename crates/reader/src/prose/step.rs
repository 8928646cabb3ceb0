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
    multiple(sentence).or_else(|| named(sentence)).or_else(|| widened(sentence)).or_else(|| places(sentence))
}

/// `以12小时级为基础进行倍数扩增`
fn widened(sentence: &Sentence<'_>) -> Option<Finding> {
    let (stop, end) = sentence.find("step", "widened")?;
    let digits = sentence.text[..stop].trim_end_matches(|c: char| !c.is_ascii_digit());
    let start = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (of, _) = number(&digits[start..])?;
    let near = sentence.text[digits.len()..stop].chars().count() <= 6 && digits[..start].ends_with('以');
    (near && of > 0.0).then(|| Finding {
        requirement: Requirement::Step { of },
        words: sentence.place(start..end),
        confidence: Confidence::Likely,
    })
}

/// `最多3位小数`, `A maximum of three decimal places`: what the last place counts.
fn places(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("step", "places")?;
    let before = sentence.text[..start].trim_end();
    let word = before.rsplit(|c: char| c == ' ' || c.is_ascii_punctuation()).next().unwrap_or_default();
    let words = ["one", "two", "three", "four", "five", "six"];
    let signs = ["一", "两", "三", "四", "五", "六"];
    let figure = |text: &str| {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        text[digits..]
            .parse::<usize>()
            .ok()
            .filter(|n| (1..10).contains(n))
            .or_else(|| signs.iter().position(|sign| text.ends_with(sign)).map(|place| place + 1))
    };
    let behind = || {
        let text = sentence.behind(stop);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let figure = text[..digits].parse::<usize>().ok();
        figure.or_else(|| signs.iter().position(|sign| text.starts_with(sign)).map(|place| place + 1))
    };
    let named = words.iter().position(|known| *known == word).map(|place| place + 1);
    let count = named.or_else(|| figure(before)).or_else(behind)?;
    let of = format!("1e-{count}").parse().ok()?;
    Some(Finding {
        requirement: Requirement::Step { of },
        words: sentence.place(start..stop),
        confidence: Confidence::Likely,
    })
}

/// The number stands before the phrase.
fn multiple(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("step", "behind")?;
    // `必须是10GB的整数倍`
    let before = sentence.text[..start].trim_end();
    let before = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).trim_end();
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
