//! What the generated conformance tests do: plan the cases of an operation, run them, tell what broke.
//!
//! A generated test is one line, so that a better test needs no generation. The server is the one at
//! `DOCTRACT_TARGET`, with the credentials that `bindings.toml` names; without that variable it is image-service in the
//! process of the test, with a world of its own. `DOCTRACT_SEED` chooses other cases.

mod drawn;
mod exchange;
mod pages;
mod redact;
mod target;
mod travel;

use std::fmt::Write as _;

use contract::Contract;
use report::{Evidence, Look, Positions};
use runner::{Class, Context, Options, Run};
use suite::{Bindings, Case, Plan};
use wire::Wire;

pub use suite::Family;

use target::Place;

/// More broken promises than this are in the reports of `doctract verify`.
const MOST_TOLD: usize = 8;

/// A spec's contract with all cases for it.
#[derive(Debug)]
pub struct Conformance {
    spec: String,
    contract: Contract,
    wire: Wire,
    bindings: Bindings,
    seed: u64,
    plan: Plan,
}

impl Conformance {
    /// Plans the cases of a spec from what its generated crate holds.
    ///
    /// # Panics
    ///
    /// When the contract, the bindings or `DOCTRACT_SEED` can't be read: a test that can't be planned fails.
    pub fn new(spec: &str, contract: &str, wire: Wire, bindings: &str) -> Self {
        let contract: Contract = serde_json::from_str(contract).expect("contract.json is a contract");
        let bindings: Bindings =
            toml::from_str(bindings).unwrap_or_else(|error| panic!("bindings.toml: {error}"));
        let options = suite::Options { seed: seed(), ..suite::Options::for_wire(&wire) };
        let plan = suite::plan(&contract, &bindings, &options);
        Self { spec: spec.to_owned(), contract, wire, bindings, seed: options.seed, plan }
    }

    /// The contract as an outline, without lines of pages: it changes only with what the pages promise.
    pub fn contract(&self) -> String {
        report::contract_text(&self.contract, Positions::Hidden)
    }

    /// How many cases each operation has in each family: a rule that is no longer tested shows here.
    pub fn plan(&self) -> String {
        let mut text = String::new();
        for operation in self.contract.speaking() {
            let mut counts: Vec<(Family, usize)> = Vec::new();
            for case in self.plan.cases.iter().filter(|case| case.operation == operation.name) {
                match counts.iter_mut().find(|(family, _)| *family == case.family) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((case.family, 1)),
                }
            }
            let counts: Vec<String> = counts
                .iter()
                .map(|(family, count)| format!("{count} {}", format!("{family:?}").to_lowercase()))
                .collect();
            // Writing to a text can't fail.
            let _ = writeln!(text, "{}: {}", operation.name, counts.join(", "));
        }
        text
    }

    /// Runs the cases of one operation and family.
    ///
    /// # Panics
    ///
    /// When a promise of the page is broken, with the words of the page; and when the server does not answer.
    pub async fn check(&self, operation: &str, family: Family) {
        self.must_hold(|case| case.operation == operation && case.family == family).await;
    }

    /// Runs the cases of a family that is about the service as a whole.
    ///
    /// # Panics
    ///
    /// As [`Conformance::check`] does.
    pub async fn check_all(&self, family: Family) {
        self.must_hold(|case| case.family == family).await;
    }

    /// Sends requests of one operation by every carrier, and receives them: each is itself again. They are those of the
    /// plan, and others that are drawn at random and break no rule.
    ///
    /// # Panics
    ///
    /// When one is another one, or when there is none that keeps all rules, and nobody asks for findings.
    pub fn travels<R: wire::Operation + PartialEq + std::fmt::Debug>(&self) {
        let operation = self.contract.operation(R::NAME).expect("the contract has the operation");
        let complaint = |arguments: &wire::Arguments| {
            drawn::allowed::<R>(arguments).map(|request| travel::lost(&request, &self.wire))
        };
        let mut begun: Vec<wire::Arguments> = travel::planned(&self.plan, R::NAME).collect();
        begun.retain(|arguments| {
            let told = complaint(arguments);
            told.map(|told| told.unwrap_or_else(|told| panic!("{told}"))).is_some()
        });
        let planned = begun.len();
        if begun.is_empty() {
            begun.push(drawn::least(operation));
        }
        let requests = drawn::Requests { broken: &drawn::broken::<R>, complaint: &complaint };
        let drawn = drawn::all(&begun, &self.contract, operation, self.seed, &requests);
        let drawn = drawn.unwrap_or_else(|told| panic!("{told}"));
        if planned + drawn == 0 {
            let at = operation.origin.location();
            Self::found(&format!("finding: {at}: {}: no request that was drawn keeps all rules\n", R::NAME));
        }
    }

    /// Reads the documented examples of one operation. Findings go to the file that `DOCTRACT_FINDINGS` names, where it
    /// names one: pages of others are read as they are.
    ///
    /// # Panics
    ///
    /// When one can't be read as its page documents it, with the line of the page, and nobody asks for findings.
    pub fn reads_examples<R: wire::Operation>(&self) {
        let operation = self.contract.operation(R::NAME).expect("the contract has the operation");
        let findings: String =
            travel::unreadable::<R>(operation).into_iter().map(|finding| finding + "\n").collect();
        Self::found(&findings);
    }

    /// Notes what speaks against pages where somebody asks for it; fails otherwise.
    fn found(findings: &str) {
        match std::env::var_os("DOCTRACT_FINDINGS") {
            Some(file) => travel::note(file.as_ref(), findings).expect("findings can be written"),
            None => assert!(findings.is_empty(), "\n{findings}"),
        }
    }

    /// Runs all cases against a service in this process, which need not be image-service.
    ///
    /// # Panics
    ///
    /// As [`Conformance::check`] does.
    pub async fn check_service<D: wire::Dispatch, G: wire::Gate>(
        &self,
        server: wire::Server<D, G>,
        credentials: wire::Credentials,
    ) {
        let place = Place { target: runner::Target::in_process(server), credentials: Some(credentials) };
        if let Err(told) = self.held(|_| true, &place).await {
            panic!("{told}");
        }
    }

    async fn must_hold(&self, wanted: impl Fn(&Case) -> bool) {
        let place = target::place(&self.spec, &self.bindings);
        if let Err(told) = self.held(wanted, &place).await {
            panic!("{told}");
        }
    }

    /// Nothing, or everything that was not as documented.
    async fn held(&self, wanted: impl Fn(&Case) -> bool, place: &Place) -> Result<(), String> {
        let run = self.run(&self.part(wanted), place).await;
        let silent = run.outcomes.iter().any(|outcome| matches!(outcome.class, Class::Network { .. }));
        if run.is_clean() && !silent { Ok(()) } else { Err(self.told(&run)) }
    }

    /// One exchange of an operation that succeeds, with image-service: what is sent and what comes, with whatever
    /// another run would do otherwise left out.
    ///
    /// # Panics
    ///
    /// When the service refuses, or the plan has no request that must be accepted.
    pub async fn exchange(&self, operation: &str) -> String {
        let case = exchange::canonical(&self.plan, operation)
            .unwrap_or_else(|| panic!("no case of {operation} expects success"));
        let plan = self.part(|other| other.id == case.id);
        let run = self.run(&plan, &target::in_process(&self.spec)).await;
        if !run.is_clean() {
            panic!("{}", self.told(&run));
        }
        exchange::told(case, &run, self.wire.list_base)
    }

    fn part(&self, wanted: impl Fn(&Case) -> bool) -> Plan {
        let cases = self.plan.cases.iter().filter(|case| wanted(case)).cloned().collect();
        Plan { cases, facts: self.plan.facts.clone(), unreached: Vec::new() }
    }

    async fn run(&self, plan: &Plan, place: &Place) -> Run {
        let context = Context {
            spec: &self.spec,
            contract: &self.contract,
            wire: &self.wire,
            credentials: place.credentials.as_ref(),
            seed: self.seed,
            options: Options::default(),
        };
        runner::run(plan, &context, &place.target, &mut |_| {}).await
    }

    fn told(&self, run: &Run) -> String {
        let directory = format!("specs/{}", self.spec);
        let sources = pages::of(&self.contract, &directory);
        let evidence = Evidence {
            title: &self.spec,
            directory: &directory,
            command: &format!("doctract verify {directory}"),
            ended_early: None,
            known: None,
            contract: &self.contract,
            sources: &sources,
            run,
        };
        let failures = report::failures(&evidence, Look::plain(), MOST_TOLD);
        format!("\n{failures}{}", report::verdict_line(&evidence, Look::plain()))
    }
}

