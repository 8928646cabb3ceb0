//! How requests usually travel in a family of pages, for folders that come without a `spec.toml`.

use std::collections::BTreeMap;

use contract::Contract;
use wire::Wire;

/// A file for each family.
const USUAL: &[(&str, &str)] =
    &[("aliyun", include_str!("../usual/aliyun.toml")), ("ucloud", include_str!("../usual/ucloud.toml"))];

/// The wire of the family that most operations are of; `None` where no family is known that has one.
pub(crate) fn wire(contract: &Contract) -> Option<Wire> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in contract.speaking() {
        *count.entry(&operation.dialect).or_default() += 1;
    }
    let (_, text) = USUAL.iter().max_by_key(|(family, _)| count.get(family))?;
    let any = USUAL.iter().any(|(family, _)| count.contains_key(family));
    any.then(|| toml::from_str(text).expect("the files of families are wires"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_family_has_a_wire_that_can_be_read() {
        for (family, text) in USUAL {
            let wire: Wire = toml::from_str(text).unwrap_or_else(|error| panic!("{family}: {error}"));
            assert!(wire.endpoint.starts_with("https://"), "{family}");
        }
    }

    #[test]
    fn pages_of_no_family_have_none() {
        assert_eq!(wire(&Contract::default()), None);
    }
}
