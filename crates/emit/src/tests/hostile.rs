//! Names and words that try to break out of where they are put.

use contract::{Confidence, EnumValue, LengthUnit, Presence, Requirement, RuleKind, Segment, Type};
use proptest::prelude::*;
use syn::visit::Visit;

use super::{emitted, text};
use crate::sample::{
    condition, constraint, contract, copy_image, error, field, operation, origin, parameter,
};

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z_]{0,8}",
        "[A-Za-z]{1,4}(\\.(N|n|1|2|[A-Za-z]{1,4})){0,4}",
        any::<String>(),
        proptest::sample::select(HOSTILE).prop_map(str::to_owned),
    ]
}

const HOSTILE: &[&str] = &[
    "",
    "self",
    "Self",
    "crate",
    "super",
    "type",
    "mod",
    "_",
    "r#type",
    "Option",
    "String",
    "Vec",
    "Other",
    "check",
    "new",
    "admit",
    "common",
    "operations",
    "123",
    "...",
    "\"; } fn evil() {} //",
    "*/ fn evil() {} /*",
    "]\nfn evil() {}\n#[doc = \"",
    "```\nfn evil() { loop {} }\n```",
    "    fn evil() {}",
    "\r\n\t\u{0}\u{7f}\u{202e}\u{2066}\u{200b}\u{feff}",
    "{}{0}{{}}%s<script>&amp;[evil](javascript:evil) http://example.com/evil",
    "镜像名称",
    "名.N.称",
    "\\",
    "'",
];

fn requirement() -> impl Strategy<Value = Requirement> {
    let limit = any::<Option<(f64, bool)>>()
        .prop_map(|limit| limit.map(|(value, inclusive)| contract::Limit { value, inclusive }));
    let set = any::<(bool, bool, bool, bool, bool, Vec<char>)>().prop_map(
        |(upper, lower, digits, chinese, ascii, chars)| contract::CharSet {
            upper,
            lower,
            digits,
            chinese,
            ascii,
            chars,
        },
    );
    let values = proptest::collection::vec((word(), word()), 0..5)
        .prop_map(|values| values.into_iter().map(|(value, gloss)| EnumValue { value, gloss }).collect());
    let words = || proptest::collection::vec(word(), 0..3);
    prop_oneof![
        any::<(Option<u64>, Option<u64>)>().prop_map(|(min, max)| Requirement::Length {
            min,
            max,
            unit: LengthUnit::Chars
        }),
        (limit.clone(), limit).prop_map(|(min, max)| Requirement::Range { min, max }),
        any::<f64>().prop_map(|of| Requirement::Step { of }),
        values.prop_map(|values| Requirement::OneOf { values }),
        any::<(Option<u64>, Option<u64>)>().prop_map(|(min, max)| Requirement::Count { min, max }),
        set.clone().prop_map(|set| Requirement::StartsWith { set }),
        set.prop_map(|set| Requirement::Charset { set }),
        words().prop_map(|prefixes| Requirement::NotStartsWith { prefixes }),
        words().prop_map(|parts| Requirement::NotContains { parts }),
        word().prop_map(|regex| Requirement::Pattern { regex }),
        Just(Requirement::Format { format: contract::Format::Timestamp }),
        proptest::option::of(word()).prop_map(|value| Requirement::Default { value }),
    ]
}

fn ty() -> impl Strategy<Value = Type> {
    let leaf = prop_oneof![
        Just(Type::String),
        Just(Type::Integer),
        Just(Type::Float),
        Just(Type::Boolean),
        Just(Type::Object),
        Just(Type::Unknown),
        word().prop_map(|name| Type::Model { name }),
    ];
    leaf.prop_recursive(2, 4, 1, |inner| inner.prop_map(Type::array))
}

type Row = (String, Type, bool, String, Vec<(Requirement, Option<String>)>);

fn row() -> impl Strategy<Value = Row> {
    let constraints = proptest::collection::vec((requirement(), proptest::option::of(word())), 0..3);
    (word(), ty(), any::<bool>(), word(), constraints)
}

