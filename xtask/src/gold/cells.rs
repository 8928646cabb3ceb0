//! The description cells of a corpus: what a reading says of where they stand, and nothing of their rules.

use std::collections::BTreeMap;
use std::path::Path;

use contract::{Field, Operation, Presence, Scope};
use pipeline::Reading;
use sha2::{Digest, Sha256};
use source::{Location, Origin};

/// The folders below `corpus`, one for each vendor.
pub(crate) const VENDORS: [&str; 2] = ["ucloud", "aliyun"];

/// One vendor's documentation in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// UCloud in Chinese.
    UcloudZh,
    /// Alibaba Cloud in Chinese.
    AliyunZh,
    /// Alibaba Cloud in English.
    AliyunEn,
}

impl Group {
    /// All groups.
    pub(crate) const ALL: [Group; 3] = [Group::UcloudZh, Group::AliyunZh, Group::AliyunEn];

    /// Whose page a file is, by its path below `corpus`.
    pub(crate) fn of(file: &str) -> Group {
        match file {
            file if file.starts_with("ucloud/") => Group::UcloudZh,
            file if file.contains("en-US") => Group::AliyunEn,
            _ => Group::AliyunZh,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Group::UcloudZh => "ucloud zh",
            Group::AliyunZh => "aliyun zh",
            Group::AliyunEn => "aliyun en",
        }
    }
}

/// A description cell and its row.
#[derive(Debug)]
pub(crate) struct Cell {
    /// The page, relative to `corpus`.
    pub(crate) file: String,
    /// The line where the row begins.
    pub(crate) line: u32,
    /// The name in the row, verbatim.
    pub(crate) parameter: String,
    /// Whether the row stands in a request.
    pub(crate) request: bool,
    pub(crate) ty: String,
    pub(crate) presence: &'static str,
    pub(crate) example: String,
    pub(crate) text: String,
    /// The other names of the same table, in page order.
    pub(crate) others: Vec<String>,
    /// Where the text stands.
    pub(crate) at: Location,
}

impl Cell {
    /// What tells whether the text is still the labelled one: the first 12 hex digits of its SHA-256, white space left out.
    pub(crate) fn hash(&self) -> String {
        let text: String = self.text.split_whitespace().collect();
        digest(&text)[..12].to_owned()
    }
}

/// SHA-256 in hex.
pub(crate) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The readings of both vendors' pages, by vendor.
pub(crate) fn readings(path: &Path) -> Result<BTreeMap<&'static str, Reading>, String> {
    let mut readings = BTreeMap::new();
    for vendor in VENDORS {
        let folder = path.join("corpus").join(vendor);
        if !folder.is_dir() {
            return Err(format!("{}: not there", folder.display()));
        }
        let reading = pipeline::read_paths(&[folder]).map_err(|error| error.to_string())?;
        readings.insert(vendor, reading);
    }
    Ok(readings)
}

/// The description cells of an operation's page, in page order.
pub(crate) fn of(vendor: &str, operation: &Operation) -> Vec<Cell> {
    let own = |scope| scope == Scope::Operation;
    let names = |rows: &[Field]| rows.iter().map(|row| row.name.value.clone()).collect::<Vec<_>>();
    let parameters = operation.parameters.iter().filter(|parameter| own(parameter.scope));
    let requested: Vec<String> = parameters.clone().map(|parameter| parameter.name.value.clone()).collect();
    let mut cells = Vec::new();
    for parameter in parameters {
        cells.push(Cell {
            file: format!("{vendor}/{}", operation.page),
            line: parameter.origin.location().line,
            parameter: parameter.name.value.clone(),
            request: true,
            ty: parameter.ty.value.to_string(),
            presence: presence(parameter.presence.value),
            example: parameter.example.as_ref().map(|example| example.value.clone()).unwrap_or_default(),
            text: parameter.description.value.clone(),
            others: without(&requested, &parameter.name.value),
            at: parameter.description.location().clone(),
        });
    }
    let mut tables: Vec<&[Field]> = vec![&operation.response];
    tables.extend(operation.models.iter().map(|model| model.fields.as_slice()));
    while let Some(rows) = tables.pop() {
        let names = names(rows);
        for field in rows {
            tables.push(&field.fields);
            if !matches!(field.origin, Origin::Stated(_)) {
                continue;
            }
            cells.push(Cell {
                file: format!("{vendor}/{}", operation.page),
                line: field.origin.location().line,
                parameter: field.name.value.clone(),
                request: false,
                ty: field.ty.value.to_string(),
                presence: presence(field.presence.value),
                example: field.example.as_ref().map(|example| example.value.clone()).unwrap_or_default(),
                text: field.description.value.clone(),
                others: without(&names, &field.name.value),
                at: field.description.location().clone(),
            });
        }
    }
    cells.retain(|cell| !cell.text.trim().is_empty());
    cells.sort_by(|a, b| a.line.cmp(&b.line).then_with(|| a.parameter.cmp(&b.parameter)));
    cells
}

fn without(names: &[String], name: &str) -> Vec<String> {
    names.iter().filter(|other| *other != name).cloned().collect()
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Conditional => "conditional",
        Presence::Unstated => "unstated",
    }
}
