//! The pages of a listing: none is larger than asked for, two halves are disjoint and together the whole, and the total
//! is the same on each.

use std::collections::BTreeSet;

use contract::{Parameter, Type};
use serde_json::Value;

use super::{Answered, Bench, listing, unanswered};
use crate::compose::Ask;
use crate::number::NumberRules;
use crate::plan::Sketch;
use crate::{Again, Call, Expect, Family, Judgement, Law, Promise, Step, Twist, codes, facts};

/// Names of the parameters that turn pages, and where counting begins: rows from zero, or pages from one.
const PAIRS: &[(&str, &str, Counting)] = &[
    ("Offset", "Limit", Counting::Rows),
    ("PageNumber", "PageSize", Counting::Pages),
    ("PageNum", "PageSize", Counting::Pages),
    ("PageIndex", "PageSize", Counting::Pages),
];

#[derive(Clone, Copy)]
enum Counting {
    Rows,
    Pages,
}

/// How many items are on a page, if the page's rules allow it; two pages then tell whether they overlap.
const SIZE: u64 = 2;

pub(super) fn draw(sketch: &mut Sketch<'_>) {
    for (offset, limit, counting) in PAIRS {
        let sheet = &sketch.composer.sheet;
        let number = |name: &str| sheet.parameter(name).filter(|p| p.ty.value == Type::Integer);
        if let (Some(offset), Some(limit)) = (number(offset), number(limit)) {
            return plan(sketch, offset, limit, *counting);
        }
    }
}

fn plan<'a>(sketch: &mut Sketch<'a>, offset: &'a Parameter, limit: &'a Parameter, counting: Counting) {
    let operation = sketch.operation();
    let id = format!("{}/sequence/pages", operation.name);
    let rules = NumberRules::of(&limit.ty.value, &limit.constraints);
    // Small numbers: beyond 2^52 no list is that long.
    let least = rules.least().filter(|least| *least > 0.0).map_or(SIZE, |least| least as u64);
    let size = SIZE.max(least);
    if rules.most().is_some_and(|most| most < (2 * size) as f64) {
        return;
    }
    let (first, second) = match counting {
        Counting::Rows => (0, size),
        Counting::Pages => (1, 2),
    };
    let page = |from: u64, size: u64| {
        let fixed = vec![(offset, Value::from(from)), (limit, Value::from(size))];
        sketch.composer.compose(&Ask { id: &id, fixed, ..Ask::default() })
    };
    let (Ok(whole), Ok(front), Ok(back)) = (page(first, 2 * size), page(first, size), page(second, size))
    else {
        return;
    };
    if !whole.fixtures.is_empty() {
        return;
    }
    let ask = |arguments| {
        Step::of(Call { operation: operation.name.clone(), arguments, twist: Twist::None, take: None })
    };
    let steps = vec![ask(front.arguments), ask(back.arguments), ask(whole.arguments.clone())];
    let fact = |parameter| facts::about(&operation.name, parameter, "type");
    let (offset, limit) = (fact(offset), fact(limit));
    let mut case = sketch.case(Family::Sequence, id, offset.clone(), whole, Expect::Accepted);
    let promise = Promise::Pages { size, offset, limit };
    case.law = Some(Law { promise, take: None, steps, again: Again { from: 0, tries: Some(6) } });
    sketch.push(case);
}

pub(super) fn judge(
    bench: &Bench<'_>,
    size: u64,
    offset: &str,
    limit: &str,
    answers: &[Answered],
) -> Judgement {
    let unclear = |why: &str| Judgement::Inconclusive(why.to_owned());
    if let Some(other) = answers.iter().find(|answer| answer.accepted().is_none()) {
        return unanswered(other);
    }
    let bodies: Vec<&Value> = answers.iter().filter_map(Answered::accepted).collect();
    let [whole, front, back, after] = bodies.as_slice() else { return unclear("an answer is missing") };
    let items = |body| listing::items(bench.operation, body);
    let (Some(whole_items), Some(front_items), Some(back_items), Some(after_items)) =
        (items(whole), items(front), items(back), items(after))
    else {
        return unclear("no list was found in the answer");
    };
    for (page, most) in [(&whole_items, 2 * size), (&front_items, size), (&back_items, size)] {
        if page.len() as u64 > most {
            return bench.breach(
                codes::PAGE_TOO_LARGE,
                limit,
                "a page has more items than were asked for".to_owned(),
                [
                    "return at most as many items as the request asks for".to_owned(),
                    format!("at most {most} items"),
                    format!("{} items", page.len()),
                ],
                "the request says how many items a page may have",
            );
        }
    }
    let key = listing::key(&whole_items);
    let names = |items: &[&Value]| listing::names(items, key.as_deref());
    let set = |items: &[&Value]| names(items).into_iter().collect::<BTreeSet<String>>();
    let total = |body| listing::total(bench.operation, body);
    if set(&whole_items) != set(&after_items) || total(whole) != total(after) {
        return unclear("the list changed while its pages were read");
    }
    let (whole_body, front_body, back_body) = (whole, front, back);
    let (whole, front, back) = (set(&whole_items), set(&front_items), set(&back_items));
    let told = |what: &str, items: &BTreeSet<String>| {
        let some: Vec<&str> = items.iter().take(4).map(String::as_str).collect();
        format!("{what}: {}", some.join(", "))
    };
    let twice: BTreeSet<String> = front.intersection(&back).cloned().collect();
    if !twice.is_empty() {
        return bench.breach(
            codes::PAGES_OVERLAP,
            offset,
            "two pages of a list have an item in common".to_owned(),
            [
                "begin the second page behind the last item of the first".to_owned(),
                format!("two pages of {size} items that have none in common"),
                told("on both", &twice),
            ],
            "an item stands on one page",
        );
    }
    let union: BTreeSet<String> = front.union(&back).cloned().collect();
    if union != whole {
        return bench.breach(
            codes::PAGES_INCOMPLETE,
            offset,
            "two pages together are not the page of twice their size".to_owned(),
            [
                "begin the second page directly behind the last item of the first".to_owned(),
                told("together", &whole),
                told("together", &union),
            ],
            "pages of one list divide it",
        );
    }
    if let Some((field, whole_total)) = total(whole_body) {
        let fact = format!("{}/response/{field}/type", bench.operation.name);
        let totals: Vec<u64> =
            [front_body, back_body].iter().filter_map(|body| total(body)).map(|(_, n)| n).collect();
        let short = (whole_items.len() as u64) < 2 * size && whole_total != whole_items.len() as u64;
        let fewer = whole_total < whole_items.len() as u64;
        if short || fewer || totals.iter().any(|other| *other != whole_total) {
            let told: Vec<String> = [whole_total].iter().chain(&totals).map(u64::to_string).collect();
            return bench.breach(
                codes::TOTAL_COUNT,
                &fact,
                format!("`{field}` is not the number of items of the whole list"),
                [
                    "count the whole list, not the page".to_owned(),
                    "the same number on each page, and on a page that holds the whole list its length"
                        .to_owned(),
                    format!("{} for pages of {} and {size} items", told.join(", "), 2 * size),
                ],
                "pages of one list have one total",
            );
        }
    }
    Judgement::Held
}
