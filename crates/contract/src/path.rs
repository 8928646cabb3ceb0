//! Dotted names: `Tag.N.Key` is the `Key` of each item of the list `Tag`.

/// One step of a dotted name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Segment<'a> {
    /// A name.
    Name(&'a str),
    /// A placeholder of an index: `N`, `n`, `M`, `m` or `X`.
    EachItem,
    /// A literal index.
    Item(usize),
}

/// A documented name, split at its dots. A view: the name itself stays verbatim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path<'a>(Vec<Segment<'a>>);

/// The steps of a dotted name, from left to right. The first is always a name, so a parameter may be called `N`.
pub fn steps(name: &str) -> impl Iterator<Item = Segment<'_>> {
    let mut rest = Some(name);
    // Names are short: a search that is made for long texts takes longer to begin than to find the dot.
    let texts = std::iter::from_fn(move || {
        let text = rest?;
        let dot = text.bytes().position(|byte| byte == b'.');
        rest = dot.map(|dot| &text[dot + 1..]);
        Some(&text[..dot.unwrap_or(text.len())])
    });
    texts.enumerate().map(|(index, text)| match text {
        "N" | "n" | "M" | "m" | "X" if index > 0 => Segment::EachItem,
        _ if index > 0 && text.starts_with(|c: char| c.is_ascii_digit()) => {
            text.parse().map_or(Segment::Name(text), Segment::Item)
        }
        _ => Segment::Name(text),
    })
}

impl<'a> Path<'a> {
    /// Splits a name.
    pub fn of(name: &'a str) -> Self {
        Self(steps(name).collect())
    }

    /// The steps.
    pub fn segments(&self) -> &[Segment<'a>] {
        &self.0
    }

    /// The first name.
    pub fn root(&self) -> &'a str {
        self.0.iter().find_map(|s| if let Segment::Name(name) = s { Some(*name) } else { None }).unwrap_or("")
    }

    /// The last name.
    pub fn leaf(&self) -> &'a str {
        self.0.iter().rev().find_map(|s| if let Segment::Name(n) = s { Some(*n) } else { None }).unwrap_or("")
    }

    /// Whether the name itself ends in the index of each item, which is a scalar. `Policy.1` is one item, and no list.
    pub fn is_list(&self) -> bool {
        matches!(self.0.last(), Some(Segment::EachItem))
    }

    /// Whether any step is an index, so that the name stands for many values.
    pub fn repeats(&self) -> bool {
        self.0.iter().any(|s| !matches!(s, Segment::Name(_)))
    }

    /// Whether the name is one plain name.
    pub fn is_plain(&self) -> bool {
        self.0.len() == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dotted_name_is_names_and_indexes() {
        use Segment::{EachItem, Item, Name};
        assert_eq!(Path::of("Tag.N.Key").segments(), [Name("Tag"), EachItem, Name("Key")]);
        assert_eq!(Path::of("DataDisk.1.Size").segments(), [Name("DataDisk"), Item(1), Name("Size")]);
        assert!(Path::of("TargetRegionList.N").is_list() && !Path::of("RemovalPolicy.1").is_list());
        assert_eq!(Path::of("N").segments(), [Name("N")]);
        assert_eq!(Path::of("A.N.B.C").leaf(), "C");
        assert!(Path::of("SystemDisk.Size").segments().len() == 2 && !Path::of("SystemDisk.Size").repeats());
    }
}
