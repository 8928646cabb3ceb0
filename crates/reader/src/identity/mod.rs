//! Several pages of one operation: which of them speaks for it, and where the others differ.
//!
//! Documentation that grew for years has twins: copies of an older template, pages of a tree that moved, the same operation
//! in two products, or in two encodings. Nothing is merged and nothing is dropped: each page stays an operation of the
//! contract, and those that do not speak say which page does.

mod difference;
mod links;
mod template;
mod trees;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use contract::{Contract, Operation, Precedence, StandsBehind};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use source::{Diagnostic, Source};

use crate::diagnostics;
use crate::vocabulary::Vocabulary;
use links::Linked;
pub(crate) use template::Template;
use trees::Trees;

/// How a family tells the pages of one operation apart.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Words {
    /// Ends of the names of pages that list the others, in lower case.
    lists: Vec<String>,
    /// Ends of the names, without `.md`, of pages that show a variant.
    variants: Vec<String>,
    /// Folders below which all pages are in one language: a translation is no second page of an operation.
    languages: Vec<String>,
    /// Whether each folder is a product of its own.
    folders_are_products: bool,
    /// The templates, the newest first.
    templates: Vec<Template>,
}

/// One page, and which of its family's templates it is written in.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) contract: Contract,
    pub(crate) template: Option<usize>,
    /// The structures that it links to and that nobody described yet.
    pub(crate) wanted: Vec<String>,
}

/// Decides for each operation that several pages document which one speaks. The others are told so.
pub(crate) fn settle(pages: &mut [Reading], sources: &[Source]) {
    let mut named: FxHashMap<String, Vec<Place>> = FxHashMap::default();
    for (page, reading) in pages.iter().enumerate() {
        for (at, operation) in reading.contract.operations.iter().enumerate() {
            named.entry(operation.name.to_lowercase()).or_default().push(Place { page, at });
        }
    }
    named.retain(|_, places| places.len() > 1);
    let mut groups: BTreeMap<(String, String, &str), Vec<Place>> = BTreeMap::new();
    for (name, places) in &named {
        for place in places {
            let operation = place.operation(pages);
            let key = (operation.dialect.clone(), tree(operation), name.as_str());
            groups.entry(key).or_default().push(*place);
        }
    }
    groups.retain(|_, places| places.len() > 1);
    if groups.is_empty() {
        return;
    }
    let linked = Linked::by_lists(sources);
    let trees = Trees::of(pages);
    for places in groups.values() {
        let ranks: Vec<Rank> = places.iter().map(|place| Rank::of(*place, pages, &linked, &trees)).collect();
        let Some(best) = (0..places.len()).min_by_key(|&at| &ranks[at]) else { continue };
        for (other, place) in places.iter().enumerate().filter(|(other, _)| *other != best) {
            let because = ranks[best].before(&ranks[other]);
            let speaks = places[best].operation(pages);
            let told = tell(speaks, place.operation(pages), &ranks[best], &ranks[other]);
            let behind = StandsBehind { page: speaks.page.clone(), because };
            let contract = &mut pages[place.page].contract;
            contract.operations[place.at].stands_behind = Some(behind);
            contract.diagnostics.extend(told);
            contract.diagnostics.sort_by(|a, b| a.at.cmp(&b.at));
        }
    }
}

/// Where an operation stands among the pages.
#[derive(Debug, Clone, Copy)]
struct Place {
    page: usize,
    at: usize,
}

impl Place {
    fn operation(self, pages: &[Reading]) -> &Operation {
        &pages[self.page].contract.operations[self.at]
    }
}

/// What a page has to say for itself; the least one speaks.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    linked: Reverse<bool>,
    /// Templates are counted from the newest; no template at all is the oldest.
    template: usize,
    variant: bool,
    live: Reverse<Vec<usize>>,
    order: (usize, usize),
}

impl Rank {
    fn of(place: Place, pages: &[Reading], linked: &Linked, trees: &Trees) -> Self {
        let operation = place.operation(pages);
        let variants = words(operation).map_or(&[][..], |words| &words.variants);
        // A product is no more alive than another one.
        let products = words(operation).is_some_and(|words| words.folders_are_products);
        let stem = operation.page.rsplit_once('.').map_or(&*operation.page, |(stem, _)| stem);
        Rank {
            linked: Reverse(linked.has(&operation.page)),
            template: pages[place.page].template.unwrap_or(usize::MAX),
            variant: variants.iter().any(|end| stem.ends_with(end.as_str())),
            live: Reverse(if products { Vec::new() } else { trees.life(&operation.page) }),
            order: (place.page, place.at),
        }
    }

    /// Why this one comes before another one.
    fn before(&self, other: &Rank) -> Precedence {
        if self.linked != other.linked {
            Precedence::Linked
        } else if self.template != other.template {
            Precedence::NewerTemplate
        } else if self.variant != other.variant {
            Precedence::PlainName
        } else if self.live != other.live {
            Precedence::LiveTree
        } else {
            Precedence::First
        }
    }
}

fn words(operation: &Operation) -> Option<&'static Words> {
    Vocabulary::named(&operation.dialect).map(|family| &family.identity)
}

/// The folder of the page's language and all above it; empty where no folder is one of a language.
fn tree(operation: &Operation) -> String {
    let languages = words(operation).map_or(&[][..], |words| &words.languages);
    let mut steps: Vec<&str> = operation.page.split('/').collect();
    let language = steps.iter().rposition(|step| languages.iter().any(|language| language == step));
    steps.truncate(language.map_or(0, |at| at + 1));
    steps.join("/")
}

/// What there is to tell of a page that does not speak.
fn tell(speaks: &Operation, behind: &Operation, best: &Rank, rank: &Rank) -> Vec<Diagnostic> {
    let folder = |operation: &Operation| operation.page.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let products = words(behind).is_some_and(|words| words.folders_are_products);
    let product = if products && folder(speaks) != folder(behind) { " of another product" } else { "" };
    let spelling = match speaks.name == behind.name {
        true => String::new(),
        false => format!(" as `{}`", speaks.name),
    };
    let why = match best.before(rank) {
        Precedence::Linked => "a list of pages links it, and not this page".to_owned(),
        Precedence::NewerTemplate => {
            let (newer, older) = (template(speaks, best), template(behind, rank));
            format!("its template is {newer}, and of this page {older}")
        }
        Precedence::PlainName => "this page has the name of a variant".to_owned(),
        Precedence::LiveTree => "more pages of its folder are written in the newest template".to_owned(),
        Precedence::First => "nothing tells them apart, and it is read first".to_owned(),
    };
    let at = behind.origin.location();
    let speaker = format!("{}{product}{spelling}", speaks.page);
    let mut told = vec![diagnostics::other_page_speaks(at.clone(), &behind.name, &speaker, &why)];
    told.extend(difference::first(speaks, behind).map(|difference| {
        diagnostics::pages_differ(difference.at, &difference.here, &difference.there, difference.count)
    }));
    told
}

/// What the template of a page is called.
fn template(operation: &Operation, rank: &Rank) -> &'static str {
    let templates = words(operation).map_or(&[][..], |words| &words.templates);
    templates.get(rank.template).map_or("unknown", |template| &template.name)
}
