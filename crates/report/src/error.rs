//! What can go wrong while a report is written.

/// A report could not be written as text.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// JSON.
    #[error("the run can't be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// JUnit's XML.
    #[error("the run can't be written as JUnit XML: {0}")]
    Junit(#[from] quick_junit::SerializeError),
    /// HTML.
    #[error("the run can't be written as HTML: {0}")]
    Html(#[from] askama::Error),
}
