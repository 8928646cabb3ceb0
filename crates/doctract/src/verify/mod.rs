//! `doctract verify`: specs held to a target, one after the other; one verdict for all. `doctract merge` ends the same way.

mod baseline;
mod done;
mod folder;
mod interruption;
mod merge;
mod progress;
mod session;
mod target;

use std::collections::BTreeSet;
use std::path::Path;

use crate::arguments::{Merge, Verify, VerifyFormat};
use crate::exit::{Exit, Failure};
use crate::output::{look, say, tell};
use crate::{faults, paths, runtime, runtime_of_one_thread};
use done::Done;

pub(crate) fn run(verify: &Verify) -> Result<Exit, Failure> {
    if verify.list_faults {
        say(&faults::list());
        return Ok(Exit::Held);
    }
    let faults = faults::named(&verify.faults)?;
    baseline::read(verify.baseline.as_deref())?;
    let specs = verify.specs.iter().map(|spec| paths::spec(spec)).collect::<Result<Vec<_>, _>>()?;
    if verify.list {
        for spec in &specs {
            say(&session::list(verify, spec)?);
        }
        return Ok(Exit::Held);
    }
    let runtime = if verify.target.server.is_some() { runtime_of_one_thread()? } else { runtime()? };
    let done = runtime.block_on(async {
        let stop = interruption::listen();
        let mut done = Vec::new();
        for spec in &specs {
            let one = session::verify(verify, spec, &faults, &stop).await?;
            tell_of(&one, verify.format);
            let interrupted = one.interrupted;
            done.push(one);
            if interrupted {
                tell("interrupted: what was done so far is reported\n");
                break;
            }
        }
        Ok::<_, Failure>(done)
    })?;
    conclude(&done, verify.format, verify.report.as_deref())
}

/// `doctract merge`.
pub(crate) fn merge(merge: &Merge) -> Result<Exit, Failure> {
    let gathered = merge::gather(&merge.reports)?;
    let specs =
        gathered.iter().map(|shards| paths::spec(shards.directory())).collect::<Result<Vec<_>, _>>()?;
    let mut done = Vec::new();
    for (spec, shards) in specs.iter().zip(gathered) {
        let one = merge::join(spec, shards, merge.baseline.as_deref())?;
        if merge.format == VerifyFormat::Human {
            let mut told = BTreeSet::new();
            let failed = one.run.failures();
            failed
                .for_each(|(outcome, _)| say(&report::failure(&one.evidence(), outcome, &mut told, look())));
        }
        tell_of(&one, merge.format);
        done.push(one);
    }
    conclude(&done, merge.format, merge.report.as_deref())
}

/// What is said of one spec as soon as it is done.
fn tell_of(done: &Done<'_>, format: VerifyFormat) {
    let evidence = done.evidence();
    match format {
        VerifyFormat::Human => {
            say(&report::notes(&evidence, look()));
            say(&report::obstacles(&evidence, look()));
            say(&report::recap(&evidence, look()));
            say(&report::verdict_line(&evidence, look()));
        }
        VerifyFormat::Plain => say(&report::verdict_line(&evidence, look())),
        VerifyFormat::Json | VerifyFormat::Junit | VerifyFormat::Sarif => {
            tell(&report::verdict_line(&evidence, look()));
        }
    }
    done.known.remarks.iter().for_each(|remark| tell(&format!("baseline: {remark}\n")));
}

/// Writes the reports, and decides how the program ends.
fn conclude(done: &[Done<'_>], format: VerifyFormat, folder: Option<&Path>) -> Result<Exit, Failure> {
    let evidence: Vec<_> = done.iter().map(Done::evidence).collect();
    match format {
        VerifyFormat::Human | VerifyFormat::Plain => {}
        VerifyFormat::Json => say(&report::json(&evidence)?),
        VerifyFormat::Junit => say(&report::junit(&evidence)?),
        VerifyFormat::Sarif => say(&report::sarif(&evidence)?),
    }
    if let Some(folder) = folder {
        folder::write(folder, &evidence)?;
    }
    Ok(exit(done))
}

/// A broken promise outweighs a target that is not there.
fn exit(done: &[Done<'_>]) -> Exit {
    if !done.iter().all(Done::is_clean) {
        Exit::Broken
    } else if done.iter().any(|one| one.run.is_unreachable()) {
        Exit::Unreachable
    } else if done.iter().any(|one| one.interrupted) {
        Exit::Interrupted
    } else {
        Exit::Held
    }
}
