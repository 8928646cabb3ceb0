//! Sentences and values at random: each with what a template must escape, and what readers take for marks.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::draw::{Reach, Tongue};
use super::words::{Line, Word};

/// Values as examples show them: masked, with blanks, with an equals sign.
pub(super) fn value() -> impl Strategy<Value = String> {
    let values = [
        "",
        "cn-bj2",
        "uimage-xxxx",
        "m-bp1h46****",
        "a b",
        "a=b",
        "[\"i-1\", \"i-2\"]",
        "x_y",
        "100",
        "镜像",
    ];
    select(values.to_vec()).prop_map(str::to_owned)
}

fn words(reach: Reach) -> impl Strategy<Value = Vec<Word>> {
    let (first, more): (&[&str], &[&str]) = match reach.tongue {
        Tongue::Zh => {
            (&["镜像的名称。", "可用区，", "默认值：", "取值范围："], &["见下文", "（可选）", "源实例；"])
        }
        Tongue::En => (&["the image.", "see also", "Valid values:"], &["of the instance", "if any,"]),
    };
    let mut marks =
        vec!["a_b_c", "[1, 17]", "(x)", "{a}", "m-bp1****", "R&D", "<ip>", "1~8", "甲｜乙", "#1", "http://"];
    let mut codes = vec!["Running", "http://", "a_b"];
    if reach.pipes {
        marks.extend(["TCP|22", "|"]);
        codes.push("a|b");
    }
    let plain = |word: &str| Word::Plain(word.to_owned());
    let word = prop_oneof![
        2 => select(more).prop_map(plain),
        3 => select(marks).prop_map(plain),
        1 => select(codes).prop_map(|word| Word::Code(word.to_owned())),
        1 => select(vec!["说明：", "Note:"]).prop_map(|word| Word::Bold(word.to_owned())),
        1 => select(vec!["DescribeRegions", "CopyImage"]).prop_map(|word| Word::Link(word.to_owned())),
    ];
    (select(first), vec(word, 0..3)).prop_map(move |(first, mut words)| {
        words.insert(0, plain(first));
        words
    })
}

/// A sentence.
pub(super) fn line(reach: Reach) -> impl Strategy<Value = Line> {
    words(reach).prop_map(Line::Sentence)
}

/// A paragraph; a list; a paragraph behind it.
pub(super) fn description(reach: Reach) -> impl Strategy<Value = Vec<Line>> {
    let bullets = vec((words(reach), any::<bool>()), 0..3);
    let rest = (option::weighted(0.3, bullets), option::weighted(0.3, line(reach)));
    (line(reach), rest).prop_map(move |(first, (bullets, last))| {
        let mut lines = vec![first];
        if reach.paragraphs {
            for (at, (words, nested)) in bullets.unwrap_or_default().into_iter().enumerate() {
                lines.push(if nested && at > 0 { Line::Nested(words) } else { Line::Bullet(words) });
            }
            lines.extend(last);
        }
        lines
    })
}