fn seed() -> u64 {
    match std::env::var("DOCTRACT_SEED") {
        Ok(text) => {
            text.parse().unwrap_or_else(|_| panic!("DOCTRACT_SEED must be a whole number, got `{text}`"))
        }
        Err(_) => suite::Options::default().seed,
    }
}

#[cfg(test)]
mod tests {
    use image_service::faults::Fault;

    use super::*;

    /// The workspace, in which the specs and their generated crates lie.
    const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

    fn conformance(spec: &str) -> Conformance {
        let read =
            |path: String| std::fs::read_to_string(format!("{WORKSPACE}/{path}")).expect("the file is there");
        let settings: toml::Table = read(format!("specs/{spec}/spec.toml")).parse().expect("spec.toml");
        let wire = settings["wire"].clone().try_into().expect("a wire");
        let bindings = read(format!("specs/{spec}/bindings.toml"));
        Conformance::new(spec, &read(format!("generated/{spec}/contract.json")), wire, &bindings)
    }

    fn of(operation: &str, family: Family) -> impl Fn(&Case) -> bool {
        move |case| case.operation == operation && case.family == family
    }

    #[tokio::test]
    async fn a_faulty_server_fails_with_the_line_of_the_page() {
        let conformance = conformance("aliyun-image");
        let options = image_service::Options { faults: vec![Fault::LengthMaxOffByOne], ..Default::default() };
        let place = target::started("aliyun-image", &options);
        let told = conformance
            .held(of("CopyImage", Family::Reject), &place)
            .await
            .expect_err("one rule is not kept");
        assert!(told.contains("CopyImage/DestinationImageName/length/max+1"), "{told}");
        assert!(told.contains("specs/aliyun-image/pages/CopyImage.md:"), "{told}");
        assert!(told.contains("长度为2~128个英文或中文字符"), "{told}");
        assert_eq!(conformance.held(of("CopyImage", Family::Example), &place).await, Ok(()));
    }

    #[tokio::test]
    async fn a_server_that_does_not_answer_fails() {
        let nobody =
            Place { target: runner::Target::http("http://127.0.0.1:9/").expect("a url"), credentials: None };
        let told = conformance("ucloud-image").held(of("GetRegion", Family::Accept), &nobody).await;
        assert!(told.is_err_and(|told| told.contains("network")));
    }

    #[tokio::test]
    async fn an_exchange_is_the_same_twice() {
        let conformance = conformance("aliyun-image");
        let exchange = conformance.exchange("CopyImage").await;
        assert_eq!(exchange, conformance.exchange("CopyImage").await);
        assert!(exchange.contains("HTTP 200") && exchange.contains(r#""ImageId": "[id]""#), "{exchange}");
    }
}
