//! A run under control: parts, budgets, journals, known failures, and a stop at any moment.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::{Ran, doctract, doctract_with, spec};
use crate::service::Service;

/// What became of each case, as a report tells it.
fn outcomes(report: &Path) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(report.join("report.json")).expect("a report");
    let report: Value = serde_json::from_str(&text).expect("it is JSON");
    let specs = report["specs"].as_array().expect("specs");
    let outcomes = specs.iter().flat_map(|spec| spec["outcomes"].as_array().expect("outcomes"));
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    outcomes.map(|outcome| (text(&outcome["case"]), text(&outcome["class"]["class"]))).collect()
}

/// Facts and how far the run got with them.
fn coverage(report: &Path) -> Value {
    let text = std::fs::read_to_string(report.join("report.json")).expect("a report");
    let report: Value = serde_json::from_str(&text).expect("it is JSON");
    report["specs"][0]["coverage"].clone()
}

fn lines(run: &Ran) -> Vec<&str> {
    assert_eq!(run.code, 0, "{}", run.err);
    run.out.lines().collect()
}

#[test]
fn shards_are_disjoint_and_together_the_whole() {
    for name in ["aliyun-image", "ucloud-image"] {
        let spec = spec(name);
        let usual = ["verify", &spec, "--list", "--seed", "5", "--budget", "2000"];
        let list = |arguments: &[&str]| doctract(&[&usual[..], arguments].concat());
        let whole = list(&[]);
        for workers in ["1", "2", "8"] {
            assert_eq!(list(&["--concurrency", workers]).out, whole.out, "the list depends on the workers");
        }
        assert_eq!(list(&["--shard", "1/1"]).out, whole.out);
        let parts = ["1/3", "2/3", "3/3"].map(|shard| list(&["--shard", shard]));
        let mut joined: Vec<&str> = parts.iter().flat_map(lines).collect();
        let mut all = lines(&whole);
        assert_eq!(all.len(), 2000);
        assert!(all.iter().filter(|line| line.contains("/random/")).count() > 1000);
        joined.sort_unstable();
        all.sort_unstable();
        assert_eq!(joined, all);
    }
}

#[test]
fn a_budget_is_spent_on_random_cases_within_and_without() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().display().to_string();
    let spec = spec("aliyun-image-web");
    let run = |more: &[&str]| {
        let usual = ["verify", &spec, "--in-process", "--report", &report, "--seed", "3"];
        doctract(&[&usual[..], more].concat())
    };
    let planned = {
        assert_eq!(run(&[]).code, 0);
        outcomes(folder.path())
    };
    assert_eq!(run(&["--budget", "600"]).code, 0);
    let all = outcomes(folder.path());
    assert_eq!(all.len(), 600);
    assert!(planned.iter().all(|(case, class)| all[case] == *class), "what is planned goes first");
    let random = all.iter().filter(|(case, _)| case.contains("Image/random/"));
    assert_eq!(random.clone().count(), 600 - planned.len());
    assert!(random.clone().all(|(_, class)| class == "held"), "{random:?}");
    let listed = doctract(&["verify", &spec, "--list", "--seed", "3", "--budget", "600"]);
    let of_family = |family: &str| {
        let family = format!(r#""family":"{family}""#);
        lines(&listed).into_iter().filter(|line| line.contains("/random/") && line.contains(&family)).count()
    };
    assert!(of_family("accept") > 100 && of_family("reject") > 100);
    assert_eq!(run(&["--budget", "10"]).code, 0);
    assert_eq!(outcomes(folder.path()).len(), 10);
    assert_eq!(run(&["--budget", "3s"]).code, 0);
    let timed = outcomes(folder.path());
    assert!(timed.len() > planned.len() + 50, "{} cases in 3 s", timed.len());
    let last = timed.keys().rfind(|case| case.contains("/random/")).expect("a random case");
    assert_eq!(run(&["--only", last]).code, 0);
    assert_eq!(outcomes(folder.path()).keys().collect::<Vec<_>>(), [last]);
    // Nobody looks for what is not there until the time is over.
    let none = doctract(&["verify", &spec, "--in-process", "--only", "CopyImage/example", "--budget", "10m"]);
    assert_eq!(none.code, 0, "{}", none.err);
}

