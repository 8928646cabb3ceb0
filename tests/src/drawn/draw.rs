//! Drawings at random: small, and no larger than what a family's pages can say.

use contract::Type;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::drawing::{Below, Drawing, ErrorRow, Model, Row};
use super::sentences::{description, line, value};
use super::settled::{name_in_words, settle};
use super::words::{Line, Word};

/// The language of the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// How a family's pages show what stands below a field of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nesting {
    /// By structures with tables of their own.
    Models,
    /// By such structures, and by lists of scalars that have an inner level without a row.
    Lists,
    /// By rows that follow each other; lists of scalars are lists without an inner row.
    Rows,
    /// By rows with marks; the inner level of a list has no row.
    Marks,
}

impl Nesting {
    fn has_models(self) -> bool {
        matches!(self, Nesting::Models | Nesting::Lists)
    }
}

/// What a family's pages can say.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// The language of the prose.
    pub tongue: Tongue,
    /// Whether a cell can hold a pipe.
    pub pipes: bool,
    /// Whether descriptions have paragraphs and lists.
    pub paragraphs: bool,
    /// How indexes are written.
    pub index: char,
    /// Whether types are bare words (`array`), and descriptions say of which structure.
    pub bare: bool,
    /// Types of scalar lists in tables: `array[string]`.
    pub lists: bool,
    /// Whether parameters have structures.
    pub request_models: bool,
    /// How answers nest.
    pub nesting: Nesting,
    /// Whether the page lists errors; and whether a message may be left out.
    pub errors: Option<bool>,
    /// The parameters of the table for all operations.
    pub common: &'static [&'static str],
    /// Whether the action is a row among the others.
    pub action: bool,
    /// Whether a field can be named by its path: `Status.Code`.
    pub paths: bool,
    /// The fields that each answer has.
    pub standard: &'static [(&'static str, Type)],
}

