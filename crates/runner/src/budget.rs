//! How far a run goes beyond its plan.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How much a run may spend on cases: when planned ones are done, random ones follow until it is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Budget {
    /// So many cases of the plan and of the random ones after it, whether they are selected or not: parts of one run
    /// count alike.
    Cases(usize),
    /// No case starts after this time.
    Time(Duration),
}

impl FromStr for Budget {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse::<usize>() {
            Ok(cases) if cases > 0 => Ok(Budget::Cases(cases)),
            Ok(_) => Err("a budget of no case runs nothing".to_owned()),
            Err(_) => duration(text).map(Budget::Time),
        }
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Budget::Cases(cases) => write!(f, "{cases}"),
            Budget::Time(time) => write!(f, "{}ms", time.as_millis()),
        }
    }
}

/// A length of time as people write it: `500ms`, `30s`, `1.5m`, `2h`.
pub fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "a time is a number above 0 with its unit, such as 500ms, 30s, 5m or 2h".to_owned();
    let at = text.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(wrong)?;
    let (number, unit) = text.split_at(at);
    let seconds = match unit {
        "ms" => 0.001,
        "s" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return Err(wrong()),
    };
    let number: f64 = number.parse().map_err(|_| wrong())?;
    Duration::try_from_secs_f64(number * seconds).ok().filter(|time| !time.is_zero()).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_cases_or_time() {
        let parsed = |text: &str| text.parse::<Budget>().expect(text);
        assert_eq!(parsed("20000"), Budget::Cases(20_000));
        assert_eq!(parsed("30s"), Budget::Time(Duration::from_secs(30)));
        assert_eq!(parsed("1.5m"), Budget::Time(Duration::from_secs(90)));
        assert_eq!(parsed("250ms").to_string().parse(), Ok(parsed("250ms")));
        for text in ["", "0", "0s", "-5", "5d", "s", "1e9999s", "1..2s", "30 s"] {
            assert!(text.parse::<Budget>().is_err(), "{text}");
        }
    }
}
