//! `doctract verify`: specs held to a target, one after the other; one verdict for all.

mod done;
mod interruption;
mod progress;
mod session;
mod target;

use crate::arguments::{Verify, VerifyFormat};
use crate::exit::{Exit, Failure};
use crate::output::{look, say, tell};
use crate::{faults, paths, runtime};
use done::Done;
use interruption::Interruption;

pub(crate) fn run(verify: &Verify) -> Result<Exit, Failure> {
    if verify.list_faults {
        say(&faults::list());
        return Ok(Exit::Held);
    }
    let faults = faults::named(&verify.faults)?;
    let specs = verify.specs.iter().map(|spec| paths::spec(spec)).collect::<Result<Vec<_>, _>>()?;
    let done = runtime()?.block_on(async {
        let interruption = Interruption::listen();
        let mut done = Vec::new();
        for spec in &specs {
            let one = session::verify(verify, spec, &faults, &interruption).await?;
            tell_of(&one, verify);
            let interrupted = one.interrupted;
            done.push(one);
            if interrupted {
                tell("interrupted: what was done so far is reported\n");
                break;
            }
        }
        Ok::<_, Failure>(done)
    })?;
    conclude(verify, &done)
}

/// What is said of one spec as soon as it is done.
fn tell_of(done: &Done<'_>, verify: &Verify) {
    /// More than this nobody reads on a terminal; the report has all.
    const MOST: usize = 25;
    let evidence = done.evidence();
    match verify.format {
        VerifyFormat::Human => {
            say(&report::failures(&evidence, look(), MOST));
            say(&report::verdict_line(&evidence, look()));
        }
        VerifyFormat::Plain => say(&report::verdict_line(&evidence, look())),
        VerifyFormat::Json | VerifyFormat::Junit => tell(&report::verdict_line(&evidence, look())),
    }
}

/// Writes the reports, and decides how the program ends.
fn conclude(verify: &Verify, done: &[Done<'_>]) -> Result<Exit, Failure> {
    let evidence: Vec<_> = done.iter().map(Done::evidence).collect();
    match verify.format {
        VerifyFormat::Human | VerifyFormat::Plain => {}
        VerifyFormat::Json => say(&report::json(&evidence)?),
        VerifyFormat::Junit => say(&report::junit(&evidence)?),
    }
    if let Some(folder) = &verify.report {
        let files = [
            ("report.html", report::html(&evidence)?),
            ("report.json", report::json(&evidence)?),
            ("junit.xml", report::junit(&evidence)?),
        ];
        let on_disk = |error: std::io::Error| {
            Failure::usage(format!("the report can't be written: {error}"), "check --report")
        };
        std::fs::create_dir_all(folder).map_err(on_disk)?;
        for (name, text) in files {
            std::fs::write(folder.join(name), text).map_err(on_disk)?;
        }
        tell(&format!("report: {}\n", folder.join("report.html").display()));
    }
    Ok(exit(done))
}

/// A broken promise outweighs a target that is not there.
fn exit(done: &[Done<'_>]) -> Exit {
    if !done.iter().all(|one| one.run.is_clean()) {
        Exit::Broken
    } else if done.iter().any(|one| one.run.is_unreachable()) {
        Exit::Unreachable
    } else if done.iter().any(|one| one.interrupted) {
        Exit::Interrupted
    } else {
        Exit::Held
    }
}
