//! Dotted parameter names as the tree that they spell: `Tag.N.Key` is the `Key` of each item of the list `Tag`.

use contract::{Parameter, Segment};

/// One name in the tree, with everything that the page documents at or below it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node<'a> {
    /// The name on the wire, without dots.
    pub(crate) name: &'a str,
    /// How many indexes follow the name: 1 for `Tag.N.Key`, where `Tag` is a list.
    pub(crate) lists: usize,
    /// The row of this very name; `None` for a parent that no row describes.
    pub(crate) parameter: Option<&'a Parameter>,
    /// Rows that repeat the name, as `DataDisk.2.Size` repeats `DataDisk.1.Size`.
    pub(crate) repeated: Vec<&'a Parameter>,
    /// What stands below, in page order.
    pub(crate) children: Vec<Node<'a>>,
}

/// The tree of a request's parameters, in page order.
pub(crate) fn of<'a>(parameters: impl IntoIterator<Item = &'a Parameter>) -> Vec<Node<'a>> {
    let mut roots = Vec::new();
    for parameter in parameters {
        let path = parameter.path();
        plant(&mut roots, path.segments(), parameter);
    }
    roots
}

fn plant<'a>(siblings: &mut Vec<Node<'a>>, segments: &[Segment<'a>], parameter: &'a Parameter) {
    let Some((name, rest)) = split_name(segments) else { return };
    let lists = rest.iter().take_while(|segment| !matches!(segment, Segment::Name(_))).count();
    let below = &rest[lists..];
    let at = siblings.iter().position(|node| node.name == name).unwrap_or_else(|| {
        siblings.push(Node { name, lists: 0, parameter: None, repeated: Vec::new(), children: Vec::new() });
        siblings.len() - 1
    });
    let node = &mut siblings[at];
    node.lists = node.lists.max(lists);
    if !below.is_empty() {
        plant(&mut node.children, below, parameter);
    } else if node.parameter.is_none() {
        node.parameter = Some(parameter);
    } else {
        node.repeated.push(parameter);
    }
}

fn split_name<'a, 's>(segments: &'s [Segment<'a>]) -> Option<(&'a str, &'s [Segment<'a>])> {
    match segments.split_first()? {
        (Segment::Name(name), rest) => Some((name, rest)),
        (_, rest) => split_name(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::parameter;

    fn drawn(nodes: &[Node<'_>], depth: usize) -> String {
        let line = |node: &Node<'_>| {
            let row = if node.parameter.is_some() { "" } else { " (no row)" };
            let lists = ".N".repeat(node.lists);
            format!("{}{}{lists}{row}\n{}", "  ".repeat(depth), node.name, drawn(&node.children, depth + 1))
        };
        nodes.iter().map(line).collect()
    }

    #[test]
    fn dotted_names_grow_a_tree_in_page_order() {
        let names = [
            "ImageId",
            "Tag.N.Key",
            "DataDisk.1.Size",
            "Tag.N.Value",
            "DataDisk.2.Size",
            "Nic.N.Ip.M",
            "Tag.N.key",
        ];
        let parameters: Vec<Parameter> = names.iter().map(|name| parameter(name)).collect();
        let roots = of(&parameters);
        insta::assert_snapshot!(drawn(&roots, 0), @"
        ImageId
        Tag.N (no row)
          Key
          Value
          key
        DataDisk.N (no row)
          Size
        Nic.N (no row)
          Ip.N
        ");
        assert_eq!(roots[2].children[0].repeated.len(), 1);
    }

    #[test]
    fn a_name_without_a_name_is_nothing() {
        assert_eq!(of([&parameter("..")]).len(), 1);
        assert_eq!(of([&parameter("")]).len(), 1);
    }
}
