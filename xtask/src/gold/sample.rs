//! Which cells are labelled: a draw by a seed, spread over vendors, languages and classes.
//!
//! A cell's place in the draw is a hash of the seed and of where the cell stands: the same seed gives the same cells, and
//! a page more moves none of the others.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cell, Group, digest};
use super::classes::Class;
use super::rows::{self, Half, Row};

/// How often texts that differ in numbers only are drawn.
const ALIKE_AT_MOST: usize = 2;
/// How often one name is drawn from a group.
const NAMED_AT_MOST: usize = 8;
/// How often a name is drawn that every page has.
const BOILERPLATE_AT_MOST: usize = 3;
/// Names that every page has.
const BOILERPLATE: [&str; 14] = [
    "Action",
    "Region",
    "RegionId",
    "Zone",
    "ZoneId",
    "ProjectId",
    "OwnerId",
    "OwnerAccount",
    "ClientToken",
    "ResourceOwnerId",
    "ResourceOwnerAccount",
    "RequestId",
    "RetCode",
    "Message",
];
/// Of ten cells, this many stand in answers.
const ANSWERS_IN_TEN: usize = 1;

/// The cells of each group, of requests or answers, and class, with their places in the draw; the last is drawn first.
type Strata = BTreeMap<(Group, bool, Class), Vec<(String, Cell)>>;

/// A drawn cell.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) id: String,
    pub(crate) cell: Cell,
    pub(crate) class: Class,
    /// Open or sealed, in turn.
    pub(crate) half: Half,
}

/// Draws `count` cells whose text no row has yet, in the order of their ids, which go on from those of the rows.
pub(crate) fn draw(cells: Vec<Cell>, rows: &[Row], seed: u64, count: usize) -> Vec<Drawn> {
    let taken: BTreeSet<&str> = rows.iter().map(|row| row.hash.as_str()).collect();
    let mut strata = Strata::new();
    for cell in cells.into_iter().filter(|cell| !taken.contains(cell.hash().as_str())) {
        let place = digest(&format!("{seed}\n{}\n{}\n{}", cell.file, cell.line, cell.parameter));
        let key = (Group::of(&cell.file), cell.request, Class::of(&cell.text));
        strata.entry(key).or_default().push((place, cell));
    }
    strata.values_mut().for_each(|list| list.sort_by(|a, b| b.0.cmp(&a.0)));
    let mut drawn = Vec::new();
    for (at, group) in Group::ALL.into_iter().enumerate() {
        let of_group = count * (at + 1) / Group::ALL.len() - count * at / Group::ALL.len();
        let answers = of_group * ANSWERS_IN_TEN / 10;
        let mut seen = Seen::default();
        for (request, of_kind) in [(true, of_group - answers), (false, answers)] {
            let mut open = from_strata(&mut strata, (group, request), of_kind, &mut seen);
            drawn.append(&mut open);
        }
    }
    let mut sealed: BTreeMap<(Group, bool, Class), bool> = BTreeMap::new();
    let mut drawn: Vec<(String, Drawn)> = drawn
        .into_iter()
        .map(|(place, cell, class)| {
            let key = (Group::of(&cell.file), cell.request, class);
            let first = || digest(&format!("{seed} {key:?}")).as_bytes()[0].is_multiple_of(2);
            let flag = sealed.entry(key).or_insert_with(first);
            *flag = !*flag;
            let order = digest(&format!("{seed} order {place}"));
            (
                order,
                Drawn { id: String::new(), cell, class, half: if *flag { Half::Sealed } else { Half::Open } },
            )
        })
        .collect();
    drawn.sort_by(|a, b| a.0.cmp(&b.0));
    let numbered = (rows::next(rows)..).zip(drawn);
    numbered.map(|(number, (_, drawn))| Drawn { id: rows::id(number), ..drawn }).collect()
}

/// Draws from the classes of a group in turn, each as often as its share says, until there are enough.
fn from_strata(
    strata: &mut Strata,
    (group, request): (Group, bool),
    count: usize,
    seen: &mut Seen,
) -> Vec<(String, Cell, Class)> {
    let shares: usize = Class::SHARES.iter().map(|(_, share)| share).sum();
    let mut drawn: Vec<(String, Cell, Class)> = Vec::new();
    let mut turn = 0;
    while drawn.len() < count {
        turn += 1;
        let before = drawn.len();
        for (class, share) in Class::SHARES {
            // Large shares come in most turns, small ones in few.
            let due = share * turn * Class::SHARES.len() / shares;
            let was = share * (turn - 1) * Class::SHARES.len() / shares;
            for _ in was..due {
                let list = strata.entry((group, request, class)).or_default();
                while let Some((place, cell)) = list.pop() {
                    if seen.admits(&cell) {
                        drawn.push((place, cell, class));
                        break;
                    }
                }
            }
        }
        let left = Class::SHARES
            .iter()
            .any(|(class, _)| strata.get(&(group, request, *class)).is_some_and(|list| !list.is_empty()));
        if drawn.len() == before && !left {
            break;
        }
    }
    drawn.truncate(count);
    drawn
}

/// What has been drawn from a group, so that boilerplate does not fill it.
#[derive(Debug, Default)]
struct Seen {
    texts: BTreeSet<String>,
    alike: BTreeMap<String, usize>,
    names: BTreeMap<String, usize>,
}

impl Seen {
    fn admits(&mut self, cell: &Cell) -> bool {
        let text: String = cell.text.split_whitespace().collect();
        let mut skeleton = text.replace(&cell.parameter, "@");
        skeleton
            .retain(|c| !c.is_ascii_digit() && !c.is_ascii_punctuation() && !"，。：；（）、".contains(c));
        let most = if BOILERPLATE.contains(&&*cell.parameter) { BOILERPLATE_AT_MOST } else { NAMED_AT_MOST };
        let name = cell.parameter.rsplit('.').find(|part| *part != "N").unwrap_or_default().to_lowercase();
        if self.texts.contains(&text)
            || self.alike.get(&skeleton).is_some_and(|count| *count >= ALIKE_AT_MOST)
            || self.names.get(&name).is_some_and(|count| *count >= most)
        {
            return false;
        }
        self.texts.insert(text);
        *self.alike.entry(skeleton).or_default() += 1;
        *self.names.entry(name).or_default() += 1;
        true
    }
}
