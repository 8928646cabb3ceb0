//! The tables of the score: precision and recall by half, vendor and class, with counts and 95 % Wilson intervals.

use std::collections::BTreeMap;

use contract::Confidence;

use super::rows::Half;

/// How many there are, and how many of them are right.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    right: usize,
    of: usize,
}

/// The counts of one line.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    certain: Share,
    all: Share,
    recall: Share,
}

/// What a line is about, in the order of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Line {
    Total,
    Group,
    Class,
}

/// The counts of each half by what they are about.
#[derive(Debug, Default)]
pub(crate) struct Table {
    halves: BTreeMap<Half, BTreeMap<(Line, &'static str), Tally>>,
    cells: BTreeMap<Half, (usize, usize)>,
}

impl Tally {
    /// A rule was read.
    pub(crate) fn read(&mut self, confidence: Confidence, stated: bool) {
        self.all.count(stated);
        if confidence == Confidence::Certain {
            self.certain.count(stated);
        }
    }

    /// A rule is stated.
    pub(crate) fn stated(&mut self, read: bool) {
        self.recall.count(read);
    }
}

impl Table {
    /// A cell was scored, and so many of its labels were not.
    pub(crate) fn cell(&mut self, half: Half, aside: usize) {
        let (cells, labels) = self.cells.entry(half).or_default();
        *cells += 1;
        *labels += aside;
    }

    /// Counts something in each of the lines.
    pub(crate) fn add(&mut self, half: Half, lines: &[(Line, &'static str)], count: impl Fn(&mut Tally)) {
        let counts = self.halves.entry(half).or_default();
        lines.iter().for_each(|line| count(counts.entry(*line).or_default()));
    }

    /// Prints each half.
    pub(crate) fn print(&self) {
        for (half, (cells, aside)) in &self.cells {
            println!("{}: {cells} cells, {aside} labels not scored", half.name());
            println!("  {:<18} {:<28} {:<28} recall", "", "precision of certain", "precision of all");
            for ((_, name), Tally { certain, all, recall }) in self.halves.get(half).into_iter().flatten() {
                println!("  {name:<18} {:<28} {:<28} {}", certain.text(), all.text(), recall.text());
            }
        }
    }
}

impl Share {
    fn count(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }

    /// `98.1 % 210/214 (95.3–99.3)`
    fn text(self) -> String {
        if self.of == 0 {
            return "–".to_owned();
        }
        let percent = 100.0 * self.right as f64 / self.of as f64;
        let (low, high) = self.interval();
        format!("{percent:.1} % {}/{} ({:.1}–{:.1})", self.right, self.of, 100.0 * low, 100.0 * high)
    }

    /// Wilson's interval of 95 %.
    fn interval(self) -> (f64, f64) {
        const Z: f64 = 1.959_964;
        let n = self.of as f64;
        let share = self.right as f64 / n;
        let middle = share + Z * Z / (2.0 * n);
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let whole = 1.0 + Z * Z / n;
        (((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn an_interval_is_wilsons() {
        assert_eq!(Share { right: 98, of: 100 }.text(), "98.0 % 98/100 (93.0–99.4)");
        assert_eq!(Share { right: 0, of: 0 }.text(), "–");
    }
}
