//! Numbers of which some are given by their ends: `1~12, 24, 36`, `[1, 9] | 12 | 24`.

use contract::{Confidence, EnumValue};

use super::List;
use crate::prose::sentence::{blanks, interval, number};
use crate::vocabulary::PHRASES;

/// The longest interval that stands for single values.
const LONGEST: f64 = 200.0;

/// The numbers at the beginning of `text`: at least one interval and at least one that stands alone.
pub(in crate::prose) fn figures(text: &str) -> Option<List> {
    let mut figures: Vec<(f64, f64)> = Vec::new();
    let (mut intervals, mut singles) = (0, 0);
    let mut at = blanks(text);
    let mut end;
    loop {
        let rest = &text[at..];
        let (low, high, length) = match interval(rest) {
            Some(found) => {
                intervals += 1;
                (found.low, found.high, found.length)
            }
            None => {
                let (value, length) = number(rest)?;
                singles += 1;
                (value, value, length)
            }
        };
        if low.fract() != 0.0 || high.fract() != 0.0 || high - low > LONGEST {
            return None;
        }
        figures.push((low, high));
        at += length;
        end = at;
        let gap = blanks(&text[at..]);
        let Some(join) = PHRASES.begins("enum", "joins", &text[at + gap..]) else { break };
        let next = at + gap + join.len();
        let next = next + blanks(&text[next..]);
        let next = next + PHRASES.begins("enum", "last_joins", &text[next..]).map_or(0, str::len);
        if interval(&text[next..]).is_none() && number(&text[next..]).is_none() {
            break;
        }
        at = next;
    }
    if intervals == 0 || singles == 0 {
        return None;
    }
    let follows = PHRASES.begins("default", "follows", &text[end..]).is_some();
    let apart = follows
        || !text[end..].trim_start().starts_with(|c: char| c.is_ascii_alphanumeric() || c == '%')
            && !text[end..].starts_with(char::is_alphanumeric);
    let from_to = |(low, high): (f64, f64)| {
        std::iter::successors(Some(low), |value| Some(value + 1.0)).take_while(move |value| *value <= high)
    };
    let value = |number: f64| EnumValue { value: number.to_string(), gloss: String::new() };
    apart.then(|| List {
        values: figures.into_iter().flat_map(from_to).map(value).collect(),
        default: None,
        words: 0..end,
        confidence: Confidence::Likely,
    })
}
