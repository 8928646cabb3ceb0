//! Which model describes a field whose type is the bare word for a list or a structure.
//!
//! The older template writes `array` and a heading per model, without a link. Four witnesses, in this order: the
//! description names the model, the field is called like it, the answer shows its fields there, or it is the only
//! model and the only such field. Without one of them the type stays open. A model never describes a field of its own.

use std::collections::BTreeSet;

use contract::{Example, ExampleRole, Field, Model, Parameter, Type};
use source::{Location, Sourced};

use crate::named::words;
use crate::rows::RowFacts;
use crate::shape::Shape as JsonShape;
use crate::titles::is_operation;
use crate::vocabulary::PHRASES;

/// An answer that the page shows, and where.
pub(crate) type Answer<'e> = Option<(JsonShape<'e>, &'e Location)>;

/// The first answer that the page shows as JSON, and where.
pub(crate) fn answer_of<'e>(examples: &'e [Example], shapes: Vec<Option<JsonShape<'e>>>) -> Answer<'e> {
    let answers = examples.iter().zip(shapes).filter(|(example, _)| example.role == ExampleRole::Response);
    answers.into_iter().find_map(|(example, shape)| {
        let shape = shape.or_else(|| JsonShape::of(example.repaired.as_ref()?))?;
        Some((shape, example.origin.location()))
    })
}

/// Gives open types of answer rows and of models' fields the model that describes them.
pub(crate) fn link(
    rows: &mut [RowFacts<'_>],
    models: &mut [Model],
    parameters: &[Parameter],
    answer: &Answer<'_>,
) {
    let open_row = rows.iter().any(|row| Subject::of_row(row).is_open());
    if !open_row && !models.iter().flat_map(|m| &m.fields).any(|field| Subject::of(field, "").is_open()) {
        return;
    }
    let requests = parameters.iter().map(|parameter| &parameter.ty.value);
    let mut linked: BTreeSet<String> = models
        .iter()
        .flat_map(|model| &model.fields)
        .map(|field| &field.ty.value)
        .chain(rows.iter().map(|row| &row.ty.value))
        .chain(requests)
        .filter_map(named)
        .collect();
    let shapes: Vec<Shape> = models.iter().map(Shape::of).collect();
    // The surest witnesses speak for all fields first: what they link is not free for the others.
    for witness in [by_words, by_name, by_shape, by_item] {
        for row in rows.iter_mut() {
            if let Some((ty, model)) = witness(&Subject::of_row(row), &shapes, &linked, answer) {
                linked.insert(model.clone());
                (row.ty, row.model) = (ty, Some(model));
            }
        }
        for model in &mut *models {
            for field in &mut model.fields {
                if let Some((ty, name)) = witness(&Subject::of(field, &model.name), &shapes, &linked, answer)
                {
                    linked.insert(name);
                    field.ty = ty;
                }
            }
        }
    }
    the_only_one(rows, &shapes, &linked, answer);
    for field in models.iter_mut().flat_map(|model| &mut model.fields) {
        if let Some(ty) = items(&field.name, &field.ty, answer) {
            field.ty = ty;
        }
    }
}

/// The models that no type of the page names.
pub(crate) fn orphans<'m>(
    models: &'m [Model],
    parameters: &[Parameter],
    response: &[Field],
) -> Vec<&'m Model> {
    fn below<'f>(fields: &'f [Field], found: &mut Vec<&'f Type>) {
        for field in fields {
            found.push(&field.ty.value);
            below(&field.fields, found);
        }
    }
    if models.is_empty() {
        return Vec::new();
    }
    let mut types: Vec<&Type> = parameters.iter().map(|parameter| &parameter.ty.value).collect();
    below(response, &mut types);
    models.iter().for_each(|model| below(&model.fields, &mut types));
    let known: Vec<String> = types.into_iter().filter_map(named).collect();
    models.iter().filter(|model| !known.contains(&model.name)).collect()
}

/// The model that a type names.
fn named(ty: &Type) -> Option<String> {
    if let Type::Model { name } = ty.innermost() { Some(name.clone()) } else { None }
}

/// A model's name and the names of its fields.
struct Shape {
    name: String,
    fields: Vec<String>,
}

impl Shape {
    fn of(model: &Model) -> Self {
        let fields = model.fields.iter().map(|field| field.name.value.clone()).collect();
        Shape { name: model.name.clone(), fields }
    }

    /// How many of `keys` are fields of it.
    fn knows(&self, keys: &[&str]) -> usize {
        keys.iter().filter(|key| self.fields.iter().any(|field| field.eq_ignore_ascii_case(key))).count()
    }
}

/// A row or field whose type may be open.
struct Subject<'a> {
    name: &'a Sourced<String>,
    ty: &'a Sourced<Type>,
    description: &'a str,
    described_at: &'a Location,
    owner: Option<&'a str>,
}

impl<'a> Subject<'a> {
    fn of(field: &'a Field, owner: &'a str) -> Self {
        Subject {
            name: &field.name,
            ty: &field.ty,
            description: &field.description.value,
            described_at: field.description.location(),
            owner: Some(owner),
        }
    }

