//! Numbers and bars.

use std::borrow::Borrow;

use crate::Tally;

/// The three parts of a coverage bar in tenths of a percent; together always a thousand, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) held: usize,
    pub(super) failed: usize,
    pub(super) unreached: usize,
}

impl Bar {
    /// The parts of a tally's facts. What failed stays visible, however little it is.
    pub(super) fn of(tally: &Tally) -> Self {
        if tally.facts == 0 {
            return Self { held: 0, failed: 0, unreached: 0 };
        }
        let share = |part: usize| part * 1000 / tally.facts;
        let visible = |part: usize| if part == 0 { 0 } else { share(part).max(8) };
        let failed = visible(tally.facts_failed);
        let held = share(tally.facts_held).min(1000 - failed);
        Self { held, failed, unreached: 1000 - held - failed }
    }
}

/// `12345` as `12,345`. Templates pass fields by reference and results of calls by value.
pub(super) fn grouped(number: impl Borrow<usize>) -> String {
    let digits = number.borrow().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1000, 1234567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn a_single_failure_shows_in_the_bar() {
        let tally = Tally { facts: 5000, facts_held: 4999, facts_failed: 1, ..Tally::default() };
        assert_eq!(Bar::of(&tally), Bar { held: 992, failed: 8, unreached: 0 });
    }
}
