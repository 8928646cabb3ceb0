//! A contract drawn at random, written as a page of each family, reads back as itself: names, types, presence, nesting,
//! errors and examples. What a family's pages do not say comes back as unstated.

use evidence::drawn::{Drawing, Facts, drawing, template};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use source::{Severity, Source};

/// Writes drawings in a template, reads the pages, and compares what they say with what was read.
fn reads_back(name: &str) {
    let template = template(name);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&drawing(template.reach), |drawing: Drawing| {
        let page = (template.write)(&drawing);
        let source = Source::new(template.file, page.text.as_str());
        let contract = reader::read(std::slice::from_ref(&source), reader::Options::default());
        let said = Facts::drawn(&drawing, template.says, &page.examples);
        if let Some(difference) = said.difference(&Facts::read(&contract)) {
            return Err(TestCaseError::fail(format!("{difference}\n{}", page.text)));
        }
        // A page that says what it says without a slip leaves nothing to tell. The slips that are drawn: rules without
        // regard to examples and defaults, and a blank in the code of an error.
        let slip = |code: &str| code.ends_with("-breaks-rule") || code == "reader/blank-in-name";
        let told =
            contract.diagnostics.iter().find(|told| told.severity != Severity::Info && !slip(&told.code));
        prop_assert!(told.is_none(), "{told:?}\n{}", page.text);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{name}: {failure}");
    }
}

macro_rules! families {
    ($($test:ident: $template:literal),+ $(,)?) => {
        $(#[test] fn $test() { reads_back($template); })+

        #[test]
        fn each_template_is_tested() {
            let known: Vec<_> = evidence::drawn::templates().iter().map(|template| template.name).collect();
            assert_eq!(known, [$($template),+]);
        }
    };
}

families! {
    a_page_of_ucloud: "ucloud-modern",
    an_older_page_of_ucloud: "ucloud-older",
    a_page_of_ucloud_with_structures_in_the_request: "ucloud-json",
    the_text_that_resellers_copy: "ucloud-reseller",
    a_page_of_alibaba_of_the_first_era: "aliyun-a-zh",
    an_english_page_of_alibaba_of_the_first_era: "aliyun-a-en",
    a_page_of_alibaba_of_the_second_era: "aliyun-b",
    a_page_of_alibaba_whose_rows_are_all_broken: "aliyun-c",
    a_page_of_alibaba_of_the_last_era: "aliyun-d-zh",
    an_english_page_of_alibaba_of_the_last_era: "aliyun-d-en",
    a_page_of_alibaba_copied_off_the_web: "aliyun-web",
    a_page_of_the_family_that_a_file_teaches: "reference",
}
