//! A small page, and what the mock answers for it.

use bytes::Bytes;
use http::Request;
use mock::Mock;
use serde_json::{Value, json};
use source::Source;
use wire::{Envelope, Style, Wire};

const PAGE: &str = "\
# PaintFence

Paints a fence.

## Request parameters

|Parameter|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|PaintFence|The operation. Set the value to PaintFence. |
|FenceId|String|Yes|f-12345|The ID of the fence. |
|Coats|Integer|No|2|The number of coats. Valid values: 1 to 5. |
|Gates|String|No|g-1|The ID of a gate. |

## Examples

Sample success responses

`JSON` format

```
{
    \"RequestId\": \"A1\",
    \"Planks\": {\"Plank\": [{\"PlankId\": \"p-1\", \"Length\": \"long\"}, {\"PlankId\": \"p-2\", \"Length\": 4}]}
}
```

## Response parameters

|Parameter|Type|Example|Description|
|--|--|--|--|
|RequestId|String|A1|The ID of the request. |
|FenceId|String|f-1|The ID of the fence. |
|Colour|String|brown|The colour. Valid values: <br>- green: a dark green<br>- brown: a light brown |
|Gates|Array of String|g-1|The IDs of the gates. |
|Planks|Array of Plank|None|The planks. |
|└PlankId|String|p-1|The ID of the plank. |
|└Length|Integer|3|The length of the plank. |

## Error codes

|HTTP status code|Error code|Error message|Description|
|--|--|--|--|
|400|MissingParameter|The input parameter FenceId that is mandatory for processing this request is not supplied.|The FenceId parameter is required. |
|400|InvalidCoats.Malformed|The specified parameter Coats is not valid.|The value of Coats is invalid. |
";

fn wire() -> Wire {
    Wire {
        style: Style::Aliyun,
        endpoint: "https://fences.example.com/".to_owned(),
        version: None,
        carrier: wire::Carrier::Query,
        list_base: 1,
        envelope: Envelope::HttpStatus {
            code: "Code".to_owned(),
            message: "Message".to_owned(),
            request_id: "RequestId".to_owned(),
            host_id: "HostId".to_owned(),
        },
        signature: Vec::new(),
    }
}

/// Status and body of the answer to a query.
async fn ask(query: &str) -> (u16, Value) {
    let source = Source::new("PaintFence.md", PAGE);
    let contract = reader::read(&[source], reader::Options::default());
    let server = Mock::new(contract, wire()).into_server();
    let request = Request::get(format!("http://127.0.0.1/?{query}")).body(Bytes::new()).expect("a request");
    let answer = server.answer(request).await;
    let body = serde_json::from_slice(answer.body()).expect("the answer is JSON");
    (answer.status().as_u16(), body)
}

#[tokio::test]
async fn an_answer_is_the_example_where_that_keeps_the_table() {
    let (status, mut body) = ask("Action=PaintFence&FenceId=f-9&Coats=5").await;
    assert_eq!(status, 200);
    assert!(body["RequestId"].as_str().is_some_and(|id| id.len() == 36), "each request has an id: {body}");
    body["RequestId"] = Value::Null;
    // `FenceId` was sent, `long` is no integer, and only the row shows a colour.
    let planks = json!({"Plank": [{"PlankId": "p-1", "Length": 3}, {"PlankId": "p-2", "Length": 4}]});
    let told =
        json!({"RequestId": null, "FenceId": "f-9", "Colour": "brown", "Gates": ["g-1"], "Planks": planks});
    assert_eq!(body, told);
}

#[tokio::test]
async fn one_value_that_was_sent_is_no_list_of_the_same_name() {
    let (_, body) = ask("Action=PaintFence&FenceId=f-9&Gates=g-2").await;
    assert_eq!(body["Gates"], json!(["g-1"]), "{body}");
}

#[tokio::test]
async fn what_the_page_refuses_is_refused_as_documented() {
    let code = |body: &Value| body["Code"].as_str().unwrap_or_default().to_owned();
    let (status, body) = ask("Action=PaintFence&Coats=5").await;
    assert_eq!((status, code(&body)), (400, "MissingParameter".to_owned()), "{body}");
    let (status, body) = ask("Action=PaintFence&FenceId=f-9&Coats=6").await;
    assert_eq!((status, code(&body)), (400, "InvalidCoats.Malformed".to_owned()), "{body}");
    let (status, body) = ask("Action=BurnFence").await;
    assert_eq!((status, code(&body)), (404, "InvalidAction.NotFound".to_owned()), "{body}");
}
