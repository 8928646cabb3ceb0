//! The status page: images, copies, what was asked lately and the page line that each error came from.
//!
//! It only looks: nothing can be changed from it, it needs no script, and it shows no secret.

use std::sync::Arc;

use askama::Template;

use crate::journal::{Entry, Excerpt, Journal};
use crate::vendors;
use crate::world::{CopyTask, Denied, Image, ImageState, Moment, Overview, Stage, World};

/// How many images the page lists.
const MOST_IMAGES: usize = 200;

/// Makes the status page of a service.
#[derive(Clone)]
pub(crate) struct Status {
    spec: Arc<str>,
    world: Arc<World>,
    journal: Arc<Journal>,
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoPage {
    #[error("{0}")]
    World(#[from] Denied),
    #[error("{0}")]
    Template(#[from] askama::Error),
}

impl Status {
    pub(crate) fn new(spec: &str, world: Arc<World>, journal: Arc<Journal>) -> Self {
        Status { spec: spec.into(), world, journal }
    }

    /// Healthy is a world whose due changes reach the disk.
    pub(crate) fn health(&self) -> Result<(), Denied> {
        self.world.tick()
    }

    /// The page, as HTML that needs nothing else.
    pub(crate) fn page(&self) -> Result<String, NoPage> {
        let overview = self.world.overview(MOST_IMAGES)?;
        let excerpt = self.journal.excerpt();
        Ok(View::of(&self.spec, &overview, &excerpt).render()?)
    }
}

/// The whole page.
#[derive(Template)]
#[template(path = "status.html")]
struct View<'a> {
    spec: &'a str,
    at: String,
    up: String,
    answered: String,
    refused: String,
    image_total: usize,
    under_way: usize,
    lines: Vec<Line<'a>>,
    requests: Vec<RequestRow<'a>>,
    images: Vec<ImageRow<'a>>,
}

/// The copies of one account to one region: the first runs, the others wait.
struct Line<'a> {
    first: &'a CopyTask,
    runs: bool,
    percent: i64,
    left: String,
    waiting: Vec<&'a CopyTask>,
}

struct RequestRow<'a> {
    entry: &'a Entry,
    ago: String,
    at: String,
    took: String,
    /// File and line of the documented error.
    page: Option<&'static str>,
}

struct ImageRow<'a> {
    image: &'a Image,
    state: &'static str,
    tone: &'static str,
    made: String,
}

impl<'a> View<'a> {
    fn of(spec: &'a str, overview: &'a Overview, excerpt: &'a Excerpt) -> Self {
        let now = overview.at;
        let request = |entry: &'a Entry| RequestRow {
            entry,
            ago: format!("{} ago", span(now.since(entry.at))),
            at: entry.at.to_iso(),
            took: micros(entry.took.as_micros()),
            page: entry.refusal.as_ref().and_then(|r| vendors::page_of(spec, &entry.operation, r)),
        };
        let image = |image: &'a Image| {
            let (state, tone) = state(image.state);
            ImageRow { image, state, tone, made: day(image.created) }
        };
        View {
            spec,
            at: now.to_iso(),
            up: span(now.since(excerpt.began)),
            answered: grouped(excerpt.answered),
            refused: grouped(excerpt.refused),
            image_total: overview.image_total,
            under_way: overview.under_way.len(),
            lines: lines(&overview.under_way, now),
            requests: excerpt.latest.iter().map(request).collect(),
            images: overview.images.iter().map(image).collect(),
        }
    }
}

fn lines(under_way: &[CopyTask], now: Moment) -> Vec<Line<'_>> {
    let of_one_line = |a: &CopyTask, b: &CopyTask| (&a.account, &a.region) == (&b.account, &b.region);
    let lines = under_way.chunk_by(of_one_line).filter_map(|line| {
        let (first, waiting) = line.split_first()?;
        let (percent, seconds) = first.progress(now);
        let runs = matches!(first.stage, Stage::Running { .. });
        let left = match first.stage {
            Stage::Running { until: None, .. } => String::from("never ends"),
            Stage::Running { .. } => format!("{} left", span(seconds * 1000)),
            _ => format!("takes {}", span(first.takes)),
        };
        Some(Line { first, runs, percent, left, waiting: waiting.iter().collect() })
    });
    lines.collect()
}

/// The word for a state, and how it looks.
fn state(state: ImageState) -> (&'static str, &'static str) {
    match state {
        ImageState::Making => ("making", "busy"),
        ImageState::Waiting => ("waiting", "busy"),
        ImageState::Copying => ("copying", "busy"),
        ImageState::Importing => ("importing", "busy"),
        ImageState::Exporting => ("exporting", "busy"),
        ImageState::Available => ("available", "good"),
        ImageState::Deprecated => ("deprecated", "quiet"),
        ImageState::Unavailable => ("unavailable", "bad"),
        ImageState::Failed => ("failed", "bad"),
    }
}

/// A length of time, in its largest fitting unit.
fn span(millis: i64) -> String {
    match millis {
        ..1_000 => format!("{} ms", millis.max(0)),
        1_000..120_000 => format!("{} s", millis / 1_000),
        120_000..7_200_000 => format!("{} min", millis / 60_000),
        7_200_000..172_800_000 => format!("{} h", millis / 3_600_000),
        _ => format!("{} days", millis / 86_400_000),
    }
}

fn micros(micros: u128) -> String {
    if micros < 1_000 { format!("{micros} µs") } else { format!("{:.1} ms", micros as f64 / 1_000.0) }
}

fn day(moment: Moment) -> String {
    moment.to_iso().chars().take("2019-11-15".len()).collect()
}

/// `1 234 567`, with thin spaces.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_for_people() {
        assert_eq!([span(999), span(119_999), span(7_199_000)], ["999 ms", "119 s", "119 min"]);
        assert_eq!([micros(999), micros(1_250)], ["999 µs", "1.2 ms"]);
        assert_eq!([grouped(0), grouped(999), grouped(1_234_567)], ["0", "999", "1\u{202f}234\u{202f}567"]);
    }
}
