//! Page lines as annotate-snippets draws them.

use annotate_snippets::{AnnotationKind, Group, Origin as Place, Renderer, Snippet, Title};
use source::Location;

use crate::Look;
use crate::passage::Passage;

/// Adds the quoted passage to a title; where the text is not at hand, at least the place.
pub(crate) fn quote<'a>(
    title: Title<'a>,
    passage: Option<Passage<'a>>,
    path: String,
    at: &Location,
    label: Option<String>,
    look: Look,
) -> Group<'a> {
    match passage.map(|passage| passage.within(look.width / 2)) {
        Some(passage) => title.element(
            Snippet::source(passage.text)
                .path(path)
                .line_start(passage.line)
                .annotation(AnnotationKind::Primary.span(passage.words).label(label)),
        ),
        None => {
            let (line, column) = (index(at.line), index(at.column));
            title.element(Place::path(path).line(line).char_column(column))
        }
    }
}

/// Draws groups the way that rustc does.
pub(crate) fn render(groups: &[Group<'_>], look: Look) -> String {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = renderer.term_width(look.width).render(groups);
    text.push('\n');
    text
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
