//! What kind of value a parameter takes, judged by what the page says around it; tables of words where it says nothing.

use contract::{Confidence, Operation, Parameter, Path, Refusal, Requirement, Type};

/// What kind of value a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    /// It names something that exists in the target: only a binding can know it.
    Resource,
    /// Text that the caller makes up.
    Text,
    /// The page does not tell what a value looks like.
    Opaque,
}

/// Endings of names that stand for something which exists in the target.
const RESOURCES: &[&str] =
    &["Id", "ID", "Region", "Zone", "Project", "Vpc", "VPC", "Subnet", "Account", "Owner"];
/// The same, where the name is not inside a list of keys and values.
const PLAIN_RESOURCES: &[&str] = &["Key"];
/// Endings of names that stand for text of the caller's own.
const TEXTS: &[&str] = &[
    "Name",
    "Description",
    "Desc",
    "Remark",
    "Comment",
    "Note",
    "Title",
    "ClientToken",
    "Tag",
    "Key",
    "Value",
];
/// Endings of names of switches that turn the operation into a rehearsal, which answers with an error by design.
const REHEARSALS: &[&str] = &["DryRun", "DryRunFlag", "CheckOnly"];
/// Beginnings of the names of operations that change nothing.
const READERS: &[&str] = &["Describe", "Get", "List", "Query"];
/// Beginnings of the names of operations that make something new.
const MAKERS: &[&str] = &["Create", "Copy", "Import", "Clone", "Allocate", "Run"];
/// Beginnings of the names of operations that remove something for good.
const REMOVERS: &[&str] = &["Delete", "Terminate", "Remove", "Release", "Destroy"];
/// Beginnings of the names of parameters that say where something new is put.
const DESTINATIONS: &[&str] = &["Destination", "Target"];
/// Words of a page that take the force out of a constraint.
const UNENFORCED: &[&str] = &["忽略", "ignored"];
/// Words of a page that give letters' case a meaning.
const CASE_SENSITIVE: &[&str] = &["区分大小写", "大小写敏感", "case-sensitive", "case sensitive"];
/// Endings of names of parameters that ask for things in a state.
const STATES: &[&str] = &["Status", "State"];
/// Words of a page that say that one text may hold several values, with commas between them.
const COMMAS: &[&str] = &["逗号", "comma"];
/// Words of an error by which what the caller has named exists already, once what denies it is left out.
const TAKEN: &[&str] = &[
    "duplicat",
    "exist",
    "already",
    "in use",
    "been used",
    "重复",
    "已存在",
    "已经存在",
    "已被占用",
    "已被使用",
];
/// Words that say the opposite, or that something is over or in vain.
const DENIALS: &[&str] =
    &["not ", "cannot", "finish", "complet", "fail", "不存在", "不能", "没有", "无法", "未", "完成", "失败"];
/// Words of an error by which two requests with one token are not the same.
const SPENT: &[&str] = &["notmatch", "mismatch", "not identical", "不一致", "不符"];
/// Words for what makes a request safe to send again.
const OF_TOKENS: &[&str] = &["token", "idempot", "幂等"];
/// How pages in Chinese say that a maker is at work, by its verb.
const UNDER_WAY: &[(&str, &[&str])] = &[
    ("Create", &["正在创建", "创建中", "正在制作", "制作中"]),
    ("Copy", &["正在复制", "正在被复制", "复制中"]),
    ("Import", &["正在导入", "导入中"]),
    ("Clone", &["正在克隆", "克隆中"]),
];
/// Words of a page that tie a field of an answer to a circumstance.
const ONLY_SOMETIMES: &[&str] = &[
    "只有",
    "仅",
    "才会",
    "才返回",
    "才存在",
    "如果",
    "only if",
    "only when",
    "only for",
    "only exists",
    "if ",
    "when ",
];

/// What kind of value a parameter takes.
pub(crate) fn of(operation: &Operation, parameter: &Parameter) -> Nature {
    let name = parameter.name.as_str();
    let referred = operation.see_also.iter().any(|see| see.from.as_deref() == Some(name));
    let can_be_missing_there = operation.errors.iter().any(|error| {
        error.refuses == Some(Refusal::NotFound)
            && error.confidence != Confidence::Weak
            && error.parameters.len() == 1
            && error.parameters[0] == name
    });
    let path = Path::of(parameter.wire_name());
    let leaf = singular(path.leaf());
    let ends = |endings: &[&str]| {
        endings.iter().any(|ending| leaf.ends_with(ending) || leaf.eq_ignore_ascii_case(ending))
    };
    let nested = path.segments().len() > 1 + usize::from(path.is_list());
    if referred || can_be_missing_there || ends(RESOURCES) || (!nested && ends(PLAIN_RESOURCES)) {
        Nature::Resource
    } else if ends(TEXTS) || parameter.constraints.iter().any(|c| shapes_text(&c.requirement)) {
        Nature::Text
    } else {
        Nature::Opaque
    }
}

