{% for (snake, pascal) in self::OF_OPERATIONS -%}
#[tokio::test]
async fn {{ named.snake }}_{{ snake }}() {
    {{ self::checked(named, pascal) }}
}

{% endfor -%}
{{ travels }}

#[tokio::test]
async fn {{ named.snake }}_exchange() {
    let exchange = CONFORMANCE.exchange({{ self::literal(named.operation.name) }}).await;
    insta::assert_snapshot!(exchange);
}
