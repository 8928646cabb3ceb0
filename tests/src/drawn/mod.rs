//! Contracts drawn at random, and pages that say them in the template of each family: what the round trip reads back,
//! and what the properties spoil.

mod aliyun;
mod draw;
mod drawing;
mod examples;
mod facts;
mod reference;
mod sentences;
mod settled;
mod ucloud;
mod web;
mod words;

pub use draw::{Nesting, Reach, Tongue, drawing};
pub use drawing::{Below, Drawing, ErrorRow, Model, Row};
pub use examples::Shown;
pub use facts::{Facts, Says, Title};
pub use words::{Line, Word};

/// A page of a drawing, and the examples that it shows.
#[derive(Debug, Clone)]
pub struct Page {
    /// The text.
    pub text: String,
    /// The examples, in order.
    pub examples: Vec<Shown>,
}

/// A way to lay out pages.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What it is called.
    pub name: &'static str,
    /// What a file of it is called.
    pub file: &'static str,
    /// What its pages can say.
    pub reach: Reach,
    /// What becomes of it on the page.
    pub says: Says,
    /// The writer.
    pub write: fn(&Drawing) -> Page,
}

/// Every template.
pub fn templates() -> Vec<Template> {
    let mut all = ucloud::TEMPLATES.to_vec();
    all.extend(aliyun::TEMPLATES);
    all.push(web::TEMPLATE);
    all.push(reference::TEMPLATE);
    all
}

/// The template of a name.
pub fn template(name: &str) -> Template {
    let found = templates().into_iter().find(|template| template.name == name);
    found.unwrap_or_else(|| panic!("there is no template {name}"))
}
