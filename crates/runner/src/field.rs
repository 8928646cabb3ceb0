//! Fields of answers by path: `Images.Image[0].ImageId`.

use serde_json::Value;

/// The value at a path; `None` where the answer has none.
pub(crate) fn field<'a>(body: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(body, |value, step| {
        let (name, indexes) = step.split_once('[').map_or((step, ""), |(name, rest)| (name, rest));
        let value = value.get(name)?;
        let indexes = indexes.split('[').filter(|index| !index.is_empty());
        indexes
            .map(|index| index.trim_end_matches(']').parse::<usize>().ok())
            .try_fold(value, |v, at| v.get(at?))
    })
}

/// A scalar in the form in which expected values are written.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_path_is_names_and_indexes() {
        let body = json!({ "Images": { "Image": [{ "Id": "m-1" }, { "Id": 2 }] }, "Grid": [[1, 2]] });
        assert_eq!(field(&body, "Images.Image[0].Id"), Some(&json!("m-1")));
        assert_eq!(field(&body, "Images.Image[1].Id").map(text).as_deref(), Some("2"));
        assert_eq!(field(&body, "Grid[0][1]"), Some(&json!(2)));
        for path in ["Images.Image[2].Id", "Image", "Images[0]", "Grid[x]", "", "Grid[0][1].x"] {
            assert_eq!(field(&body, path), None, "{path}");
        }
    }
}
