//! Several pages of one operation: exactly one of them speaks.

use std::collections::BTreeMap;

use contract::{Contract, Operation};

use crate::recognition;

/// Groups the pages of a corpus by what they are of, and counts why one of several speaks.
pub(crate) fn check(folder: &str, contract: &Contract) -> Result<(), String> {
    let mut groups: BTreeMap<(String, String), Vec<&Operation>> = BTreeMap::new();
    for operation in &contract.operations {
        let key = (recognition::tree(&operation.page), operation.name.to_lowercase());
        groups.entry(key).or_default().push(operation);
    }
    let mut reasons: BTreeMap<_, usize> = BTreeMap::new();
    for ((tree, name), pages) in &groups {
        let speaks: Vec<&&Operation> = pages.iter().filter(|page| page.stands_behind.is_none()).collect();
        let [speaks] = speaks.as_slice() else {
            return Err(format!("{folder}: {tree}{} pages speak for {name}", speaks.len()));
        };
        for behind in pages.iter().filter_map(|page| page.stands_behind.as_ref()) {
            if behind.page != speaks.page {
                return Err(format!("{folder}: {tree}{name}: {} does not speak", behind.page));
            }
            *reasons.entry(behind.because).or_default() += 1;
        }
    }
    let several = groups.values().filter(|pages| pages.len() > 1).count();
    let differ = contract.diagnostics.iter().filter(|told| told.code == "reader/pages-differ").count();
    let reasons: Vec<String> = reasons.iter().map(|(why, count)| format!("{count} {why:?}")).collect();
    eprintln!(
        "{folder}: {} operations, {several} on several pages; {differ} pages differ from the one that speaks ({})",
        groups.len(),
        reasons.join(", "),
    );
    Ok(())
}
