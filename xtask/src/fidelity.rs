//! How faithfully what is read agrees with the vendors' own machine-readable facts.

use std::path::Path;
use std::process::Command;

use contract::Contract;

/// The least that must agree, in percent, by the words that begin the scorer's lines.
type Bounds = [(&'static str, f64); 3];

/// The corpora, the vendors' facts beside them, and the bounds.
const CORPORA: [(&str, &str, Bounds); 2] = [
    (
        "corpus/ucloud",
        "truth/ucloud.json",
        [("vendor names found on pages", 97.5), ("types agree", 99.9), ("presence agrees", 99.7)],
    ),
    (
        "corpus/aliyun",
        "truth/aliyun-ecs.json",
        [("page names known to vendor", 99.6), ("types agree", 99.9), ("presence agrees", 99.9)],
    ),
];

/// Scores a reading with the scorer that lies beside the corpus, where there is one.
pub(crate) fn check(path: &Path, folder: &str, contract: &Contract) -> Result<(), String> {
    let Some((_, truth, bounds)) = CORPORA.iter().find(|(corpus, ..)| *corpus == folder) else {
        return Ok(());
    };
    let (scorer, truth) = (path.join("tools/score_fidelity.py"), path.join(truth));
    if !scorer.is_file() || !truth.is_file() {
        eprintln!("{folder}: not scored, the vendor's facts are not there");
        return Ok(());
    }
    let json = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    serde_json::to_writer(&json, contract).map_err(|error| error.to_string())?;
    let output = Command::new("python3").arg(&scorer).arg(json.path()).arg(&truth).output();
    let output = output.map_err(|error| format!("python3 can't be started: {error}; the scorer needs it"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    eprint!("{said}");
    for (figure, least) in bounds {
        let line = said.lines().find(|line| line.starts_with(figure));
        let percent =
            line.and_then(|line| line.rsplit_once("= ")?.1.trim_end_matches(" %").parse::<f64>().ok());
        match percent {
            Some(percent) if percent >= *least => {}
            Some(percent) => return Err(format!("{folder}: {figure}: {percent} %, at least {least} % must")),
            None => return Err(format!("{folder}: the scorer does not say: {figure}")),
        }
    }
    Ok(())
}
