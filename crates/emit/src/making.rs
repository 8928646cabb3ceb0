//! How a request is made: a constructor that takes what the page requires, and a method for each thing that it does not.

use std::borrow::Cow;

use askama::Template;

use crate::doc::{Doc, code};
use crate::names::name;
use crate::rust::{List, filled, fits};
use crate::shape::{Hold, Kind, Member, Struct};
use crate::types::{one_type, rust_type};

/// More arguments than this are told apart by name only: a structure of their own takes them.
const MOST_ARGUMENTS: usize = 7;

/// The methods of a struct of a request, and the struct of what it requires where that is much.
pub(crate) struct Made {
    pub(crate) methods: Vec<String>,
    pub(crate) required: Option<String>,
}

/// How a struct of a request is made.
pub(crate) fn methods(item: &Struct<'_>) -> Made {
    let (required, optional): (Vec<_>, Vec<_>) = item.members.iter().partition(|member| member.required);
    let mut made = Made { methods: Vec::new(), required: None };
    if required.len() > MOST_ARGUMENTS {
        made.methods.push(from_structure(item));
        made.required = Some(structure(item, &required));
    } else if !required.is_empty() {
        made.methods.push(constructor(item, &required));
    }
    made.methods.extend(optional.into_iter().map(setter));
    made
}

#[derive(Template)]
#[template(path = "operation/constructor.rs", escape = "none")]
struct Constructor {
    signature: String,
    fields: Vec<String>,
}

fn constructor(item: &Struct<'_>, required: &[&Member<'_>]) -> String {
    let argument = |member: &&Member<'_>| format!("{}: {}", name(&member.name), argument_type(member));
    let arguments: Vec<String> = required.iter().map(argument).collect();
    constructed(&arguments, item, |member| {
        let name = name(&member.name);
        let value = given(member);
        if name == value { value } else { format!("{name}: {value}") }
    })
}

fn from_structure(item: &Struct<'_>) -> String {
    constructed(&[format!("required: {}", required_name(item))], item, |member| {
        let name = name(&member.name);
        format!("{name}: required.{name}")
    })
}

/// `new`, with what it takes and how what is required comes from that.
fn constructed(arguments: &[String], item: &Struct<'_>, given: impl Fn(&Member<'_>) -> String) -> String {
    let fields = item.members.iter().map(|member| {
        if member.required { given(member) } else { format!("{}: {}", name(&member.name), absent(member)) }
    });
    filled(&Constructor {
        signature: List::new(4, "pub fn new(", ") -> Self {").of(arguments),
        fields: fields.collect(),
    })
}

#[derive(Template)]
#[template(path = "operation/required.rs", escape = "none")]
struct Required<'a> {
    docs: Doc,
    name: String,
    fields: Vec<(Doc, Cow<'a, str>, String)>,
}

/// The struct of what is required, for those that require much.
fn structure(item: &Struct<'_>, required: &[&Member<'_>]) -> String {
    let field = |member: &&Member<'_>| format!("{}.", code(&member.path));
    filled(&Required {
        docs: Doc::default().markdown(&format!("What {} requires.", code(&item.about))),
        name: required_name(item),
        fields: required
            .iter()
            .map(|member| (Doc::default().markdown(&field(member)), name(&member.name), rust_type(member)))
            .collect(),
    })
}

fn required_name(item: &Struct<'_>) -> String {
    format!("{}Required", item.name)
}

#[derive(Template)]
#[template(path = "operation/setter.rs", escape = "none")]
struct Setter {
    docs: Doc,
    signature: String,
    assignment: String,
}

fn setter(member: &Member<'_>) -> String {
    let (name, method) = (name(&member.name), format!("with_{}", member.name));
    let one = one_type(&member.kind);
    let converted = matches!(member.kind, Kind::Text | Kind::Enum(_));
    let (ty, value) = match (member.hold, &member.kind) {
        (Hold::List(1), _) if converted => {
            (format!("impl IntoIterator<Item = impl Into<{one}>>"), collected(&name))
        }
        (Hold::List(_), _) => (rust_type(member), name.to_string()),
        (_, Kind::Boxed(_)) => (one.to_owned(), format!("Some(Box::new({name}))")),
        (_, kind) => (argument(kind), format!("Some({})", given_one(member))),
    };
    filled(&Setter {
        docs: Doc::default().markdown(&format!("With {}.", code(&member.path))),
        signature: List::new(4, &format!("pub fn {method}("), ") -> Self {")
            .of(&["mut self".to_owned(), format!("{name}: {ty}")]),
        assignment: format!("self.{name} = {value};"),
    })
}

/// The items of what is given, each as the list has them: a call a line where that is too long for one.
fn collected(name: &str) -> String {
    let calls = [".into_iter()", ".map(Into::into)", ".collect()"];
    if fits(8, &["self.", name, " = ", name, &calls.concat(), ";"]) {
        return format!("{name}{}", calls.concat());
    }
    format!("{name}\n            {}", calls.join("\n            "))
}

fn absent(member: &Member<'_>) -> &'static str {
    match member.hold {
        Hold::Optional => "None",
        Hold::List(_) => "Vec::new()",
        Hold::Plain => "Default::default()",
    }
}

fn argument_type(member: &Member<'_>) -> String {
    match member.hold {
        Hold::Plain => argument(&member.kind),
        _ => rust_type(member),
    }
}

/// What is given for one value: whatever becomes a text or an enumeration.
fn argument(kind: &Kind) -> String {
    let one = one_type(kind);
    if matches!(kind, Kind::Text | Kind::Enum(_)) { format!("impl Into<{one}>") } else { one.to_owned() }
}

fn given(member: &Member<'_>) -> String {
    match member.hold {
        Hold::Plain => given_one(member),
        _ => name(&member.name).into_owned(),
    }
}

fn given_one(member: &Member<'_>) -> String {
    let name = name(&member.name);
    if matches!(member.kind, Kind::Text | Kind::Enum(_)) {
        format!("{name}.into()")
    } else {
        name.into_owned()
    }
}