fn hostile() -> impl Strategy<Value = contract::Operation> {
    let rows = || proptest::collection::vec(row(), 0..6);
    let rule = (0..5_usize, proptest::collection::vec(word(), 0..3), word(), word());
    (
        word(),
        rows(),
        rows(),
        rows(),
        proptest::collection::vec(rule, 0..3),
        proptest::collection::vec(word(), 0..4),
    )
        .prop_map(|(name, parameters, response, model, rules, errors)| {
            let mut operation = operation(&name);
            operation.title = name.clone();
            operation.summary = name.clone();
            operation.parameters = parameters.iter().map(|row| as_parameter(row, &name)).collect();
            operation.response = response.iter().map(as_field).collect();
            let fields = model.iter().map(as_field).collect();
            operation.models = vec![contract::Model { name: name.clone(), fields, origin: origin(3) }];
            operation.rules = rules.into_iter().map(|rule| as_rule(rule, &operation)).collect();
            let refused: Vec<&str> = operation.parameters.iter().map(|p| p.name.value.as_str()).collect();
            operation.errors = errors
                .iter()
                .map(|code| error(400, code, code, contract::Refusal::Value, &refused))
                .collect();
            operation
        })
}

fn as_parameter((name, ty, required, words, constraints): &Row, other: &str) -> contract::Parameter {
    let mut parameter = parameter(name);
    parameter.ty.value = ty.clone();
    parameter.presence.value = if *required { Presence::Required } else { Presence::Optional };
    parameter.description.value = words.clone();
    parameter.constraints = constraints
        .iter()
        .map(|(requirement, when)| contract::Constraint {
            when: when.as_ref().map(|value| condition(other, Some(&[value]))),
            ..constraint(requirement.clone(), words)
        })
        .collect();
    parameter
}

fn as_field((name, ty, required, words, _): &Row) -> contract::Field {
    let mut field = field(name, ty.clone());
    field.presence.value = if *required { Presence::Required } else { Presence::Unstated };
    field.description.value = words.clone();
    field
}

fn as_rule(
    (kind, mut names, value, text): (usize, Vec<String>, String, String),
    operation: &contract::Operation,
) -> contract::Rule {
    names.extend(operation.parameters.iter().take(2).map(|parameter| parameter.name.value.clone()));
    let kinds =
        [RuleKind::RequiredIf, RuleKind::Exclusive, RuleKind::OneOf, RuleKind::IgnoredIf, RuleKind::Requires];
    let last = names.last().cloned().unwrap_or_default();
    contract::Rule {
        kind: kinds[kind],
        parameters: names,
        when: Some(condition(&last, None)),
        also: Vec::new(),
        then: Some(condition(&last, Some(&[&value]))),
        error: Some(text.clone()),
        text,
        confidence: Confidence::Certain,
        origin: origin(9),
    }
}

/// Functions that stand where no documented name could have put them.
#[derive(Default)]
struct Evil(bool);

impl Visit<'_> for Evil {
    fn visit_ident(&mut self, ident: &proc_macro2::Ident) {
        self.0 |= ident == "evil";
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_page_says_becomes_rust(operations in proptest::collection::vec(hostile(), 1..3)) {
        let mut contract = contract(operations);
        contract.operations.push(copy_image());
        let first = emitted(&contract);
        for file in first.files.iter().filter(|file| file.path.ends_with(".rs")) {
            let parsed = syn::parse_file(&file.text);
            prop_assert!(parsed.is_ok(), "{}: {}\n{}", file.path, parsed.err().expect("an error"), file.text);
            let mut evil = Evil::default();
            evil.visit_file(&parsed.expect("it parses"));
            prop_assert!(!evil.0, "{}:\n{}", file.path, file.text);
            let hidden = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!file.text.contains(hidden), "{}", file.path);
        }
        let mut paths: Vec<_> = first.files.iter().map(|file| &file.path).collect();
        paths.sort();
        paths.dedup();
        prop_assert_eq!(paths.len(), first.files.len());
        prop_assert_eq!(first, emitted(&contract));
    }
}

#[test]
fn a_name_that_is_only_dots_and_indexes_is_a_field() {
    let mut odd = operation("Odd");
    odd.parameters = ["", ".", "N", "N.N", "1.2", "A..B", "A.N.N"].map(parameter).to_vec();
    let files = emitted(&contract(vec![odd])).files;
    assert!(syn::parse_file(text(&files, "src/operations/odd.rs")).is_ok());
    assert!(contract::Path::of("A.N.N").segments().contains(&Segment::EachItem));
}