/// Whether a switch must stay as it is for the operation to happen.
pub(crate) fn is_rehearsal(parameter: &Parameter) -> bool {
    parameter.ty.value == Type::Boolean && REHEARSALS.iter().any(|ending| parameter.name.ends_with(ending))
}

/// Whether an operation only reads.
pub(crate) fn only_reads(operation: &Operation) -> bool {
    READERS.iter().any(|verb| operation.name.starts_with(verb))
}

/// Whether a parameter says where something new is put.
pub(crate) fn is_destination(name: &str) -> bool {
    DESTINATIONS.iter().any(|prefix| name.starts_with(prefix))
}

/// Whether an operation makes something new.
pub(crate) fn makes(operation: &Operation) -> bool {
    MAKERS.iter().any(|verb| operation.name.starts_with(verb))
}

/// Whether an operation removes something for good.
pub(crate) fn removes(operation: &Operation) -> bool {
    REMOVERS.iter().any(|verb| operation.name.starts_with(verb))
}

/// Whether the page says that a wrong value is passed over.
pub(crate) fn is_unenforced(parameter: &Parameter, words: &str) -> bool {
    says(UNENFORCED, words) || says(UNENFORCED, &parameter.description)
}

/// Whether the page says that the case of letters matters.
pub(crate) fn is_case_sensitive(parameter: &Parameter, words: &str) -> bool {
    says(CASE_SENSITIVE, words) || says(CASE_SENSITIVE, &parameter.description)
}

/// Whether a parameter asks for things in a state.
pub(crate) fn is_state(parameter: &Parameter) -> bool {
    STATES.iter().any(|ending| parameter.name.value.ends_with(ending))
}

/// Whether a text may hold several values, with commas between them.
pub(crate) fn takes_several(parameter: &Parameter) -> bool {
    says(COMMAS, &parameter.description)
}

/// Whether a field of an answer is tied to a circumstance.
pub(crate) fn is_only_sometimes(description: &str) -> bool {
    says(ONLY_SOMETIMES, description)
}

/// Whether the words of an error say that what the caller has named exists already.
pub(crate) fn is_taken(words: &str) -> bool {
    says(TAKEN, words) && !says(DENIALS, words)
}

/// Whether the words of an error say that a token was used for another request.
pub(crate) fn is_spent(words: &str) -> bool {
    says(SPENT, words) && says(OF_TOKENS, words)
}

/// Whether the words of an error say that what a maker makes is not ready yet: `CreateImage` of an image that is being
/// created.
pub(crate) fn is_under_way(maker: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    let Some(verb) = MAKERS.iter().find(|verb| maker.starts_with(**verb)) else { return false };
    let noun = maker.rfind(char::is_uppercase).map_or("", |at| &maker[at..]).to_lowercase();
    let stem = &verb[..verb.len() - 1];
    // Creating and copying; the page that writes coping is the model of all.
    let forms =
        [format!("{verb}ing"), format!("{stem}ing"), format!("being {verb}d"), format!("being {stem}ied")];
    let at_work = forms.iter().any(|form| words.contains(&form.to_lowercase()))
        || UNDER_WAY.iter().any(|(of, chinese)| of == verb && says(chinese, &words));
    at_work && words.contains(&noun) && !says(DENIALS, &words)
}

fn says(words: &[&str], text: &str) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

fn singular(leaf: &str) -> &str {
    let leaf = leaf.strip_suffix("List").or_else(|| leaf.strip_suffix("Set")).unwrap_or(leaf);
    leaf.strip_suffix('s').unwrap_or(leaf)
}

/// Whether a requirement tells what the text of a value looks like.
fn shapes_text(requirement: &Requirement) -> bool {
    matches!(
        requirement,
        Requirement::Length { .. }
            | Requirement::StartsWith { .. }
            | Requirement::NotStartsWith { .. }
            | Requirement::Contains { .. }
            | Requirement::NotContains { .. }
            | Requirement::Charset { .. }
    )
}
