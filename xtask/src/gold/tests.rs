//! Labels are read, printed and compared by what they mean; cells are drawn and scored.

use contract::Confidence;

use super::cells::{self, Cell};
use super::found::Found;
use super::label::Label;
use super::meaning::{self, Own};
use super::rows::Row;
use super::score::Outcome;
use super::{merge, parse, sample};

fn meant(text: &str) -> Vec<String> {
    let own = Own { name: "Size", integer: true };
    let labels = parse::labels(text).expect(text).into_iter().map(|label| (label, ())).collect();
    let mut meant: Vec<String> =
        meaning::of(labels, own).into_iter().map(|(label, ())| label.to_string()).collect();
    meant.sort();
    meant
}

#[test]
fn what_is_printed_is_read_again() {
    for text in [
        "length 2..128 chars",
        "length ..16384 bytes",
        "range (0..1]",
        "range 1..",
        "range -1.5..",
        "step 0.001",
        r#"one_of A|"HTTP/2; x"|"a|b""#,
        "default none",
        r#"default "none""#,
        r#"default "a if b""#,
        "count ..20",
        "starts_with letters chinese",
        "not_starts_with http:// https://",
        "not_contains space http://",
        r#"charset letters digits _ - : ";" "?" "\"""#,
        "pattern ^[a-z]+$",
        "format base64",
        "range 5..2000 if DataDisk.N.Category=cloud|cloud_ssd & !SnapshotId",
        "@Period one_of 1|2|3 if PeriodUnit!=Week",
        "required_if A=x & B",
        "effective_if other",
        "exactly_one A B",
        "requires A=x",
        "at_least A",
        "other cannot end with - if it is long",
        "nothing?",
    ] {
        let printed = |text: &str| {
            let labels = parse::labels(text).expect(text);
            labels.iter().map(Label::to_string).collect::<Vec<_>>().join("; ")
        };
        let once = printed(text);
        assert_eq!(printed(&once), once, "{text}");
        assert_eq!(meant(&once), meant(text), "{text}");
    }
}

#[test]
fn many_ways_to_say_it_mean_the_same() {
    for (one, other) in [
        ("range (0..", "range 1.."),
        ("range 1..; range ..100", "range 1..100"),
        ("length ..64 chars; length 1.. chars", "length 1..64 chars"),
        ("length ..64 bytes; length 1.. chars", "length 1..64 bytes"),
        ("count 1..20", "count ..20"),
        ("one_of 1..3", "one_of 3|2|1"),
        ("requires A", "@A required_if Size"),
        ("requires A=x if B=y", "@A one_of x if B=y"),
        ("effective_if A=x", "ignored_if A!=X"),
        ("exactly_one A B", "exclusive A B; one_of_params B A"),
        ("exclusive A", "exclusive Size A"),
        ("required_if A if B", "required_if A & B"),
        ("required_if !A", "one_of_params A"),
        ("requires !A", "exclusive A"),
        ("starts_with letters; charset digits _", "charset letters digits _; starts_with letters"),
        ("charset ascii", "format ascii"),
        ("not_contains a; not_contains b", "not_contains a b"),
        ("default 1 if Tag.1.Key=A", "default 1 if tag.n.key=a"),
    ] {
        assert_eq!(meant(one), meant(other));
    }
}

#[test]
fn what_differs_stays_different() {
    for (one, other) in [
        ("range 1..100", "range 1..100 if A=x"),
        ("range 1..100", "@B range 1..100"),
        ("one_of A|B", "one_of a|b"),
        ("length 1..5 chars", "length 1..5 bytes"),
        ("default none", r#"default "none""#),
        ("required_if A", "required_if !A"),
    ] {
        assert_ne!(meant(one), meant(other));
    }
}

#[test]
fn what_is_no_label_is_refused() {
    for text in [
        "",
        "nothing; default 1",
        "length 1..5",
        "length 5..1 chars",
        "format xml",
        "charset letter",
        "one_of A||B",
        "default \"x",
        "range",
        "lenght 1..5 chars",
    ] {
        assert!(parse::labels(text).is_err(), "{text}");
    }
}

const PAGE: &str = "# PaintFence\n\n## 请求参数\n\n|名称|类型|是否必选|示例值|描述|\n|--|--|--|--|--|\n\
    |Colour|String|否|red|颜色。长度为2~8个字符。默认值：red。 |\n|Coats|Integer|否|1|层数。取值范围：1~3。 |\n\n\
    ## 返回数据\n\n|名称|类型|示例值|描述|\n|--|--|--|--|\n|RequestId|String|A-1|请求ID。 |\n";

/// The cells of a made-up page, and what is read from it.
fn page() -> (Vec<Cell>, Found) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("PaintFence.md"), PAGE).expect("is written");
    let reading = pipeline::read_paths(&[folder.path().to_owned()]).expect("can be read");
    let operation = reading.contract.operations.first().expect("an operation");
    (cells::of("aliyun", operation), Found::on(operation))
}

