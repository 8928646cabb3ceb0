//! Faults in checking requests: broken rules that are overlooked.

use wire::{Rule, Violation, Violations};

use super::{Fault, Faults};

impl Faults {
    /// The violations that are left when some are overlooked.
    pub fn sift(&self, violations: Violations) -> Violations {
        violations.into_iter().filter(|violation| !self.overlooks(violation)).collect()
    }

    fn overlooks(&self, violation: &Violation) -> bool {
        self.iter().any(|fault| match fault {
            Fault::RequiredParameterNotChecked => violation.rule == Rule::Required,
            Fault::TypeNotChecked => violation.rule == Rule::Type,
            Fault::EnumNotChecked => violation.rule == Rule::OneOf,
            Fault::LengthMaxOffByOne => {
                length(violation).is_some_and(|(_, max, got)| max.is_some_and(|max| got == max + 1))
            }
            Fault::LengthMinNotChecked => {
                length(violation).is_some_and(|(min, _, got)| min.is_some_and(|min| got < min))
            }
            Fault::RangeNotChecked => violation.rule == Rule::Range,
            Fault::RangeMaxOffByOne => range_end(violation).is_some_and(|(max, got)| got == max + 1.0),
            Fault::CountNotChecked => violation.rule == Rule::Count,
            Fault::FirstCharacterNotChecked => violation.rule == Rule::StartsWith,
            Fault::ForbiddenPrefixNotChecked => violation.rule == Rule::NotStartsWith,
            Fault::ForbiddenPartNotChecked => violation.rule == Rule::NotContains,
            Fault::CharsetNotChecked => {
                matches!(violation.rule, Rule::Charset | Rule::Pattern | Rule::Format)
            }
            Fault::EncryptedKmsRuleNotChecked => violation.rule == Rule::Across,
            _ => false,
        })
    }
}

/// The upper end and the number that lies above it, from the words of [`wire::check::range`].
fn range_end(violation: &Violation) -> Option<(f64, f64)> {
    if violation.rule != Rule::Range {
        return None;
    }
    let (_, words) = violation.message.split_once("at most ")?;
    let (max, got) = words.split_once(", got ")?;
    Some((max.parse().ok()?, got.parse().ok()?))
}

/// Shortest, longest and actual length, from the words of [`wire::check::length`]: a violation says
/// in words what it found, and these are the only numbers in them.
fn length(violation: &Violation) -> Option<(Option<u64>, Option<u64>, u64)> {
    if violation.rule != Rule::Length {
        return None;
    }
    let words: Vec<&str> = violation.message.split_whitespace().collect();
    let numbers: Vec<u64> = words.iter().filter_map(|word| word.parse().ok()).collect();
    match *numbers.as_slice() {
        [min, max, got] => Some((Some(min), Some(max), got)),
        [bound, got] if words.contains(&"least") => Some((Some(bound), None, got)),
        [bound, got] if words.contains(&"most") => Some((None, Some(bound), got)),
        [exact, got] => Some((Some(exact), Some(exact), got)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use wire::{LengthUnit, Place, check};

    use super::*;

    fn left(fault: Fault, rule: impl FnOnce(&mut Violations)) -> usize {
        let mut violations = Violations::new();
        rule(&mut violations);
        assert_eq!(violations.len(), 1, "the rule must be broken for the fault to matter");
        Faults::new([fault]).sift(violations).len()
    }

    #[test]
    fn off_by_one_is_off_by_one_only() {
        let at = Place { parameter: "Name", page: "", words: "" };
        let text = |min, max, length: usize| {
            move |v: &mut Violations| check::length(v, at, &"a".repeat(length), min, max, LengthUnit::Chars)
        };
        let fault = Fault::LengthMaxOffByOne;
        assert_eq!(left(fault, text(Some(2), Some(128), 129)), 0);
        assert_eq!(left(fault, text(Some(2), Some(128), 130)), 1);
        assert_eq!(left(fault, text(Some(2), Some(128), 1)), 1);
        assert_eq!(left(fault, text(None, Some(64), 65)), 0);
        assert_eq!(left(fault, text(Some(4), Some(4), 5)), 0);
        let number = |got: f64| {
            let end = |value| Some(wire::Limit { value, inclusive: true });
            move |v: &mut Violations| check::range(v, at, got, end(1.0), end(100.0))
        };
        let off = [101.0, 102.0, 0.0].map(|got| left(Fault::RangeMaxOffByOne, number(got)));
        assert_eq!(off, [0, 1, 1]);
        assert_eq!(left(Fault::LengthMinNotChecked, text(Some(2), Some(128), 1)), 0);
        assert_eq!(left(Fault::LengthMinNotChecked, text(Some(2), None, 1)), 0);
        assert_eq!(left(Fault::LengthMinNotChecked, text(Some(2), Some(128), 129)), 1);
    }

    #[test]
    fn other_rules_are_left_alone() {
        let at = Place { parameter: "OsType", page: "", words: "" };
        assert_eq!(left(Fault::EnumNotChecked, |v| check::one_of(v, at, "BeOS", &["Linux"])), 0);
        assert_eq!(left(Fault::RangeNotChecked, |v| check::one_of(v, at, "BeOS", &["Linux"])), 1);
    }
}
