//! What a drawing needs to be a page: names that differ, structures that exist and are referred to.

use contract::Type;

use super::drawing::{Below, Drawing, Model, Row};
use super::words::{Line, Word, said, squeezed};

/// Makes names differ where a page could not have them twice, and types name structures that the page has.
pub(super) fn settle(drawing: &mut Drawing) {
    let mut taken: Vec<String> = drawing.common.iter().map(|row| row.name.clone()).collect();
    drawing.parameters.retain(|row| first_of(&mut taken, &row.name));
    differ(&mut drawing.response);
    let mut names: Vec<String> = Vec::new();
    drawing.request_models.retain(|model| first_of(&mut names, &model.name));
    drawing.models.retain(|model| first_of(&mut names, &model.name));
    let names = |models: &[Model]| models.iter().map(|model| model.name.clone()).collect::<Vec<_>>();
    let (request, response) = (names(&drawing.request_models), names(&drawing.models));
    drawing.parameters.iter_mut().for_each(|row| name_structure(&mut row.ty, &request));
    drawing.response.iter_mut().for_each(|row| name_structure(&mut row.ty, &response));
    for (models, names) in [(&mut drawing.request_models, request), (&mut drawing.models, response)] {
        for (index, model) in models.iter_mut().enumerate() {
            differ(&mut model.rows);
            // Structures of the corpus never hold themselves.
            model.rows.iter_mut().for_each(|row| name_structure(&mut row.ty, &names[index + 1..]));
        }
    }
    // A row of errors that stands twice counts once.
    let mut rows: Vec<String> = Vec::new();
    drawing.errors.retain(|error| {
        let words = (squeezed(&error.message), squeezed(&said(&error.description)));
        first_of(&mut rows, &format!("{} {} {words:?}", error.status, error.code.replace(' ', "")))
    });
    referred(&mut drawing.request_models, &drawing.parameters);
    referred(&mut drawing.models, &drawing.response);
    // A bare list whose inner level is called like the field of a structure looks like a list of that structure.
    let fields = || drawing.models.iter().flat_map(|model| &model.rows);
    for row in &mut drawing.response {
        if let Below::Scalars { element } = &mut row.below
            && fields().any(|field| field.name == *element)
        {
            element.push_str("Item");
        }
    }
    drawing.response.iter_mut().for_each(apart);
}

/// `Item.Key` below a list whose level is called `Item` may mean that level.
fn apart(row: &mut Row) {
    match &mut row.below {
        Below::Elements { element, rows } => {
            let steps_in = |row: &Row| row.name.split_once('.').is_some_and(|(step, _)| step == element);
            if rows.iter().any(steps_in) {
                element.push_str("Item");
            }
            rows.iter_mut().for_each(apart);
        }
        Below::Structure(rows) => rows.iter_mut().for_each(apart),
        Below::Nothing | Below::Scalars { .. } => {}
    }
}

/// Each structure of a page is that of some row.
fn referred(models: &mut Vec<Model>, rows: &[Row]) {
    let names = |rows: &[Row]| rows.iter().filter_map(structure_of).collect::<Vec<_>>();
    let mut known = names(rows);
    // Types point down the page.
    models.retain(|model| {
        let kept = known.contains(&model.name);
        if kept {
            known.extend(names(&model.rows));
        }
        kept
    });
}

fn structure_of(row: &Row) -> Option<String> {
    match row.ty.innermost() {
        Type::Model { name } => Some(name.clone()),
        _ => None,
    }
}

/// Descriptions name the structures that the types do not.
pub(super) fn name_in_words(drawing: &mut Drawing) {
    let models = drawing.models.iter_mut().flat_map(|model| &mut model.rows);
    for row in drawing.response.iter_mut().chain(models) {
        if let Some(name) = structure_of(row) {
            row.description.push(Line::Sentence(vec![Word::Plain("参见".to_owned()), Word::Plain(name)]));
        }
    }
}

fn differ(rows: &mut Vec<Row>) {
    let mut taken = Vec::new();
    let root = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    rows.retain(|row| first_of(&mut taken, &root(&row.name)));
    for row in rows {
        if let Below::Structure(rows) | Below::Elements { rows, .. } = &mut row.below {
            differ(rows);
        }
    }
}

/// Names that differ in the case of their first letter only would be one name, capitalised by a generator.
fn first_of(taken: &mut Vec<String>, name: &str) -> bool {
    let (first, rest) = name.split_at(1);
    let name = format!("{}{rest}", first.to_lowercase());
    let new = !taken.contains(&name);
    taken.push(name);
    new
}

fn name_structure(ty: &mut Type, known: &[String]) {
    match ty {
        Type::Array { item } if matches!(**item, Type::Model { .. }) && known.is_empty() => {
            *ty = Type::String
        }
        Type::Array { item } => name_structure(item, known),
        Type::Model { name } => match known.get(name.len() % known.len().max(1)) {
            Some(one) => name.clone_from(one),
            None => *ty = Type::String,
        },
        _ => {}
    }
}
