//! Which pages the lists of pages link: `_sidebar.md`, indexes and the like.

use page::Prose;
use rustc_hash::FxHashSet;
use source::{Source, Span};

use crate::vocabulary::Vocabulary;

/// Where the links of lists lead: the folder of a page and its name without its end, the folder empty at the root.
#[derive(Debug, Default)]
pub(crate) struct Linked(FxHashSet<(String, String)>);

impl Linked {
    /// The links of all pages among `sources` that list others.
    pub(crate) fn by_lists(sources: &[Source]) -> Self {
        let mut linked = Linked::default();
        for source in sources.iter().filter(|source| is_list(source.name())) {
            let prose = Prose::of(source, Span::new(0, source.text().len()));
            let above = steps(source.name()).nth(1);
            for (_, target) in prose.links() {
                linked.take(above, target);
            }
        }
        linked
    }

    /// Whether a list links the page.
    pub(crate) fn has(&self, page: &str) -> bool {
        let (folder, name) = ends(page);
        self.0.contains(&(folder.to_owned(), name.to_owned()))
    }

    /// A target is known by its last folder: sites put pages below another root than the repository does.
    /// `above` is the folder of the list.
    fn take(&mut self, above: Option<&str>, target: &str) {
        let target = target.split(['#', '?']).next().unwrap_or_default();
        let (folder, name) = ends(target);
        if name.is_empty() {
            return;
        }
        // A list at the root of what was read can't know what its own folder is called.
        if above.is_none() {
            self.0.insert((String::new(), name.to_owned()));
        }
        let folder = if folder.is_empty() { above.unwrap_or_default() } else { folder };
        self.0.insert((folder.to_owned(), name.to_owned()));
    }
}

fn is_list(page: &str) -> bool {
    let name = page.rsplit('/').next().unwrap_or_default().to_lowercase();
    Vocabulary::all().iter().flat_map(|family| &family.identity.lists).any(|end| name.ends_with(end.as_str()))
}

/// The steps of a path, the last one first.
fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.rsplit('/').filter(|step| !matches!(*step, "" | "." | ".."))
}

/// The last folder of a path, and the name below it without its end.
fn ends(path: &str) -> (&str, &str) {
    let mut steps = steps(path);
    let name = steps.next().unwrap_or_default();
    let name = [".md", ".markdown", ".txt"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    (steps.next().unwrap_or_default(), name)
}