fn outcome(name: &str, labels: &str) -> Outcome {
    let (cells, found) = page();
    let cell = cells.iter().find(|cell| cell.parameter == name).expect(name);
    Outcome::of(parse::labels(labels).expect(labels), found.at(&cell.at), cell)
}

#[test]
fn what_is_read_and_stated_counts_for_both() {
    let all = outcome("Colour", "length 2..8 chars; default red");
    assert!(all.read.len() == 2 && all.read.iter().all(|(.., stated)| *stated), "{all:?}");
    assert!(all.stated.len() == 2 && all.stated.iter().all(|(_, read)| *read), "{all:?}");
    assert!(all.read.iter().all(|(_, confidence, _)| *confidence == Confidence::Certain), "{all:?}");
}

#[test]
fn what_is_not_stated_and_what_is_not_read_is_found() {
    let other = outcome("Coats", "range 1..4; step 1");
    assert_eq!(other.read.iter().filter(|(.., stated)| !stated).count(), 1, "{other:?}");
    assert_eq!(other.stated.iter().filter(|(_, read)| !read).count(), 2, "{other:?}");
    let none = outcome("Coats", "nothing");
    assert!(none.stated.is_empty() && none.read.len() == 1, "{none:?}");
}

#[test]
fn what_is_doubtful_is_not_scored() {
    for labels in ["range 1..4?", "nothing?"] {
        let doubtful = outcome("Coats", labels);
        assert!(
            doubtful.read.is_empty() && doubtful.stated.is_empty() && doubtful.aside == 1,
            "{doubtful:?}"
        );
    }
    let beyond = outcome("Coats", "range 1..3; other no coat twice; default 1 if other");
    assert!(beyond.read.len() == 1 && beyond.stated.len() == 1 && beyond.aside == 2, "{beyond:?}");
}

#[test]
fn a_seed_draws_the_same_cells() {
    let draw = |seed| {
        let drawn = sample::draw(page().0, &[], seed, 30);
        drawn.iter().map(|drawn| (drawn.cell.hash(), drawn.half)).collect::<Vec<_>>()
    };
    assert_eq!(draw(7), draw(7));
    assert_eq!(draw(7).len(), 3);
}

#[test]
fn a_cell_is_drawn_and_added_once() {
    let mut rows: Vec<Row> = sample::draw(page().0, &[], 7, 30).iter().take(2).map(Row::unlabelled).collect();
    let more = sample::draw(page().0, &rows, 8, 30);
    assert_eq!(more.iter().map(|drawn| drawn.id.as_str()).collect::<Vec<_>>(), ["g0003"]);
    let all = sample::draw(page().0, &[], 9, 30);
    merge::append(&mut rows, all.iter().map(Row::unlabelled).collect());
    assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["g0001", "g0002", "g0003"]);
    assert_eq!(rows.last().map(|row| &row.hash), more.first().map(|drawn| drawn.cell.hash()).as_ref());
}

#[test]
fn an_added_row_keeps_the_id_of_its_packet() {
    let all = sample::draw(page().0, &[], 7, 30);
    let mut rows = vec![Row::unlabelled(&all[0])];
    merge::append(&mut rows, vec![Row { id: "g2001".to_owned(), ..Row::unlabelled(&all[1]) }]);
    assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["g0001", "g2001"]);
    let more = sample::draw(page().0, &rows, 8, 30);
    assert_eq!(more.iter().map(|drawn| drawn.id.as_str()).collect::<Vec<_>>(), ["g2002"]);
}
