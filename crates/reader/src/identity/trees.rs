//! Which trees of folders are kept up: pages move, and the old tree stays behind as it was.

use std::collections::BTreeMap;

use super::Reading;

/// How many pages below each folder are written in their family's newest template.
#[derive(Debug)]
pub(crate) struct Trees(BTreeMap<String, usize>);

impl Trees {
    /// Counts.
    pub(crate) fn of(pages: &[Reading]) -> Self {
        // Many pages lie in one folder: each is counted there first, and each folder then in those above it.
        let mut own: BTreeMap<&str, usize> = BTreeMap::new();
        for reading in pages.iter().filter(|reading| reading.template == Some(0)) {
            for operation in &reading.contract.operations {
                let end = operation.page.rfind('/').map_or(0, |slash| slash + 1);
                *own.entry(&operation.page[..end]).or_default() += 1;
            }
        }
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (own, count) in own {
            for folder in folders(own) {
                *counts.entry(folder.to_owned()).or_default() += count;
            }
        }
        Trees(counts)
    }

    /// The counts of the folders that a page lies in, from the outermost on: the first that differ tell which of two
    /// pages lies where the work is done.
    pub(crate) fn life(&self, page: &str) -> Vec<usize> {
        let live = folders(page).map(|folder| self.0.get(folder).copied().unwrap_or_default());
        live.take_while(|count| *count > 0).collect()
    }
}

fn folders(page: &str) -> impl Iterator<Item = &str> {
    page.match_indices('/').map(|(end, _)| &page[..end])
}
