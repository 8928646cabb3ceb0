//! Which cases run: patterns over their ids.

use crate::Options;

impl Options {
    /// Whether a case runs: it is chosen, not left out, and of this shard. In a pattern `*` stands for anything, and a pattern selects what lies below it too:
    /// `CopyImage` is all of `CopyImage/…`, `*/length/*` is every rule of length.
    pub fn selects(&self, id: &str) -> bool {
        let any = |patterns: &[String]| patterns.iter().any(|pattern| matches(pattern, id));
        (self.only.is_empty() || any(&self.only)) && !any(&self.skip) && self.shard.takes(id)
    }
}

/// Whether a pattern names a case, or what lies above it. See [`Options::selects`].
pub fn matches(pattern: &str, id: &str) -> bool {
    whole(pattern, id) || whole(&format!("{}/*", pattern.trim_end_matches('/')), id)
}

/// Whether the pattern is the whole id. Each `*` but the last takes as little as it can: no pattern takes long.
fn whole(pattern: &str, id: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == id };
    let Some(mut id) = id.strip_prefix(start) else { return false };
    let mut parts = rest.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return id.ends_with(part);
        }
        match id.find(part) {
            Some(at) => id = &id[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_selects_what_it_names_and_what_lies_below() {
        let id = "CopyImage/DestinationImageName/length/max+1";
        let patterns =
            ["*", id, "CopyImage", "CopyImage/", "*/length/*", "Copy*max+1", "*Name/length", "*/max+1", "**"];
        assert!(patterns.iter().all(|pattern| matches(pattern, id)));
        let others = ["", "Copy", "CopyImages", "*/max", "*/length", "length/*", "Copy*max+2", "*max+1*x"];
        let wrong: Vec<_> = others.iter().filter(|pattern| matches(pattern, id)).collect();
        assert_eq!(wrong, [&"*/length"], "below `…/length` lies `max+1`");
    }

    #[test]
    fn skip_wins_over_only() {
        let options =
            Options { only: vec!["A".to_owned()], skip: vec!["*/b".to_owned()], ..Options::default() };
        assert!(options.selects("A/a") && !options.selects("A/b") && !options.selects("B/a"));
        assert!(Options::default().selects("anything"));
    }
}
