//! Which pairs of levels no request has yet.

use super::levels::{Array, Level};

/// All levels in a row, page order, and of each the other ones that it still has to meet.
pub(super) struct Grid {
    /// The factor of each level, and which of its levels it is.
    places: Vec<(usize, usize)>,
    /// Where the levels of a factor begin.
    starts: Vec<usize>,
    /// Both halves of the square are kept: a gain is then a sum over one line.
    open: Vec<Vec<bool>>,
    /// Lines without an open pair, from the first: none opens again.
    done: usize,
}

impl Grid {
    pub(super) fn of(array: &Array<'_>) -> Self {
        let mut places = Vec::new();
        let mut starts = Vec::new();
        for (at, factor) in array.factors.iter().enumerate() {
            starts.push(places.len());
            places.extend((0..factor.levels.len()).map(|level| (at, level)));
        }
        let is_wanted = |(one, level): (usize, usize), (other, _): (usize, usize)| {
            // A member has no value where its structure is absent.
            let factors = &array.factors;
            let absent = factors[one].levels[level] == Level::Absent;
            one != other && !(absent && factors[one].unit == factors[other].unit)
        };
        let both =
            |one: (usize, usize), other: (usize, usize)| is_wanted(one, other) && is_wanted(other, one);
        let line = |one: &(usize, usize)| places.iter().map(|other| both(*one, *other)).collect();
        let open = places.iter().map(line).collect();
        Self { places, starts, open, done: 0 }
    }

    /// The factor of a level, and which of its levels it is.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        self.places[at]
    }

    /// The first pair that no request has, in page order.
    pub(super) fn first_open(&mut self) -> Option<(usize, usize)> {
        while let Some(line) = self.open.get(self.done) {
            if let Some(other) = line.iter().position(|open| *open) {
                return Some((self.done, other));
            }
            self.done += 1;
        }
        None
    }

    /// How many pairs no request has.
    pub(super) fn open(&self) -> usize {
        self.open.iter().flatten().filter(|open| **open).count() / 2
    }

    /// How many new pairs a level makes with those that are chosen.
    pub(super) fn gain(&self, factor: usize, level: usize, chosen: &[Option<usize>]) -> u32 {
        let line = &self.open[self.starts[factor] + level];
        self.chosen(chosen).map(|at| u32::from(line[at])).sum()
    }

    /// Notes a pair; whether it was open.
    pub(super) fn close(&mut self, (one, other): (usize, usize)) -> bool {
        self.open[other][one] = false;
        std::mem::take(&mut self.open[one][other])
    }

    /// Notes all pairs of a request, and counts the new ones.
    pub(super) fn close_all(&mut self, chosen: &[Option<usize>]) -> usize {
        let all: Vec<usize> = self.chosen(chosen).collect();
        let pairs =
            all.iter().enumerate().flat_map(|(at, one)| all[at + 1..].iter().map(|other| (*one, *other)));
        pairs.filter(|pair| self.close(*pair)).count()
    }

    fn chosen(&self, chosen: &[Option<usize>]) -> impl Iterator<Item = usize> {
        self.starts.iter().zip(chosen).filter_map(|(start, level)| Some(start + (*level)?))
    }
}
