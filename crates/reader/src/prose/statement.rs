//! What a text states of a value, before anything is known of the page around it.
//!
//! Most descriptions stand on several pages, word by word. What one states depends on nothing but its words and the name
//! and type of what it describes, so within a reading each is looked through once ([`Memory`]). Where the words stand, and
//! whether the page's example agrees, is told for each place ([`Statement::at`]).

use std::sync::{Arc, Mutex, PoisonError};

use contract::{Condition, Confidence, Constraint, Type};
use page::Prose;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::SmallVec;
use source::{Origin, Source};

use super::description::Description;
use super::{Finding, Subject, agrees, stated};

/// A rule that a text states.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) finding: Finding,
    /// It holds only then.
    pub(super) when: Option<Condition>,
}

impl Statement {
    /// The rule as the page of `prose` has it. An example that breaks it casts doubt on it.
    pub(super) fn at(&self, prose: &Prose<'_>, subject: &Subject<'_>, source: &Source) -> Constraint {
        let Finding { requirement, words, confidence } = &self.finding;
        let sure = self.when.is_some() || agrees(requirement, subject);
        Constraint {
            requirement: requirement.clone(),
            text: prose.text()[words.clone()].to_owned(),
            confidence: if sure { *confidence } else { (*confidence).max(Confidence::Likely) },
            when: self.when.clone(),
            origin: Origin::Stated(source.locate(prose.raw(words.clone()))),
        }
    }
}

/// The texts that a reading has met, and what is known of each.
#[derive(Debug)]
pub(crate) struct Memory(Mutex<FxHashMap<Box<str>, Known>>);

#[derive(Debug)]
struct Known {
    may_tie: bool,
    /// Few texts describe several things.
    told: SmallVec<[Told; 1]>,
}

/// What a text states of a value of this name and type.
#[derive(Debug)]
struct Told {
    name: Box<str>,
    ty: Type,
    /// Most state nothing.
    statements: Option<Arc<[Statement]>>,
}

/// How many descriptions of a page no page before has, about.
const NEW_TEXTS: usize = 8;

impl Memory {
    /// For so many pages.
    pub(crate) fn of(pages: usize) -> Self {
        Memory(Mutex::new(FxHashMap::with_capacity_and_hasher(pages * NEW_TEXTS, FxBuildHasher)))
    }

    /// What a description states of a value: as it was found before, if the text and what it describes are the same.
    pub(super) fn statements(
        &self,
        description: &Description<'_>,
        subject: &Subject<'_>,
    ) -> Option<Arc<[Statement]>> {
        let texts = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = texts().get(description.text) {
            description.remember_ties(known.may_tie);
            let same = |told: &&Told| *told.name == *subject.name && told.ty == *subject.ty;
            if let Some(told) = known.told.iter().find(same) {
                return told.statements.clone();
            }
        }
        // Others may go on while this one looks.
        let found = stated(description, subject);
        let statements = (!found.is_empty()).then(|| Arc::from(found));
        let (name, ty) = (subject.name.into(), subject.ty.clone());
        let told = Told { name, ty, statements: statements.clone() };
        let may_tie = description.may_tie();
        let new = || Known { may_tie, told: SmallVec::new() };
        texts().entry(description.text.into()).or_insert_with(new).told.push(told);
        statements
    }
}
