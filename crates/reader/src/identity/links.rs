//! Which pages the lists of pages link: `_sidebar.md`, indexes and the like.

use std::collections::BTreeSet;

use page::Prose;
use source::{Source, Span};

use crate::vocabulary::Vocabulary;

/// Where the links of lists lead: the folder of a page and its name without its end, the folder empty at the root.
#[derive(Debug, Default)]
pub(crate) struct Linked(BTreeSet<(String, String)>);

impl Linked {
    /// The links of all pages among `sources` that list others.
    pub(crate) fn by_lists(sources: &[Source]) -> Self {
        let mut linked = Linked::default();
        for source in sources.iter().filter(|source| is_list(source.name())) {
            let prose = Prose::of(source, Span::new(0, source.text().len()));
            for (_, target) in prose.links() {
                linked.take(source.name(), target);
            }
        }
        linked
    }

    /// Whether a list links the page.
    pub(crate) fn has(&self, page: &str) -> bool {
        self.0.contains(&ends(&steps(page)))
    }

    /// A target is known by its last folder: sites put pages below another root than the repository does.
    fn take(&mut self, list: &str, target: &str) {
        let target = target.split(['#', '?']).next().unwrap_or_default();
        let steps = steps(target);
        let mut above = self::steps(list);
        above.pop();
        let (folder, name) = ends(&steps);
        if name.is_empty() {
            return;
        }
        // A list at the root of what was read can't know what its own folder is called.
        match above.last() {
            None => {
                self.0.insert((String::new(), name.clone()));
                self.0.insert((folder, name));
            }
            Some(own) if folder.is_empty() => {
                self.0.insert(((*own).to_owned(), name));
            }
            Some(_) => {
                self.0.insert((folder, name));
            }
        }
    }
}

fn is_list(page: &str) -> bool {
    let name = page.rsplit('/').next().unwrap_or_default().to_lowercase();
    Vocabulary::all().iter().flat_map(|family| &family.identity.lists).any(|end| name.ends_with(end.as_str()))
}

fn steps(path: &str) -> Vec<&str> {
    path.split('/').filter(|step| !matches!(*step, "" | "." | "..")).collect()
}

/// The last folder of a path, and the name below it without its end.
fn ends(steps: &[&str]) -> (String, String) {
    let name = steps.last().copied().unwrap_or_default();
    let name = [".md", ".markdown", ".txt"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let folder = steps.len().checked_sub(2).map_or("", |at| steps[at]);
    (folder.to_owned(), name.to_owned())
}