    fn of_row(row: &'a RowFacts<'_>) -> Self {
        Subject {
            name: &row.name,
            ty: &row.ty,
            description: row.prose.text(),
            described_at: &row.described_at,
            owner: None,
        }
    }

    fn is_open(&self) -> bool {
        matches!(self.ty.value.innermost(), Type::Unknown | Type::Object)
            && !matches!(self.ty.value, Type::Unknown)
    }

    fn typed(&self, model: &Shape, rule: &'static str, at: &Location) -> (Sourced<Type>, String) {
        let item = Type::Model { name: model.name.clone() };
        let ty = if matches!(self.ty.value, Type::Array { .. }) { Type::array(item) } else { item };
        (Sourced::derived(ty, rule, at.clone()), model.name.clone())
    }

    /// The models that may describe it.
    fn candidates<'s>(&self, shapes: &'s [Shape]) -> impl Iterator<Item = &'s Shape> {
        let owner = if self.is_open() { self.owner.unwrap_or_default() } else { "" };
        let open = self.is_open();
        shapes.iter().filter(move |shape| open && shape.name != owner)
    }
}

type Linked = Option<(Sourced<Type>, String)>;

/// `参见 FenceSet`: the description names it. A name that could be any word must be introduced.
fn by_words(subject: &Subject<'_>, shapes: &[Shape], _: &BTreeSet<String>, _: &Answer<'_>) -> Linked {
    let text = subject.description;
    let introduced = |name: &str| {
        let mut places = text.match_indices(name).map(|(at, _)| text[..at].trim_end());
        places.any(|before| PHRASES.list("see", "starts").iter().any(|see| before.ends_with(see.as_str())))
    };
    let names = |shape: &&Shape| {
        words(text).any(|word| word == shape.name) && (is_operation(&shape.name) || introduced(&shape.name))
    };
    let model = subject.candidates(shapes).find(names)?;
    Some(subject.typed(model, "named-in-the-description", subject.described_at))
}

/// The field is called like the model.
fn by_name(subject: &Subject<'_>, shapes: &[Shape], _: &BTreeSet<String>, _: &Answer<'_>) -> Linked {
    let model = subject.candidates(shapes).find(|shape| shape.name == subject.name.value)?;
    Some(subject.typed(model, "named-like-the-model", subject.name.location()))
}

/// The model is called the field's `Item`.
fn by_item(subject: &Subject<'_>, shapes: &[Shape], _: &BTreeSet<String>, _: &Answer<'_>) -> Linked {
    let is_item = |shape: &&Shape| shape.name.strip_suffix("Item") == Some(subject.name.value.as_str());
    let model = subject.candidates(shapes).find(is_item)?;
    Some(subject.typed(model, "named-like-the-model", subject.name.location()))
}

/// The answer shows the fields of one model, and of no other, below the field. A model that another field has already must
/// know all of them.
fn by_shape(
    subject: &Subject<'_>,
    shapes: &[Shape],
    linked: &BTreeSet<String>,
    answer: &Answer<'_>,
) -> Linked {
    let (answer, at) = answer.as_ref()?;
    let keys: Vec<&str> = answer.find(&subject.name.value)?.children().map(|(name, _)| name).collect();
    // What no other field has goes before what one has.
    let score = |shape: &'_ Shape| (shape.knows(&keys), !linked.contains(&shape.name));
    let fits =
        |(count, free): (usize, bool)| count > 0 && count * 2 >= keys.len() && (free || count == keys.len());
    let mut known: Vec<_> = subject.candidates(shapes).map(|shape| (score(shape), shape)).collect();
    known.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let (best, model) = *known.iter().find(|(score, _)| fits(*score))?;
    let rivals = known.iter().filter(|(score, _)| *score == best).count();
    (rivals == 1).then(|| subject.typed(model, "shape-of-the-example", at))
}

/// One model and one open row are left, and the answer does not say otherwise.
fn the_only_one(rows: &mut [RowFacts<'_>], shapes: &[Shape], linked: &BTreeSet<String>, answer: &Answer<'_>) {
    let [model] = shapes else { return };
    let mut open = rows.iter_mut().filter(|row| Subject::of_row(row).is_open());
    let (Some(row), None) = (open.next(), open.next()) else { return };
    let shown = answer.as_ref().and_then(|(answer, _)| answer.find(&row.name.value));
    let silent = shown.is_none_or(JsonShape::is_hollow);
    if silent && !linked.contains(&model.name) {
        let (ty, name) = Subject::of_row(row).typed(model, "the-only-model", row.name.location());
        (row.ty, row.model) = (ty, Some(name));
    }
}

/// What the items of a bare `array` are, where the answer shows texts or numbers.
fn items(name: &Sourced<String>, ty: &Sourced<Type>, answer: &Answer<'_>) -> Option<Sourced<Type>> {
    let (answer, at) = answer.as_ref().filter(|_| ty.value.is_bare_list())?;
    let shown = answer.find(&name.value).filter(|shown| shown.list && shown.is_leaf())?;
    Some(Sourced::derived(Type::array(shown.scalar.clone()?), "shape-of-the-example", (*at).clone()))
}
