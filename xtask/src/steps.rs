//! Running other commands, one after the other, and saying which and how long.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Runs a command in `root`. Its output is the user's; a failure names the command to run alone.
pub(crate) fn step(
    root: &Path,
    name: &str,
    program: &str,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Result<(), String> {
    eprintln!("── {name}: {program} {}", arguments.join(" "));
    let begin = Instant::now();
    let status = Command::new(program)
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(root)
        .status()
        .map_err(|error| format!("{program} can't be started: {error}; is it installed?"))?;
    if !status.success() {
        return Err(format!("{name} failed; run `{program} {}` to see it alone", arguments.join(" ")));
    }
    eprintln!("   {name}: {:.1} s", begin.elapsed().as_secs_f64());
    Ok(())
}
