//! `doctract explain`: what a code or a case means, and what to do.

use std::path::Path;

use suite::{Options, Plan};

use crate::arguments::Explain;
use crate::exit::{Exit, Failure};
use crate::output::{look, say};
use crate::paths::specs_below;

pub(crate) fn run(explain: &Explain) -> Result<Exit, Failure> {
    if let Some(text) = meaning(&explain.what) {
        say(&format!("{}\n\n{}\n", explain.what, unindented(text)));
        return Ok(Exit::Held);
    }
    let specs =
        if explain.specs.is_empty() { specs_below(Path::new("specs")) } else { explain.specs.clone() };
    let mut known = Vec::new();
    for directory in &specs {
        let (spec, plan) = plan(directory, explain.seed)?;
        let mut cases = plan.cases.iter().filter(|case| case.id == explain.what).peekable();
        if cases.peek().is_some() {
            let shown = directory.display().to_string();
            let texts = cases.map(|case| report::case(case, &plan, &spec.sources, &shown, look()));
            say(&texts.collect::<String>());
            return Ok(Exit::Held);
        }
        known.extend(plan.cases.into_iter().map(|case| case.id));
    }
    Err(unknown(&explain.what, &known))
}

/// What each stage says of its codes.
fn meaning(code: &str) -> Option<&'static str> {
    let stages =
        [reader::explain, pipeline::explain, emit::explain, lint::explain, suite::explain, report::explain];
    stages.into_iter().find_map(|explain| explain(code))
}

fn plan(directory: &Path, seed: u64) -> Result<(pipeline::Spec, Plan), Failure> {
    let spec = pipeline::load_spec(directory)?;
    let options = Options { seed, ..Options::for_wire(&spec.wire) };
    let plan = suite::plan(&spec.contract, &spec.bindings, &options);
    Ok((spec, plan))
}

fn unknown(what: &str, cases: &[String]) -> Failure {
    let near = |known: &&str| strsim::damerau_levenshtein(what, known);
    let codes = suite::CODES.iter().copied();
    let nearest = codes
        .chain(cases.iter().map(String::as_str))
        .min_by_key(near)
        .filter(|known| near(known) * 3 <= what.chars().count());
    let help = match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None if cases.is_empty() => {
            "codes stand in brackets behind `error`; for a case, say where to look: --spec specs/aliyun-image"
                .into()
        }
        None => {
            "codes stand in brackets behind `error`, case ids behind `case`; cases depend on --seed".into()
        }
    };
    Failure::usage(format!("`{what}` is neither a code nor a case"), help)
}

/// Text of doc comments, without the space that each line begins with.
fn unindented(text: &str) -> String {
    text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}
