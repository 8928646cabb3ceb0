//! Texts that meet every rule of a parameter at once, at a wanted length.

use contract::{CharSet, Constraint, Format, LengthUnit, Requirement};
use proptest::sample::select;

use crate::chance::Chance;

/// Longer texts do not survive a URL on the way through ordinary gateways.
pub(crate) const LONGEST: u64 = 4096;
/// How long a text is where the page sets no upper end.
const ORDINARY: u64 = 14;
/// A sample of Chinese characters, for sets that hold them.
const CHINESE: &str = "中文字符镜像测试名称云";

/// How long a text is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// Whatever is usual.
    Ordinary,
    /// Exactly this many units of the page's count.
    Exactly(u64),
    /// Anything within the bounds.
    Any,
}

/// The rules that texts of a parameter are held to.
pub(crate) struct TextRules<'a> {
    requirements: Vec<&'a Requirement>,
}

impl<'a> TextRules<'a> {
    /// All rules count, the doubtful and the guarded ones too: a text that meets them all can't be refused by any.
    pub(crate) fn of(constraints: &'a [Constraint]) -> Self {
        Self { requirements: constraints.iter().map(|constraint| &constraint.requirement).collect() }
    }

    /// The shortest and the longest text.
    pub(crate) fn bounds(&self) -> (Option<u64>, Option<u64>) {
        let mut bounds = (None, None);
        for requirement in &self.requirements {
            if let Requirement::Length { min, max, .. } = requirement {
                bounds.0 = bounds.0.max(*min);
                bounds.1 = match (bounds.1, *max) {
                    (Some(a), Some(b)) => Some(std::cmp::min(a, b)),
                    (a, b) => a.or(b),
                };
            }
        }
        bounds
    }

    /// A text; `wild` texts use every character that the page allows. `None` where the rules leave none.
    pub(crate) fn draw(&self, chance: &mut Chance, length: Length, wild: bool) -> Option<String> {
        let (min, max) = self.bounds();
        let (least, most) = (min.unwrap_or(1).max(1), max.unwrap_or(ORDINARY * 2).min(LONGEST));
        let length = match length {
            Length::Exactly(length) => length,
            Length::Ordinary => ORDINARY.clamp(least, most.max(least)),
            Length::Any => chance.draw(least..=most.min(least + 64).max(least))?,
        };
        let length = self.whole_groups(usize::try_from(length).ok()?, max);
        let rest = self.pool(wild);
        let first: Vec<char> =
            self.letters_first(rest.iter().copied().filter(|c| self.may_start(*c)).collect());
        let parts: String = self.parts().concat();
        let filler = length.checked_sub(parts.chars().count() + 1)?;
        let mut text = String::from(*chance.pick(&first)?);
        text.push_str(&parts);
        let tail = chance.draw(proptest::collection::vec(select(rest), filler))?;
        text.extend(tail);
        Some(text)
    }

    /// The characters that may stand anywhere.
    fn pool(&self, wild: bool) -> Vec<char> {
        let plain: Vec<char> = ('a'..='z').chain('0'..='9').collect();
        let allowed = |pool: Vec<char>| pool.into_iter().filter(|c| self.allows(*c)).collect::<Vec<_>>();
        let pool = allowed(plain);
        let sets: Vec<&CharSet> = self.sets().collect();
        let tame = !wild || sets.is_empty();
        if tame && !pool.is_empty() {
            return pool;
        }
        let mut every: Vec<char> = pool;
        every.extend('A'..='Z');
        if sets.iter().any(|set| set.chinese) && !self.counts_bytes() {
            every.extend(CHINESE.chars());
        }
        every.extend(sets.iter().flat_map(|set| set.chars.iter().copied()));
        if every.is_empty() || sets.iter().any(|set| set.ascii) {
            every.extend(' '..='~');
        }
        let mut every = allowed(every);
        every.dedup();
        if every.is_empty() { allowed(('A'..='Z').collect()) } else { every }
    }

    fn sets(&self) -> impl Iterator<Item = &'a CharSet> {
        self.requirements.iter().filter_map(|requirement| match requirement {
            Requirement::Charset { set } => Some(set),
            _ => None,
        })
    }

    fn allows(&self, c: char) -> bool {
        self.requirements.iter().all(|requirement| match requirement {
            Requirement::Charset { set } => set.holds(c),
            Requirement::Format { format: Format::Base64 } => c.is_ascii_alphanumeric(),
            Requirement::Format { format: Format::Ascii } => c.is_ascii(),
            Requirement::NotContains { parts } => !parts.iter().any(|part| part.chars().eq([c])),
            _ => true,
        })
    }

    fn may_start(&self, c: char) -> bool {
        self.requirements.iter().all(|requirement| match requirement {
            Requirement::StartsWith { set } => set.holds(c),
            Requirement::NotStartsWith { prefixes } => !prefixes.iter().any(|prefix| prefix.chars().eq([c])),
            _ => true,
        })
    }

    fn letters_first(&self, pool: Vec<char>) -> Vec<char> {
        let letters: Vec<char> = pool.iter().copied().filter(|c| c.is_alphabetic()).collect();
        if !letters.is_empty() {
            return letters;
        }
        if !pool.is_empty() {
            return pool;
        }
        let every = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain(CHINESE.chars());
        every.filter(|c| self.allows(*c) && self.may_start(*c)).collect()
    }

    fn parts(&self) -> Vec<&'a str> {
        self.requirements
            .iter()
            .filter_map(|requirement| match requirement {
                Requirement::Contains { parts } => Some(parts.iter().map(String::as_str)),
                _ => None,
            })
            .flatten()
            .collect()
    }

    fn counts_bytes(&self) -> bool {
        self.requirements.iter().any(|r| matches!(r, Requirement::Length { unit: LengthUnit::Bytes, .. }))
    }

    /// Base64 comes in groups of four.
    fn whole_groups(&self, length: usize, max: Option<u64>) -> usize {
        let base64 = |r: &&'a Requirement| matches!(r, Requirement::Format { format: Format::Base64 });
        if !self.requirements.iter().any(base64) {
            return length;
        }
        let up = length.next_multiple_of(4);
        if max.is_some_and(|max| up as u64 > max) { length / 4 * 4 } else { up }
    }
}
