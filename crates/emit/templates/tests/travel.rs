#[test]
fn {{ snake }}_travels() {
    CONFORMANCE.travels::<{{ request }}>();
}

#[test]
fn {{ snake }}_reads_examples() {
    CONFORMANCE.reads_examples::<{{ request }}>();
}
