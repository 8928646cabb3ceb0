//! Any two values of two parameters stand together in a request to accept: a covering array of strength two.
//!
//! A row begins with the first pair that no request has yet, after which it is called, and takes of each other parameter the
//! value that brings in most new pairs, so far as the rules allow. Whether rules across parameters forbid a pair, the composer
//! tells, whose requests the independent checker has passed. Which pairs a request has is read off its arguments, not off what
//! was meant.

mod grid;
mod levels;

use std::cmp::Reverse;

use serde_json::Value;

use super::Unit;
use crate::compose::{Ask, Draft, listed};
use crate::plan::Sketch;
use crate::{Case, Expect, Family, Twist, facts};
use grid::Grid;
use levels::{Array, Level, MOST_VALUES};

/// Rows of an operation: long lists of values would make them grow with the product of their lengths. How many pairs are left
/// over is told among what is not reached.
const MOST_ROWS: usize = 64;

/// The level of each factor; `None` where nothing is decided, or the value is none of the levels.
type Chosen = Vec<Option<usize>>;

pub(super) fn draw<'a>(sketch: &mut Sketch<'a>, units: &[Unit<'a>]) {
    let name = sketch.operation().name.clone();
    let array = Array::of(&sketch.composer, units);
    let mut grid = Grid::of(&array);
    let all = grid.open() + array.beyond();
    let accepted = |case: &&Case| {
        case.family == Family::Accept && case.expect == Expect::Accepted && case.twist == Twist::None
    };
    for case in sketch.cases.iter().filter(accepted) {
        grid.close_all(&array.levels_of(&case.arguments));
    }
    let mut rows = 0;
    while rows < MOST_ROWS
        && let Some(pair) = grid.first_open()
    {
        let [one, other] = [pair.0, pair.1].map(|at| array.label(grid.place(at)));
        let id = format!("{name}/accept/pairs/{one}+{other}");
        let draft = Row { sketch, array: &array, grid: &grid, id: &id, pair }.draft();
        let closed = draft.as_ref().map_or(0, |draft| grid.close_all(&array.levels_of(&draft.arguments)));
        // Where it is still open, the rules leave no request with both.
        grid.close(pair);
        if let Some(draft) = draft.filter(|_| closed > 0) {
            rows += 1;
            let case = sketch.case(Family::Accept, id, name.clone(), draft, Expect::Accepted);
            sketch.push(case);
        }
    }
    let left = grid.open() + array.beyond();
    if left > 0 {
        let fact = facts::pairs(sketch.operation());
        let reason = format!(
            "{left} of {all} pairs of values are in no request to accept: {MOST_VALUES} values of a parameter are paired at \
             most, in {MOST_ROWS} requests"
        );
        sketch.reasons.note(fact.id.clone(), reason);
        sketch.left = Some(fact);
    }
}

/// A request of the array while it is made.
struct Row<'r, 'a> {
    sketch: &'r Sketch<'a>,
    array: &'r Array<'a>,
    grid: &'r Grid,
    id: &'r str,
    /// The two levels that it is for.
    pair: (usize, usize),
}

impl<'a> Row<'_, 'a> {
    /// The request, or none where the rules forbid the pair.
    fn draft(&self) -> Option<Draft> {
        let factors = &self.array.factors;
        let mut chosen: Chosen = vec![None; factors.len()];
        for at in [self.pair.0, self.pair.1] {
            let (factor, level) = self.grid.place(at);
            chosen[factor] = Some(level);
        }
        let alone = self.compose(&chosen)?;
        // Who has most to choose from chooses first.
        let mut order: Vec<usize> = (0..factors.len()).filter(|at| chosen[*at].is_none()).collect();
        order.sort_by_key(|at| Reverse(factors[*at].levels.len()));
        for at in order {
            chosen[at] = self.best(&mut chosen, at);
        }
        // What breaks a rule that no single choice showed is left to the rows of its own pairs.
        self.compose(&chosen).or(Some(alone))
    }

    /// The level of a factor that brings in most new pairs and breaks no rule; where none does, its absence.
    fn best(&self, chosen: &mut Chosen, at: usize) -> Option<usize> {
        let factor = &self.array.factors[at];
        let sent = self.array.is_sent(chosen, at);
        if sent == Some(false) {
            return None;
        }
        let fits = |level: &usize| sent.is_none() || factor.levels[*level] != Level::Absent;
        let gain = |level: usize| (Reverse(self.grid.gain(at, level, chosen)), level);
        let mut gains: Vec<(Reverse<u32>, usize)> = (0..factor.levels.len()).filter(fits).map(gain).collect();
        gains.sort_unstable();
        for (Reverse(gain), level) in gains {
            if gain == 0 {
                break;
            }
            chosen[at] = Some(level);
            if !factor.is_tied || self.compose(chosen).is_some() {
                return Some(level);
            }
            chosen[at] = None;
        }
        factor.levels.iter().position(|level| *level == Level::Absent).filter(|_| sent.is_none())
    }

    fn compose(&self, chosen: &Chosen) -> Option<Draft> {
        let composer = &self.sketch.composer;
        let plain = Ask { id: self.id, ..Ask::default() };
        let mut ask = Ask { id: self.id, ..Ask::default() };
        for (at, factor) in self.array.factors.iter().enumerate() {
            let members = self.array.unit(at);
            if self.array.is_sent(chosen, at) == Some(true) {
                ask.wanted.extend(members);
            }
            let Some(level) = chosen[at] else { continue };
            match &factor.levels[level] {
                // Beside the pair, what a rule asks for may come back.
                Level::Absent if self.is_of_the_pair(at) => {
                    ask.without.extend(members.iter().map(|member| member.name.as_str()));
                }
                Level::Value { value, .. } => ask.fixed.push((factor.parameter, value.clone())),
                Level::Length { length, .. } => {
                    let text = composer.maker(factor.parameter, &plain).text_of(*length)?;
                    ask.fixed.push((factor.parameter, listed(factor.parameter, Value::String(text))));
                }
                Level::Absent | Level::Sent => {}
            }
        }
        composer.compose(&ask).ok()
    }

    fn is_of_the_pair(&self, factor: usize) -> bool {
        [self.pair.0, self.pair.1].iter().any(|at| self.grid.place(*at).0 == factor)
    }
}
