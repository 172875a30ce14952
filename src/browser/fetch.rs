//! Files of the site.

use gloo_net::http::Request;

/// Why a file could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// Nobody answered.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
}

/// The text of a file, revalidated with the server.
///
/// # Errors
/// Nobody answered, or not with the file.
pub async fn text(url: &str) -> Result<String, FetchError> {
    let response = Request::get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.text().await.map_err(|_| FetchError::Unreachable)
}