/// Draws what a page says.
pub fn drawing(reach: Reach) -> impl Strategy<Value = Drawing> {
    let facts = (
        select(vec!["CopyImage", "DescribeUHostInstance", "RunInstances", "GetVPCRegion", "SetX509Key"]),
        vec(line(reach), 0..3),
        vec(row(reach, Place::Request), 0..5),
        vec(model(reach, Place::RequestModel), if reach.request_models { 0..3_usize } else { 0..1 }),
        vec(row(reach, Place::Response), 0..5),
        vec(model(reach, Place::Model), if reach.nesting.has_models() { 0..3_usize } else { 0..1 }),
        vec(error(reach), if reach.errors.is_some() { 0..4_usize } else { 0..1 }),
        any::<prop::sample::Index>(),
    );
    (facts, any::<bool>(), any::<u32>()).prop_map(move |(facts, numbered, variant)| {
        let (name, notes, parameters, request_models, response, models, errors, action) = facts;
        let mut own: Vec<Row> = parameters;
        if reach.action {
            own.insert(action.index(own.len() + 1), action_row(name, reach));
        }
        let standard = reach.standard.iter().map(|(name, ty)| plain_row(name, ty.clone(), reach));
        let mut drawing = Drawing {
            name: name.to_owned(),
            title: match reach.tongue {
                Tongue::Zh => "复制镜像".to_owned(),
                Tongue::En => "Copy the Image".to_owned(),
            },
            notes,
            common: reach.common.iter().map(|common| common_row(common, name, reach)).collect(),
            parameters: own,
            request_models: if reach.request_models { request_models } else { Vec::new() },
            response: standard.chain(response).collect(),
            models: if reach.nesting.has_models() { models } else { Vec::new() },
            errors: if reach.errors.is_some() { errors } else { Vec::new() },
            numbered,
            variant,
        };
        settle(&mut drawing);
        if reach.bare {
            name_in_words(&mut drawing);
        }
        drawing
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Request,
    RequestModel,
    Response,
    Model,
}

fn row(reach: Reach, place: Place) -> BoxedStrategy<Row> {
    let leaf = leaf(reach, place).boxed();
    match reach.nesting {
        _ if place != Place::Response => return leaf,
        Nesting::Models => return leaf,
        Nesting::Lists => {
            let list = leaf_of(reach, stem(), Just(Type::String).boxed()).prop_map(scalars);
            return prop_oneof![3 => leaf, 1 => list].boxed();
        }
        Nesting::Rows | Nesting::Marks => {}
    }
    let tree = leaf.clone().prop_recursive(3, 8, 3, move |inner| {
        let container = leaf_of(reach, stem(), Just(Type::String).boxed());
        let marks = reach.nesting == Nesting::Marks;
        (container, vec(inner, 1..4), 0..3_u8).prop_map(move |(mut row, mut rows, kind)| {
            let element = row.name.clone();
            match kind {
                0 => row.below = Below::Structure(rows),
                1 if !marks => row = scalars(row),
                _ => {
                    row.name.push('s');
                    // Where the inner level has no row, a container of the same name can't be told from it.
                    let same =
                        |row: &&mut Row| marks && row.name == element && !matches!(row.below, Below::Nothing);
                    rows.iter_mut().filter(same).for_each(|row| row.name.push_str("Info"));
                    row.below = Below::Elements { element, rows };
                }
            }
            row
        })
    });
    prop_oneof![2 => leaf, 1 => tree].boxed()
}

/// A row as a list of scalars.
fn scalars(mut row: Row) -> Row {
    row.below = Below::Scalars { element: row.name.clone() };
    row.name.push('s');
    row
}

fn leaf(reach: Reach, place: Place) -> impl Strategy<Value = Row> {
    let scalars = vec![Type::String, Type::String, Type::Integer, Type::Float, Type::Boolean];
    let structures = match place {
        Place::Request | Place::RequestModel => reach.request_models,
        Place::Response | Place::Model => reach.nesting.has_models(),
    };
    let mut kinds = scalars;
    // Lists of a request are told by their names, but where it has structures.
    if reach.lists && (place != Place::Request || structures) {
        kinds.extend([Type::array(Type::String), Type::array(Type::Integer)]);
    }
    if structures {
        // The name is drawn by its length, and settled when the structures are known.
        let any = |name: &str| Type::Model { name: name.to_owned() };
        kinds.extend([any("_"), Type::array(any("__"))]);
    }
    let ty = select(kinds).boxed();
    let name = match place {
        Place::Request => parameter_name(reach.index).boxed(),
        Place::Response if reach.paths => {
            let path = (stem(), stem()).prop_map(|(structure, field)| format!("{structure}.{field}"));
            prop_oneof![9 => stem(), 1 => path].boxed()
        }
        _ => stem().boxed(),
    };
    leaf_of(reach, name, ty).prop_map(|mut row| {
        // A name that ends in an index has the type of an item.
        if row.name.ends_with(['N', 'n']) && row.name.contains('.') && !matches!(row.ty, Type::String) {
            row.ty = Type::String;
        }
        row
    })
}

fn leaf_of(
    reach: Reach,
    name: impl Strategy<Value = String>,
    ty: BoxedStrategy<Type>,
) -> impl Strategy<Value = Row> {
    let description = option::weighted(0.9, description(reach)).prop_map(Option::unwrap_or_default);
    (name, ty, 0..4_usize, any::<bool>(), value(), description, any::<bool>()).prop_map(
        |(name, ty, spelling, required, value, description, shown)| Row {
            name,
            ty,
            spelling,
            required,
            value,
            description,
            shown,
            below: Below::Nothing,
        },
    )
}

/// A plain name. Those that are words of headers and types, too, are common on real pages.
fn stem() -> impl Strategy<Value = String> {
    let real =
        ["Id", "Name", "Type", "Status", "Code", "Description", "Tag", "Key", "Item", "regionId", "X_Id"];
    prop_oneof![
        3 => select(real.to_vec()).prop_map(str::to_owned),
        2 => "[A-Z][a-z]{1,3}([A-Z][a-z]{1,3})?",
    ]
}

fn parameter_name(index: char) -> impl Strategy<Value = String> {
    let shapes = ["A", "A", "A.N", "A.N.B", "A.B", "A.B.N", "A.1.B", "A.N.B.N.C", "A.N.lower"];
    (select(shapes.to_vec()), stem(), stem(), stem()).prop_map(move |(shape, a, b, c)| {
        let part = |part: &str| match part {
            "A" => a.clone(),
            "B" => b.clone(),
            "C" => c.clone(),
            "N" => index.to_string(),
            // `Tag.N.key` is another parameter than `Tag.N.Key`.
            "lower" => b.to_lowercase(),
            other => other.to_owned(),
        };
        shape.split('.').map(part).collect::<Vec<_>>().join(".")
    })
}

fn model(reach: Reach, place: Place) -> impl Strategy<Value = Model> {
    ("[A-Z][a-z]{2,4}(Set|Info|Item)", vec(row(reach, place), 1..4))
        .prop_map(|(name, rows)| Model { name, rows })
}

fn error(reach: Reach) -> impl Strategy<Value = ErrorRow> {
    let mut codes =
        vec!["InvalidImageId.NotFound", "Forbbiden", "InvalidId. Mismatch", "nvalidTag_Key", "IO.4"];
    let mut messages = vec![
        "The specified ImageId does not exist.",
        "Not <parameter name> (yet).",
        "%s",
        "a_b is not valid",
        "The status [x] is wrong. Stop the \"instance\".",
    ];
    if reach.pipes {
        messages.push("Only 1 | 2 | 3.");
    }
    if reach.errors == Some(true) {
        messages.push("");
        // In text, nobody can tell where a code ends that ends with a dot: it could go on like `InvalidId. Mismatch`.
        codes.push("Duplicate.");
    }
    let status = select(vec![400_u16, 403, 404, 500, 504]);
    (status, select(codes), select(messages), line(reach)).prop_map(|(status, code, message, description)| {
        ErrorRow {
            status,
            code: code.to_owned(),
            message: message.to_owned(),
            description: vec![description],
        }
    })
}

/// A row of which only name and type matter.
fn plain_row(name: &str, ty: Type, reach: Reach) -> Row {
    let words = match reach.tongue {
        Tongue::Zh => "返回的内容",
        Tongue::En => "what is returned",
    };
    Row {
        name: name.to_owned(),
        ty,
        spelling: 0,
        required: true,
        value: "473469C7".to_owned(),
        description: vec![Line::Sentence(vec![Word::Plain(words.to_owned())])],
        shown: false,
        below: Below::Nothing,
    }
}

fn common_row(name: &str, operation: &str, reach: Reach) -> Row {
    let mut row = plain_row(name, Type::String, reach);
    if name == "Action" {
        let words = match reach.tongue {
            Tongue::Zh => "对应的 API 指令名称，当前 API 为",
            Tongue::En => "Name of the API command, the current API is",
        };
        row.description =
            vec![Line::Sentence(vec![Word::Plain(words.to_owned()), Word::Code(operation.to_owned())])];
    }
    row
}

fn action_row(operation: &str, reach: Reach) -> Row {
    let words = match reach.tongue {
        Tongue::Zh => "系统规定参数。取值：",
        Tongue::En => "The operation to perform. Set the value to",
    };
    let words = vec![Word::Plain(words.to_owned()), Word::Plain(operation.to_owned())];
    Row {
        value: operation.to_owned(),
        description: vec![Line::Sentence(words)],
        shown: true,
        ..plain_row("Action", Type::String, reach)
    }
}
