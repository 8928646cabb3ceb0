//! How text for a terminal looks.

use anstyle::{AnsiColor, Effects, Style};

/// Colours and width of text for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether colours are written.
    pub colour: bool,
    /// Columns that a line may take before a quoted page line is cut around its annotation.
    pub width: usize,
}

impl Look {
    /// No colours, a width that fits CI logs.
    pub const fn plain() -> Self {
        Self { colour: false, width: 120 }
    }

    /// Text in a style, or as it is.
    pub(crate) fn paint(self, style: Style, text: impl std::fmt::Display) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_string() }
    }
}

pub(crate) const STRONG: Style = Style::new().effects(Effects::BOLD);
pub(crate) const QUIET: Style = Style::new().effects(Effects::DIMMED);
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().effects(Effects::BOLD);
pub(crate) const BAD: Style = AnsiColor::BrightRed.on_default().effects(Effects::BOLD);
pub(crate) const DOUBTFUL: Style = AnsiColor::Yellow.on_default().effects(Effects::BOLD);
