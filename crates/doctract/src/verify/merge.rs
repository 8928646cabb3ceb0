//! `doctract merge`: the shards of one run, joined from their journals.

use std::path::{Path, PathBuf};

use pipeline::Spec;
use runner::{Context, Earlier, Heading, Journal, Shard};

use super::done::Done;
use super::{baseline, folder};
use crate::exit::Failure;

/// The shards of one spec.
pub(super) struct Shards {
    heading: Heading,
    joined: Earlier,
    there: Vec<Shard>,
}

/// The shards in these folders, by spec.
pub(super) fn gather(reports: &[PathBuf]) -> Result<Vec<Shards>, Failure> {
    let mut gathered: Vec<Shards> = Vec::new();
    for report in reports {
        let journals = folder::journals(report);
        if journals.is_empty() {
            let what = format!("{} holds no journal", report.display());
            return Err(Failure::usage(what, "give the folders that `doctract verify --report` wrote"));
        }
        for path in journals {
            let (heading, earlier) = Journal::read(&path).map_err(folder::journal_failure)?;
            take(&mut gathered, &path, heading, earlier)?;
        }
    }
    Ok(gathered)
}

impl Shards {
    /// The folder of the spec that they are of.
    pub(super) fn directory(&self) -> &Path {
        Path::new(&self.heading.directory)
    }
}

/// Adds a journal to those of its spec.
fn take(gathered: &mut Vec<Shards>, path: &Path, heading: Heading, earlier: Earlier) -> Result<(), Failure> {
    let shard = heading.shard;
    let Some(shards) = gathered.iter_mut().find(|shards| shards.heading.spec == heading.spec) else {
        gathered.push(Shards { heading, joined: earlier, there: vec![shard] });
        return Ok(());
    };
    shards.heading.same_whole(&heading, path).map_err(folder::journal_failure)?;
    if shards.there.contains(&shard) {
        let what =
            format!("shard {shard} of {} is there twice; the second is {}", heading.spec, path.display());
        return Err(Failure::usage(what, "give each shard's folder once"));
    }
    shards.there.push(shard);
    shards.joined.done.extend(earlier.done);
    shards.joined.took_ms = shards.joined.took_ms.max(earlier.took_ms);
    shards.joined.requests += earlier.requests;
    Ok(())
}

/// The run that the shards are together.
pub(super) fn join<'a>(spec: &'a Spec, shards: Shards, known: Option<&Path>) -> Result<Done<'a>, Failure> {
    let Shards { heading, joined, there } = shards;
    let usual = suite::Options::for_wire(&spec.wire);
    let plan_options = suite::Options { seed: heading.seed, random: heading.random, ..usual };
    let plan = suite::plan(&spec.contract, &spec.bindings, &plan_options);
    if runner::fingerprint(&plan) != heading.plan {
        let what = format!("the pages of {} are no longer those that the shards were held to", spec.name);
        return Err(Failure::usage(what, "merge where the pages are the same, or run the shards again"));
    }
    let options = runner::Options {
        only: heading.only.clone(),
        skip: heading.skip.clone(),
        ..runner::Options::default()
    };
    let selects = options.clone();
    let context = Context {
        spec: &spec.name,
        contract: &spec.contract,
        wire: &spec.wire,
        credentials: None,
        seed: heading.seed,
        options,
    };
    let missing: Vec<Shard> = heading.shard.siblings().filter(|shard| !there.contains(shard)).collect();
    let reason = |case: &str| {
        let shard = heading.shard.siblings().find(|shard| shard.takes(case))?;
        selects.selects(case).then(|| {
            let there = if missing.contains(&shard) { "is not among the reports" } else { "ended before it" };
            format!("not run: shard {shard} {there}")
        })
    };
    let run = runner::so_far(&plan, joined, &context, &heading.target, reason);
    let known = baseline::weigh(known, &run)?;
    let ended_early = (!missing.is_empty()).then(|| {
        let missing: Vec<String> = missing.iter().map(Shard::to_string).collect();
        format!("shards {} are not among the reports", missing.join(", "))
    });
    let (directory, command) = (heading.directory, heading.command);
    Ok(Done { spec, directory, command, ended_early, known, interrupted: false, run })
}
