//! A part of a plan for one of several machines.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::digest::digest;

/// One of `of` parts of a plan. Which part a case belongs to follows from its id alone: parts are disjoint, together they
/// are the whole, and neither seed, order nor machine changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Which one, from 1.
    index: u32,
    /// How many there are.
    of: u32,
}

impl Default for Shard {
    /// The whole.
    fn default() -> Self {
        Self { index: 1, of: 1 }
    }
}

impl Shard {
    /// Whether a case belongs to this part.
    pub fn takes(self, case: &str) -> bool {
        digest(&[case]) % u64::from(self.of) == u64::from(self.index - 1)
    }

    /// All parts of the whole that this is a part of.
    pub fn siblings(self) -> impl Iterator<Item = Shard> {
        (1..=self.of).map(move |index| Shard { index, of: self.of })
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers =
            text.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((index, of)) if (1..=of).contains(&index) => Ok(Self { index, of }),
            _ => Err("a shard is K/N with K from 1 to N, such as 1/4".to_owned()),
        }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_case_belongs_to_one_part_and_parts_are_alike_in_size() {
        for of in [1, 2, 3, 7] {
            let mut sizes = vec![0; of];
            let whole: Shard = format!("1/{of}").parse().expect("a shard");
            for number in 0..2_000 {
                let case = format!("Copy/Name/length/{number}");
                let takers: Vec<_> = whole.siblings().filter(|shard| shard.takes(&case)).collect();
                assert_eq!(takers.len(), 1, "{case}");
                sizes[takers[0].index as usize - 1] += 1;
            }
            assert!(sizes.iter().all(|size| *size > 2_000 / of * 8 / 10), "{sizes:?}");
        }
    }

    #[test]
    fn the_parts_stay_what_they_are() {
        // Machines of one run may carry different builds; a part that moves loses cases.
        let shard: Shard = "2/3".parse().expect("a shard");
        let taken: Vec<bool> = ["A/a", "A/b", "A/c", "B/a"].iter().map(|case| shard.takes(case)).collect();
        assert_eq!(taken, [true, true, false, true]);
        assert_eq!(shard.to_string(), "2/3");
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        for text in ["", "1", "0/3", "4/3", "1/0", "a/b", "-1/3", "1/3/5"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
