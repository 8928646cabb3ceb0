//! Texts that meet every rule of a parameter at once, at a wanted length.

use crate::chance::Chance;
use contract::{CharSet, Constraint, Format, LengthUnit, Requirement};

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

/// The shortest and the longest text that the rules leave.
pub(crate) fn bounds(constraints: &[Constraint]) -> (Option<u64>, Option<u64>) {
    let mut bounds = (None, None);
    for constraint in constraints {
        if let Requirement::Length { min, max, .. } = &constraint.requirement {
            bounds.0 = bounds.0.max(*min);
            bounds.1 = match (bounds.1, *max) {
                (Some(a), Some(b)) => Some(std::cmp::min(a, b)),
                (a, b) => a.or(b),
            };
        }
    }
    bounds
}

/// Draws texts that meet the rules of a parameter; what they may be made of is found once.
#[derive(Debug)]
pub(crate) struct TextRules {
    least: u64,
    most: u64,
    /// The longest, where the page says it.
    max: Option<u64>,
    first: Vec<char>,
    rest: Vec<char>,
    parts: String,
    in_groups: bool,
}

impl TextRules {
    /// All rules count, the doubtful and the guarded ones too: a text that meets them all can't be refused by any. `wild`
    /// texts use every character that the page allows.
    pub(crate) fn of(constraints: &[Constraint], wild: bool) -> Self {
        let letters = Letters(constraints.iter().map(|constraint| &constraint.requirement).collect());
        let (min, max) = bounds(constraints);
        let rest = letters.pool(wild);
        Self {
            least: min.unwrap_or(1).max(1),
            most: max.unwrap_or(ORDINARY * 2).min(LONGEST),
            max,
            first: letters.first(&rest),
            rest,
            parts: letters.parts(),
            in_groups: letters.are_base64(),
        }
    }

    /// A text; `None` where the rules leave none.
    pub(crate) fn draw(&self, chance: &mut Chance, length: Length) -> Option<String> {
        let (least, most) = (self.least, self.most);
        let length = match length {
            Length::Exactly(length) => length,
            Length::Ordinary => ORDINARY.clamp(least, most.max(least)),
            Length::Any => chance.within(least..=most.min(least + 64).max(least)),
        };
        let length = self.whole_groups(usize::try_from(length).ok()?);
        let filler = length.checked_sub(self.parts.chars().count() + 1)?;
        if filler > 0 && self.rest.is_empty() {
            return None;
        }
        let mut text = String::with_capacity(length * 2);
        text.push(*chance.pick(&self.first)?);
        text.push_str(&self.parts);
        text.extend((0..filler).map(|_| self.rest[chance.index(self.rest.len())]));
        Some(text)
    }

    /// A text that is longer than the page allows by a few characters, otherwise inside.
    pub(crate) fn too_long(&self, chance: &mut Chance) -> Option<String> {
        let max = self.max.filter(|max| *max < LONGEST)?;
        let most = (max + 1 + max / 4).min(LONGEST);
        let length = chance.within(max + 1..=most);
        self.draw(chance, Length::Exactly(length))
    }

    /// Base64 comes in groups of four.
    fn whole_groups(&self, length: usize) -> usize {
        if !self.in_groups {
            return length;
        }
        let up = length.next_multiple_of(4);
        if self.max.is_some_and(|max| up as u64 > max) { length / 4 * 4 } else { up }
    }
}

/// What the rules of a parameter say of single characters.
struct Letters<'a>(Vec<&'a Requirement>);

impl<'a> Letters<'a> {
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
        if sets.iter().any(|set| set.chinese) && !self.count_bytes() {
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

    /// The characters of a pool that a text may begin with, letters if there are any.
    fn first(&self, pool: &[char]) -> Vec<char> {
        let pool: Vec<char> = pool.iter().copied().filter(|c| self.may_start(*c)).collect();
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

    fn sets(&self) -> impl Iterator<Item = &'a CharSet> {
        self.0.iter().filter_map(|requirement| match requirement {
            Requirement::Charset { set } => Some(set),
            _ => None,
        })
    }

    fn allows(&self, c: char) -> bool {
        self.0.iter().all(|requirement| match requirement {
            Requirement::Charset { set } => set.holds(c),
            Requirement::Format { format: Format::Base64 } => c.is_ascii_alphanumeric(),
            Requirement::Format { format: Format::Ascii } => c.is_ascii(),
            Requirement::NotContains { parts } => !parts.iter().any(|part| part.chars().eq([c])),
            _ => true,
        })
    }

    fn may_start(&self, c: char) -> bool {
        self.0.iter().all(|requirement| match requirement {
            Requirement::StartsWith { set } => set.holds(c),
            Requirement::NotStartsWith { prefixes } => !prefixes.iter().any(|prefix| prefix.chars().eq([c])),
            _ => true,
        })
    }

    fn parts(&self) -> String {
        let parts = self.0.iter().filter_map(|requirement| match requirement {
            Requirement::Contains { parts } => Some(parts.concat()),
            _ => None,
        });
        parts.collect()
    }

    fn count_bytes(&self) -> bool {
        self.0.iter().any(|r| matches!(r, Requirement::Length { unit: LengthUnit::Bytes, .. }))
    }

    fn are_base64(&self) -> bool {
        self.0.iter().any(|r| matches!(r, Requirement::Format { format: Format::Base64 }))
    }
}
