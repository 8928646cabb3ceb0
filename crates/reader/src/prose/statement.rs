//! What a text states of a value, before anything is known of the page around it.

use contract::{Condition, Confidence, Constraint, Requirement};
use page::Prose;
use source::{Location, Origin, Span};

use super::description::Description;
use super::productions::{Readers, STATING};
use super::{Finding, Subject, agrees, charset, default, fits_type, settle};

/// A rule that a text states.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) finding: Finding,
    /// It holds only then.
    pub(super) when: Option<Condition>,
}

impl Statement {
    /// The rule as the page of `prose` has it. An example that breaks it casts doubt on it.
    pub(super) fn at(
        &self,
        prose: &Prose<'_>,
        subject: &Subject<'_>,
        locate: impl Fn(Span) -> Location,
    ) -> Constraint {
        let Finding { requirement, words, confidence } = &self.finding;
        let sure = self.when.is_some() || agrees(requirement, subject);
        Constraint {
            requirement: requirement.clone(),
            text: prose.text()[words.clone()].to_owned(),
            confidence: if sure { *confidence } else { (*confidence).max(Confidence::Likely) },
            when: self.when.clone(),
            origin: Origin::Stated(locate(prose.raw(words.clone()))),
        }
    }
}

/// The rules that hold in every case, whatever the example is: those of the value's list, and what sentences state besides.
pub(super) fn flat(
    description: &Description<'_>,
    subject: &Subject<'_>,
    listed: Vec<Finding>,
) -> Vec<Statement> {
    let states = description.says(*STATING);
    if listed.is_empty() && !states {
        return Vec::new(); // most descriptions state none
    }
    let text = description.text;
    let mut findings = listed;
    let mut guarded: Vec<Requirement> = Vec::new(); // defaults that hold under a condition
    let mut governed = false; // `当Type取值为A时：` heads the lines below it
    let mut in_case = false; // `- Windows实例：…。` goes on to the end of its line
    let mut end = 0;
    let mut found = Vec::new(); // in the sentence at hand
    for sentence in states.then(|| description.sentences()).into_iter().flatten() {
        governed |= sentence.heads_a_case();
        in_case &= !text[end..sentence.start].contains('\n');
        end = sentence.end();
        let is_item = sentence.begins_item();
        if is_item {
            in_case = sentence.is_conditional();
        }
        let Some(readers) = Readers::of(&sentence) else { continue };
        let conditional = in_case || !is_item && sentence.is_conditional();
        readers.find(&sentence, subject, conditional, &mut found);
        if found.is_empty() {
            continue;
        }
        if conditional || default::is_owned(&sentence) {
            let is_default =
                |finding: &mut Finding| matches!(finding.requirement, Requirement::Default { .. });
            guarded.extend(found.extract_if(.., is_default).map(|finding| finding.requirement));
        }
        if governed {
            // What is said below `当Type取值为A时：` holds then; a default may be the value's own.
            found.retain(|finding| matches!(finding.requirement, Requirement::Default { .. }));
        }
        if sentence.bullet || governed || sentence.is_ruled() {
            // `- Windows实例：长度为2~15个字符`: an item of a list tells what holds in its case.
            found
                .iter_mut()
                .for_each(|finding| finding.confidence = finding.confidence.max(Confidence::Likely));
        }
        findings.append(&mut found);
    }
    let mut findings = settle(findings);
    default::complete(&mut findings, text);
    default::of_version(&mut findings, text);
    if !findings.iter().any(|finding| matches!(finding.requirement, Requirement::Default { .. })) {
        let found =
            default::of_gloss(&findings, description).or_else(|| default::marked(description, subject));
        findings.extend(found);
    }
    findings.retain(|finding| !default::is_phrase(finding, text));
    default::doubt(&mut findings, description);
    for finding in &mut findings {
        // `默认值：A`, and somewhere `如果…，默认值为B`: A is not always taken.
        let is_default = matches!(finding.requirement, Requirement::Default { .. });
        if is_default && guarded.iter().any(|other| *other != finding.requirement) {
            finding.confidence = finding.confidence.max(Confidence::Likely);
        }
    }
    charset::complete(&mut findings);
    for finding in &mut findings {
        if !fits_type(&finding.requirement, subject) {
            finding.confidence = finding.confidence.max(Confidence::Likely);
        }
    }
    findings.into_iter().map(|finding| Statement { finding, when: None }).collect()
}