#[test]
fn joined_shards_are_the_run_that_was_parted() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let spec = spec("aliyun-image-web");
    let at = |name: &str| folder.path().join(name);
    let run = |name: &str, shard: &str| {
        let report = at(name).display().to_string();
        let fault = ["--in-process", "--fault", "length-max-off-by-one"];
        let one = doctract(&[&["verify", &spec, "--shard", shard, "--report", &report][..], &fault].concat());
        assert!(one.code < 2, "{}", one.err);
    };
    run("whole", "1/1");
    for number in 1..=3 {
        run(&number.to_string(), &format!("{number}/3"));
    }
    let parts = ["1", "2", "3"].map(|name| at(name).display().to_string());
    let joined = at("joined").display().to_string();
    let merge = |parts: &[String]| {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        doctract(&[&["merge", "--report", &joined][..], &parts].concat())
    };
    let all = merge(&parts);
    assert_eq!(all.code, 1, "{}", all.err);
    assert!(all.out.contains("error[verify/length-not-enforced]"), "{}", all.out);
    assert_eq!(outcomes(&at("joined")), outcomes(&at("whole")));
    assert_eq!(coverage(&at("joined")), coverage(&at("whole")));
    let two = merge(&parts[..2]);
    assert!(two.out.contains("not run: shard 3/3 is not among the reports"), "{}", two.out);
    let twice = merge(&[&parts[..1], &parts[..1]].concat());
    assert_eq!(twice.code, 2);
    assert!(twice.err.contains("is there twice"), "{}", twice.err);
}

#[test]
fn a_run_that_is_killed_twenty_times_ends_like_one_that_is_not() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let spec = spec("aliyun-image");
    let report = |name: &str| folder.path().join(name).display().to_string();
    let undisturbed = Service::start("aliyun-image", &["--fault", "length-max-off-by-one"]);
    let whole = doctract_with(
        &undisturbed.key,
        &[
            "verify",
            &spec,
            "--server",
            &undisturbed.url,
            "--keep",
            "--report",
            &report("whole"),
            "--budget",
            "800",
        ],
    );
    assert_eq!(whole.code, 1, "{}\n{}", whole.out, whole.err);
    drop(undisturbed);
    let service = Service::start("aliyun-image", &["--fault", "length-max-off-by-one"]);
    let killed = report("killed");
    let whole = ["verify", &spec, "--server", &service.url, "--report", &killed, "--budget", "800"];
    let arguments = [&whole[..], &["--resume", "--rate", "500"]].concat();
    let journal = Path::new(&killed).join("journal/aliyun-image.jsonl");
    let size = || journal.metadata().map_or(0, |file| file.len());
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..20 {
        let before = size();
        let mut command = Command::new(env!("CARGO_BIN_EXE_doctract"));
        let mut run = command
            .args(&arguments)
            .envs(["DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"].into_iter().zip(&service.key))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        // It is killed while it works, a moment after it has begun to.
        let patience = Instant::now() + Duration::from_secs(60);
        while size() <= before && Instant::now() < patience && run.try_wait().expect("a process").is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        chance = chance.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        std::thread::sleep(Duration::from_micros(chance >> 33 & 0xffff));
        run.kill().expect("it is killed");
        run.wait().expect("it ends");
    }
    let told = std::fs::read_to_string(&journal).expect("a journal");
    let done = told.lines().filter(|line| line.contains(r#""is":"done""#)).count();
    assert!(done > 0, "nothing was done before the last kill");
    let last = doctract_with(&service.key, &[&arguments[..], &["--keep"]].concat());
    assert_eq!(last.code, 1, "{}\n{}", last.out, last.err);
    assert!(last.err.contains("cases are done already"), "{}", last.err);
    assert_eq!(outcomes(Path::new(&killed)), outcomes(Path::new(&report("whole"))));
}

#[test]
fn a_journal_of_another_run_is_no_beginning() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().display().to_string();
    let spec = spec("aliyun-image-web");
    let run = |more: &[&str]| {
        let usual = ["verify", &spec, "--in-process", "--report", &report, "--only", "CopyImage/example"];
        doctract(&[&usual[..], more].concat())
    };
    assert_eq!(run(&[]).code, 0);
    assert_eq!(run(&["--resume"]).code, 0);
    let other = run(&["--resume", "--seed", "2"]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("its seed is 1, now it is 2"), "{}", other.err);
}

