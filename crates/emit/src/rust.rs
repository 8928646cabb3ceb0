//! Tokens as a file: formatted, with a blank line wherever a person would leave one.

use proc_macro2::TokenStream;
use syn::{File, Item, UseTree};

use crate::doc::Doc;

/// A Rust file that begins with what it holds.
pub(crate) fn file(about: &Doc, items: TokenStream) -> String {
    let header = about.inner();
    let header: File = syn::parse2(header).expect("documentation is attributes");
    let File { items, .. } = syn::parse2(items).expect("what is quoted as items is items");
    let mut text = prettyplease::unparse(&header);
    let mut one = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: Vec::new() };
    let mut before = None;
    for item in items {
        if before.as_ref().is_none_or(|before| !runs_on(before, &item)) {
            text.push('\n');
        }
        one.items.push(item);
        text.push_str(&spaced(&prettyplease::unparse(&one)));
        before = one.items.pop();
    }
    text
}

/// Whether an item belongs to the block of lines that the one before it is in.
fn runs_on(before: &Item, item: &Item) -> bool {
    match (before, item) {
        (Item::Use(before), Item::Use(item)) => is_std(&before.tree) == is_std(&item.tree),
        (Item::Mod(_), Item::Mod(item)) => item.content.is_none(),
        _ => false,
    }
}

fn is_std(tree: &UseTree) -> bool {
    matches!(tree, UseTree::Path(path) if path.ident == "std")
}

/// Leaves a blank line between the members of a block. No literal or comment of ours runs over lines, so lines tell.
fn spaced(text: &str) -> String {
    let mut out = String::new();
    let mut before = "";
    for line in text.lines() {
        let (indent, code) = (indent(line), line.trim_start());
        let opens =
            ["///", "#[", "pub ", "fn ", "async fn ", "impl "].iter().any(|start| code.starts_with(start));
        let ends =
            ["}", ";"].iter().any(|end| before.ends_with(end)) && !before.trim_start().starts_with("///");
        if indent > 0 && opens && ends && self::indent(before) == indent {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn a_file_breathes() {
        let tokens = quote! {
            use a::B;
            use c::D;
            #[doc = " A thing; and }"]
            pub struct Thing { #[doc = " Its size."] pub size: u8, pub name: String }
            impl Thing { pub fn size(&self) -> u8 { let x = 1; { x } } #[doc = " Two."] fn two(&self) {} }
        };
        insta::assert_snapshot!(file(&Doc::default().markdown("Things."), tokens));
    }
}
