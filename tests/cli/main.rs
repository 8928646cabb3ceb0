//! The program as people and scripts meet it: exit codes, hints, streams and colours.

mod control;
mod program;
mod service;

use program::{doctract, spec};

#[test]
fn help_names_every_exit_code() {
    let run = doctract(&["--help"]);
    assert_eq!(run.code, 0);
    for name in ["held", "broken", "usage", "pages", "unreachable", "internal"] {
        assert!(run.out.contains(name), "{name} is not explained:\n{}", run.out);
    }
}

#[test]
fn a_wrong_flag_is_usage_and_gets_a_hint() {
    let run = doctract(&["verify", "x", "--sever", "http://127.0.0.1:1"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--server"), "{}", run.err);
}

#[test]
fn two_targets_are_usage() {
    let run = doctract(&["verify", "x", "--embedded", "--in-process"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("cannot be used with"), "{}", run.err);
}

#[test]
fn a_wrong_path_is_usage_and_gets_a_hint() {
    let wrong = spec("aliyun-imag");
    for arguments in [["ir", &wrong], ["verify", &wrong]] {
        let run = doctract(&arguments);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains("did you mean"), "{}", run.err);
        assert!(run.out.is_empty());
    }
}

#[test]
fn a_folder_of_specs_is_no_spec_but_names_them() {
    let run = doctract(&["verify", &spec("")]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("aliyun-image-web"), "{}", run.err);
}

#[test]
fn a_wrong_fault_gets_the_nearest_name() {
    let run = doctract(&["verify", &spec("aliyun-image"), "--fault", "length-max-of-by-one"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("`length-max-off-by-one`"), "{}", run.err);
    let list = doctract(&["verify", "--list-faults"]);
    assert_eq!(list.code, 0);
    assert!(list.out.contains("length-max-off-by-one"));
}

#[test]
fn a_server_that_is_no_url_is_usage() {
    let run = doctract(&["verify", &spec("aliyun-image"), "--server", "127.0.0.1:8080"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("http://"), "{}", run.err);
}

#[test]
fn nobody_listening_is_unreachable_and_no_failure() {
    let run =
        doctract(&["verify", &spec("aliyun-image"), "--server", "http://127.0.0.1:9", "--timeout", "2"]);
    assert_eq!(run.code, 4, "{}\n{}", run.out, run.err);
    assert!(run.out.contains(" 0 failed"), "{}", run.out);
}

#[test]
fn a_choice_of_no_case_is_usage() {
    let run = doctract(&["verify", &spec("aliyun-image"), "--in-process", "--only", "NoSuchOperation"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--only"), "{}", run.err);
}

#[test]
fn ir_prints_an_outline_json_figures_and_a_schema() {
    let pages = spec("aliyun-image/pages");
    let outline = doctract(&["ir", &pages]);
    assert_eq!(outline.code, 0, "{}", outline.err);
    assert!(outline.out.contains("| CopyImage"), "{}", outline.out);
    let json = doctract(&["ir", &pages, "--format", "json"]);
    let contract: serde_json::Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(contract["contract_version"], 1);
    let summary = doctract(&["ir", &pages, "--format", "summary"]);
    assert!(summary.out.contains(" used + "), "{}", summary.out);
    let schema = doctract(&["ir", "--schema"]);
    let schema: serde_json::Value = serde_json::from_str(&schema.out).expect("it is JSON");
    assert_eq!(schema["title"], "Contract");
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let arguments = ["ir", &spec("aliyun-image/pages"), "--format", "summary"];
    assert!(!doctract(&arguments).out.contains('\x1b'), "a pipe is coloured");
    let always = [&arguments[..], &["--color", "always"]].concat();
    assert!(doctract(&always).out.contains('\x1b'));
    let never = [&arguments[..], &["--color", "never"]].concat();
    assert!(!doctract(&never).out.contains('\x1b'));
}

#[test]
fn explain_knows_codes_and_corrects_mistyped_ones() {
    let run = doctract(&["explain", "reader/unknown-type"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("vocabulary"), "{}", run.out);
    let code = suite::CODES[0];
    assert_eq!(doctract(&["explain", code]).code, 0);
    let wrong = doctract(&["explain", &format!("{code}x"), "--spec", &spec("aliyun-image")]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains(&format!("`{code}`")), "{}", wrong.err);
}

#[test]
fn generate_makes_a_crate_and_leaves_foreign_folders_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("new");
    let shown = out.display().to_string();
    let run = doctract(&["generate", &spec("aliyun-image"), "--out", &shown]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(out.join("src/lib.rs").is_file());
    let check = doctract(&["generate", &spec("aliyun-image"), "--out", &shown, "--check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    std::fs::write(out.join("src/lib.rs"), "").expect("is written");
    let check = doctract(&["generate", &spec("aliyun-image"), "--out", &shown, "--check"]);
    assert_eq!(check.code, 1);
    assert!(check.out.contains("different src/lib.rs"), "{}", check.out);
    let foreign = folder.path().display().to_string();
    std::fs::write(folder.path().join("letter.txt"), "dear").expect("is written");
    let run = doctract(&["generate", &spec("aliyun-image"), "--out", &foreign]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(folder.path().join("letter.txt").is_file());
}

#[test]
fn a_fault_is_found_quoted_and_written_to_every_report() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().join("made").display().to_string();
    let spec = spec("aliyun-image-web");
    let only = ["--only", "CopyImage/*/length/*", "--fault", "length-max-off-by-one"];
    let run = doctract(&[&["verify", &spec, "--report", &report][..], &only].concat());
    assert_eq!(run.code, 1, "{}\n{}", run.out, run.err);
    assert!(run.out.contains("error[verify/length-not-enforced]"), "{}", run.out);
    assert!(run.out.contains("pages/CopyImage"), "{}", run.out);
    let text = |name: &str| std::fs::read_to_string(folder.path().join("made").join(name)).expect(name);
    assert!(text("report.html").contains("verify/length-not-enforced"));
    assert!(text("junit.xml").contains("verify/length-not-enforced"));
    let json: serde_json::Value = serde_json::from_str(&text("report.json")).expect("it is JSON");
    assert_eq!(json["specs"][0]["spec"], "aliyun-image-web");
}

#[test]
fn plain_lines_keep_to_the_plan_however_many_requests_are_under_way() {
    let lines = |concurrency: &str| {
        let spec = spec("aliyun-image-web");
        let arguments = ["verify", &spec, "--in-process", "--format", "plain", "--concurrency", concurrency];
        let run = doctract(&arguments);
        assert_eq!(run.code, 0, "{}\n{}", run.out, run.err);
        run.out.lines().filter(|line| line.starts_with("held  ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let one = lines("1");
    assert!(one.len() > 50, "{one:?}");
    assert_eq!(one, lines("16"));
}

#[test]
fn machines_get_their_format_alone_on_standard_output() {
    let spec = spec("aliyun-image-web");
    let run = doctract(&["verify", &spec, "--in-process", "--format", "json", "--only", "CopyImage/accept"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(json["report_version"], 1);
    let run = doctract(&["verify", &spec, "--in-process", "--format", "junit", "--only", "CopyImage/accept"]);
    assert!(run.out.starts_with("<?xml"), "{}", run.out);
}

#[test]
fn a_case_is_explained_by_the_words_that_it_tests() {
    let case = "CopyImage/DestinationImageName/length/max+1";
    let run = doctract(&["explain", case, "--spec", &spec("aliyun-image-web")]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("= sends: CopyImage") && run.out.contains("pages/CopyImage"), "{}", run.out);
}

#[test]
fn findings_quote_both_places_and_are_counted() {
    let page = "# PaintFence\n\n## Request parameters\n\n|Parameter|Type|Required|Example|Description|\n|--|--|--|--|--|\n\
        |FenceId|String|Yes|f-1|The fence. |\n|Coats|Integer|No|2|COATS |\n\n## Examples\n\nSample requests\n\n\
        ```\nhttps://fences.example.com/?Action=PaintFence\n&Coats=2\n```\n";
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("PaintFence.md");
    let lint = |coats: &str, arguments: &[&str]| {
        std::fs::write(&path, page.replace("COATS", coats)).expect("is written");
        doctract(&[&["lint", &path.display().to_string()], arguments].concat())
    };
    let run = lint("The coats.", &[]);
    assert_eq!((run.code, run.err.as_str()), (0, "1 page: 0 errors, 1 warning, 0 notes\n"), "{}", run.out);
    assert!(run.out.contains("warning[lint/request-lacks-required]"), "{}", run.out);
    assert!(run.out.contains("PaintFence.md:7:17"), "the row is quoted:\n{}", run.out);
    let broken =
        lint("Minimum value: 5. Maximum value: 3.", &["--only", "lint/no-value-left", "--format", "json"]);
    assert_eq!(broken.code, 1, "{}", broken.err);
    let findings: serde_json::Value = serde_json::from_str(&broken.out).expect("is JSON");
    assert_eq!(findings.as_array().map(Vec::len), Some(1), "{}", broken.out);
    assert_eq!(findings[0]["related"][0]["line"], 8);
}
