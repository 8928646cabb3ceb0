//! Pages of the family that one vocabulary file teaches.

use std::fmt::Write as _;

use contract::{ExampleFormat, Type};

use super::draw::{Nesting, Reach, Tongue};
use super::drawing::{Drawing, Row};
use super::examples::{Shown, json_text};
use super::facts::{Says, Title};
use super::words::Hand;
use super::{Page, Template};

/// The template of the family.
pub(super) const TEMPLATE: Template = Template {
    name: "reference",
    file: "page.md",
    reach: Reach {
        tongue: Tongue::En,
        pipes: true,
        paragraphs: false,
        index: 'N',
        bare: false,
        lists: true,
        request_models: false,
        nesting: Nesting::Models,
        errors: Some(true),
        common: &[],
        action: false,
        paths: false,
        standard: &[("JobId", Type::String)],
    },
    says: Says {
        title: Title::Words,
        parameter_presence: true,
        field_presence: false,
        model_presence: true,
        values: (false, false),
        width: true,
    },
    write: page,
};

const HAND: Hand = Hand { escapes: "|_*[]<", marks: true, target: "#there" };

fn ty(ty: &Type, spelling: usize) -> String {
    match ty {
        Type::String => ["string", "text"][spelling % 2].to_owned(),
        Type::Integer => ["integer", "int32", "int64"][spelling % 3].to_owned(),
        Type::Float => ["number", "decimal"][spelling % 2].to_owned(),
        Type::Array { item } => {
            format!("{} {}", ["list of", "array of"][spelling % 2], self::ty(item, spelling))
        }
        other => other.to_string(),
    }
}

fn yes(row: &Row) -> &'static str {
    if row.required { "yes" } else { "no" }
}

fn page(drawing: &Drawing) -> Page {
    let mut out = format!("# {}: {}\n\n## About\n\n", drawing.title, drawing.name);
    drawing.notes.iter().for_each(|note| out.push_str(&format!("{}\n\n", HAND.words(note.words()))));
    out.push_str("## Query parameters\n\n| Name | In | Type | Required | Default | Description |\n");
    out.push_str("|------|----|------|----------|---------|-------------|\n");
    for row in &drawing.parameters {
        let (name, ty, words) =
            (HAND.plain(&row.name), ty(&row.ty, row.spelling), HAND.one_line(&row.description));
        let _ = writeln!(out, "| {name} | query | {ty} | {} | none | {words} |", yes(row));
    }
    out.push_str("\n## Returns\n\n| Name | Type | Description |\n|------|------|-------------|\n");
    for row in &drawing.response {
        let (name, ty, words) =
            (HAND.plain(&row.name), ty(&row.ty, row.spelling), HAND.one_line(&row.description));
        let _ = writeln!(out, "| {name} | {ty} | {words} |");
    }
    if !drawing.models.is_empty() {
        out.push_str("\n## Objects\n");
    }
    for model in &drawing.models {
        let _ =
            write!(out, "\n### {}\n\n| Name | Type | Required | Description |\n|--|--|--|--|\n", model.name);
        for row in &model.rows {
            let (name, ty) = (HAND.plain(&row.name), ty(&row.ty, row.spelling));
            let _ = writeln!(out, "| {name} | {ty} | {} | {} |", yes(row), HAND.one_line(&row.description));
        }
    }
    let request = Shown::url(drawing, "fence.example.com", None);
    let answer = json_text(&drawing.answer(), "  ");
    let _ = write!(out, "\n## Sample call\n\n```\n{}\n```\n", request.text);
    let _ = write!(out, "\n## Sample result\n\n```json\n{answer}\n```\n\n## Failures\n\n");
    // The columns stand in either order.
    let late = drawing.varies(0);
    out.push_str(if late {
        "| Code | Message | Status | Meaning |\n"
    } else {
        "| Status | Code | Message | Meaning |\n"
    });
    out.push_str("|---|---|---|---|\n");
    for error in &drawing.errors {
        let (code, message) = (HAND.plain(&error.code), HAND.plain(&error.message));
        let (status, words) = (error.status, HAND.one_line(&error.description));
        let _ = if late {
            writeln!(out, "| {code} | {message} | {status} | {words} |")
        } else {
            writeln!(out, "| {status} | {code} | {message} | {words} |")
        };
    }
    Page { text: out, examples: vec![request, Shown::answer(ExampleFormat::Json, answer)] }
}
