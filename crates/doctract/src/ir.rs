//! `doctract ir`: what is read from pages.

use contract::Contract;
use report::Positions;
use source::Severity;

use crate::arguments::{Ir, IrFormat};
use crate::exit::{Exit, Failure};
use crate::output::{error_look, look, say, tell};
use crate::paths::base;

pub(crate) fn run(ir: &Ir) -> Result<Exit, Failure> {
    if ir.schema {
        say(&json(&schemars::schema_for!(Contract))?);
        return Ok(Exit::Held);
    }
    let reading = pipeline::read_paths(&ir.paths)?;
    let contract = &reading.contract;
    let base = base(&ir.paths);
    let errors: Vec<_> =
        contract.diagnostics.iter().filter(|d| d.severity == Severity::Error).cloned().collect();
    match ir.format {
        IrFormat::Text => say(&report::contract_text(contract, Positions::Shown)),
        IrFormat::Json => say(&json(contract)?),
        IrFormat::Summary => say(&report::summary(contract, look())),
        IrFormat::Diagnostics => {
            say(&report::diagnostics(&contract.diagnostics, &reading.sources, &base, look()));
        }
    }
    if errors.is_empty() {
        return Ok(Exit::Held);
    }
    if ir.format != IrFormat::Diagnostics {
        tell(&report::diagnostics(&errors, &reading.sources, &base, error_look()));
    }
    Ok(Exit::Pages)
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n").map_err(|error| Failure::internal(format!("JSON: {error}"), ""))
}
