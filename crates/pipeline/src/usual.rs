//! How requests usually travel in a family of pages, for folders that come without a `spec.toml`.

use std::collections::BTreeMap;

use contract::{Contract, ExampleRole};
use wire::Wire;

/// A file for each family.
const USUAL: &[(&str, &str)] =
    &[("aliyun", include_str!("../usual/aliyun.toml")), ("ucloud", include_str!("../usual/ucloud.toml"))];

/// The wire of the family that most operations are of, at the endpoint that the examples of the pages show; `None` where
/// no family is known that has one.
pub(crate) fn wire(contract: &Contract) -> Option<Wire> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in contract.speaking() {
        *count.entry(&operation.dialect).or_default() += 1;
    }
    let (_, text) = USUAL.iter().max_by_key(|(family, _)| count.get(family))?;
    let any = USUAL.iter().any(|(family, _)| count.contains_key(family));
    any.then(|| shown(contract, toml::from_str(text).expect("the files of families are wires")))
}

/// A family has many products: where most requests that the pages show go elsewhere, the endpoint is that, and the version
/// is the one that they bear.
fn shown(contract: &Contract, usual: Wire) -> Wire {
    let requests = || {
        let examples = contract.speaking().flat_map(|operation| &operation.examples);
        examples.filter(|example| example.role == ExampleRole::Request)
    };
    let Some(host) = most(requests().filter_map(|example| host(&example.text))) else { return usual };
    let endpoint = format!("https://{host}/");
    if endpoint == usual.endpoint {
        return usual;
    }
    let versions = requests().flat_map(|example| &example.arguments);
    let versions = versions.filter(|argument| argument.name == "Version");
    let version = most(versions.map(|argument| argument.value.as_str())).map(str::to_owned);
    Wire { endpoint, version, ..usual }
}

/// The host that a text begins with as an address, unless it is one that stands for any.
fn host(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let host = rest.get(..end)?;
    let known = host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    let stands_for_any = ["example.com", "example.org", "example.net"].iter().any(|end| host.ends_with(end));
    (known && host.contains('.') && !stands_for_any).then_some(host)
}

/// What more than half of them are.
fn most<'t>(texts: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    texts.for_each(|text| *count.entry(text).or_default() += 1);
    let all: usize = count.values().sum();
    count.into_iter().find(|(_, count)| count * 2 > all).map(|(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_family_has_a_wire_that_can_be_read() {
        for (family, text) in USUAL {
            let wire: Wire = toml::from_str(text).unwrap_or_else(|error| panic!("{family}: {error}"));
            assert!(wire.endpoint.starts_with("https://"), "{family}");
        }
    }

    fn read(pages: &[&str]) -> Contract {
        let source = |(number, request): (usize, &&str)| {
            let text = format!(
                "# DescribeThing{number} {{#DescribeThing{number} .reference}}\n\n查询。\n\n## 请求参数 {{#parameters .section}}\n\n\
                 |名称|类型|是否必选|示例值|描述|\n|--|--|----|---|--|\n|Action|String|是|DescribeThing{number}|系统规定参数。|\n\n\
                 ## 返回数据 {{#resultMapping .section}}\n\n|名称|类型|示例值|描述|\n|--|--|---|--|\n|RequestId|String|1|请求ID。|\n\n\
                 ## 示例 {{#demo .section}}\n\n请求示例\n\n``` {{#request_demo}}\n{request}\n```\n"
            );
            source::Source::new(format!("{number}.md"), text)
        };
        let sources: Vec<_> = pages.iter().enumerate().map(source).collect();
        reader::read(&sources, reader::Options::default())
    }

    #[test]
    fn the_endpoint_is_the_one_that_most_examples_show() {
        let of = |requests: &[&str]| wire(&read(requests)).map(|wire| (wire.endpoint, wire.version));
        let vpc = "https://vpc.aliyuncs.com/?Action=DescribeThing0&Version=2016-04-28";
        let ecs = "https://ecs.aliyuncs.com/?Action=DescribeThing0";
        let any = "https://ecs.example.com/?Action=DescribeThing0";
        let at = |host: &str, version: &str| Some((format!("https://{host}/"), Some(version.to_owned())));
        assert_eq!(of(&[vpc, vpc, ecs, any]), at("vpc.aliyuncs.com", "2016-04-28"));
        assert_eq!(of(&[ecs, any]), at("ecs.aliyuncs.com", "2014-05-26"));
        assert_eq!(of(&[vpc, ecs]), at("ecs.aliyuncs.com", "2014-05-26"));
    }

    #[test]
    fn pages_of_no_family_have_none() {
        assert_eq!(wire(&Contract::default()), None);
    }
}
