//! What there is to tell about pages, drawn the way that rustc does.

use annotate_snippets::Level;
use source::{Diagnostic, Location, Severity, Source};

use crate::Look;
use crate::passage::Passage;
use crate::snippet::{quote, render};

/// Diagnostics of reading, each with the words on the page and what to do. `directory` is put before the names of files,
/// so that an editor opens them.
pub fn diagnostics(diagnostics: &[Diagnostic], sources: &[Source], directory: &str, look: Look) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let at = &diagnostic.at;
        let passage = passage_of(sources, at);
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_ref());
        let path = crate::evidence::inside(directory, &at.file);
        let mut group = quote(title, passage, path, at, None, look);
        if !diagnostic.help.is_empty() {
            group = group.element(Level::HELP.message(diagnostic.help.as_str()));
        }
        let mut groups = vec![group];
        groups.extend(diagnostic.related.iter().map(|related| {
            let title = Level::NOTE.secondary_title(related.message.as_str());
            let path = crate::evidence::inside(directory, &related.at.file);
            quote(title, passage_of(sources, &related.at), path, &related.at, None, look)
        }));
        text += &render(&groups, look);
        text.push('\n');
    }
    text
}

fn passage_of<'a>(sources: &'a [Source], at: &Location) -> Option<Passage<'a>> {
    sources.iter().find(|source| *source.name() == at.file).and_then(|source| Passage::of(source, at))
}
