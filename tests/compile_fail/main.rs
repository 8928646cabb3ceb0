//! What must not compile, each with what the compiler says: it is what a caller or an implementer reads.
//!
//! `cargo xtask bless` takes what a newer compiler says otherwise; read it before you commit it.

#[test]
fn what_is_forgotten_does_not_compile() {
    trybuild::TestCases::new().compile_fail("cases/*.rs");
}