#[cfg(unix)]
#[test]
fn an_interrupt_cleans_up_and_reports() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().join("made");
    let service = Service::start("aliyun-image", &[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_doctract"));
    let shown = report.display().to_string();
    let run = command
        .args([
            "verify",
            &spec("aliyun-image"),
            "--server",
            &service.url,
            "--report",
            &shown,
            "--rate",
            "100",
        ])
        .envs(["DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"].into_iter().zip(&service.key))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let journal = report.join("journal/aliyun-image.jsonl");
    let text = || std::fs::read_to_string(&journal).unwrap_or_default();
    let patience = Instant::now() + Duration::from_secs(60);
    let begun = |text: &str| text.contains(r#""is":"made""#) && text.contains(r#""class":"held""#);
    while !begun(&text()) && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(5));
    }
    let pressed = Command::new("kill").args(["-INT", &run.id().to_string()]).status().expect("kill is there");
    assert!(pressed.success());
    let started = Instant::now();
    let ended = run.wait_with_output().expect("it ends");
    assert!(started.elapsed() < Duration::from_secs(20), "it took {:?}", started.elapsed());
    let (out, err) = (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert_eq!(ended.status.code(), Some(130), "{out}\n{err}");
    assert!(
        out.contains("ended early: interrupted") && err.contains("interrupted: what was done"),
        "{out}\n{err}"
    );
    let told = outcomes(&report);
    assert!(told.values().any(|class| class == "held") && told.values().any(|class| class == "inconclusive"));
    // What was made is removed, or told.
    let made = text().matches(r#""is":"made""#).count();
    let removed = text().matches(r#""is":"removed""#).count();
    assert!(made == removed || err.contains("could not be removed"), "{made} made, {removed} removed\n{err}");
}

#[test]
fn known_failures_fail_no_run_until_their_day() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let spec = spec("aliyun-image-web");
    let run = |known: &str, more: &[&str]| {
        let file = folder.path().join("known.toml");
        std::fs::write(&file, known).expect("is written");
        let file = file.display().to_string();
        let usual = ["verify", &spec, "--in-process", "--only", "CopyImage/*/length/*", "--baseline", &file];
        doctract(&[&usual[..], more].concat())
    };
    let fault = ["--fault", "length-max-off-by-one"];
    let entry = |case: &str, expires: &str| {
        format!("[[known]]\ncase = \"{case}\"\nreason = \"ticket 4711\"\nexpires = {expires}\n")
    };
    let excused = run(&entry("*/max+1", "9999-12-31"), &fault);
    assert_eq!(excused.code, 0, "{}\n{}", excused.out, excused.err);
    assert!(excused.out.contains("2 failed (2 known)"), "{}", excused.out);
    assert!(excused.out.contains("known: ticket 4711"), "{}", excused.out);
    let half = run(&entry("CopyImage/DestinationImageName/length/max+1", "9999-12-31"), &fault);
    assert_eq!(half.code, 1, "{}", half.out);
    let expired = run(&entry("*/max+1", "2020-01-01"), &fault);
    assert_eq!(expired.code, 1);
    assert!(expired.err.contains("baseline: `*/max+1` has expired on 2020-01-01"), "{}", expired.err);
    let mended = run(&entry("*/max+1", "9999-12-31"), &[]);
    assert_eq!(mended.code, 0);
    assert!(mended.err.contains("baseline: `*/max+1` holds now"), "{}", mended.err);
    let wrong = run("[[known]]\ncase = \"x\"\n", &[]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("is no baseline"), "{}", wrong.err);
}

#[test]
fn fields_that_no_page_documents_are_ignored_noted_or_fail() {
    let spec = spec("aliyun-image-web");
    let run = |undocumented: &[&str]| {
        let usual =
            ["verify", &spec, "--in-process", "--fault", "undocumented-field", "--only", "CopyImage/accept"];
        doctract(&[&usual[..], undocumented].concat())
    };
    let told = "which the page does not document";
    let ignored = run(&[]);
    assert!(ignored.code == 0 && !ignored.out.contains(told), "{}", ignored.out);
    let noted = run(&["--undocumented", "note"]);
    assert_eq!(noted.code, 0, "{}", noted.out);
    assert_eq!(noted.out.matches(told).count(), 1, "{}", noted.out);
    assert!(noted.out.contains("note[verify/field-undocumented]"), "{}", noted.out);
    let failed = run(&["--undocumented", "fail"]);
    assert_eq!(failed.code, 1, "{}", failed.out);
    assert!(failed.out.contains("error[verify/field-undocumented]"), "{}", failed.out);
    assert!(failed.out.contains("--undocumented fail --seed"), "{}", failed.out);
}

#[test]
fn code_review_finds_the_line_of_the_page() {
    let spec = spec("aliyun-image-web");
    let only = ["--in-process", "--only", "CopyImage/*/length/*", "--fault", "length-max-off-by-one"];
    let run = doctract(&[&["verify", &spec, "--format", "sarif"][..], &only].concat());
    let log: Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(log["version"], "2.1.0");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "verify/length-not-enforced");
    let place = &result["locations"][0]["physicalLocation"];
    let page = format!("{spec}/pages/CopyImage.txt");
    let text = std::fs::read_to_string(&page).expect("a page");
    let number = |name: &str| place["region"][name].as_u64().expect("a number") as usize;
    let line = text.lines().nth(number("startLine") - 1).expect("the line is there");
    let words: String = line
        .chars()
        .skip(number("startColumn") - 1)
        .take(number("endColumn") - number("startColumn"))
        .collect();
    assert_eq!(words, "长度为2~128个英文或中文字符");
}

#[test]
fn no_artefact_holds_the_secret() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut told = BTreeSet::new();
    for (name, fault) in
        [("aliyun-image", "signature-not-checked"), ("ucloud-image", "signature-not-checked")]
    {
        let service = Service::start(name, &["--fault", fault]);
        let secret = &service.key[1];
        assert!(secret.len() > 8, "{secret}");
        for format in ["human", "plain", "json", "junit", "sarif"] {
            let report = folder.path().join(format!("{name}-{format}"));
            let shown = report.display().to_string();
            let spec = spec(name);
            let run = doctract_with(
                &service.key,
                &[
                    "verify",
                    &spec,
                    "--server",
                    &service.url,
                    "--keep",
                    "--report",
                    &shown,
                    "--format",
                    format,
                ],
            );
            assert_eq!(run.code, 1, "{}", run.err);
            assert!(!run.out.contains(secret.as_str()) && !run.err.contains(secret.as_str()), "{format}");
            for path in files(&report) {
                let text = std::fs::read_to_string(&path).expect("it is text");
                assert!(!text.contains(secret.as_str()), "{} holds the secret", path.display());
                told.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
            }
        }
    }
    let all = [
        "aliyun-image.jsonl",
        "junit.xml",
        "report.html",
        "report.json",
        "report.sarif",
        "ucloud-image.jsonl",
    ];
    assert_eq!(told.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
