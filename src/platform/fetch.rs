//! Files of the site, over the network.

use chrono::{DateTime, Utc};
use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use super::boot;

/// A file as the server sent it.
pub struct File {
    /// What is in it.
    pub text: String,
    /// When its server sent it, by the server's clock; a service worker may have kept it since.
    pub sent: Option<DateTime<Utc>>,
}

/// Why there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// Nobody answered.
    Unreachable,
    /// The server answered with this HTTP status.
    Status(u16),
}

/// The agenda, or its brief, that the boot script asked for while the app was loading; asked for now where it did not.
///
/// # Errors
/// Nobody answered, or not with the file.
pub async fn first(url: &str) -> Result<File, FetchError> {
    let asked = boot().and_then(|boot| Reflect::get(&boot, &"agenda".into()).ok()?.dyn_into::<Promise>().ok());
    let Some(asked) = asked else { return again(url).await };
    let answer = JsFuture::from(asked).await.map_err(|_| FetchError::Unreachable)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| FetchError::Unreachable)?;
    // Cloned, because a second instance of the app reads it again when hydration fails.
    file(answer.clone().map_err(|_| FetchError::Unreachable)?.into()).await
}

/// A file, whatever a cache on the way believes.
///
/// # Errors
/// Nobody answered, or not with the file.
pub async fn again(url: &str) -> Result<File, FetchError> {
    let answer = Request::get(url).cache(RequestCache::NoCache).send().await;
    file(answer.map_err(|_| FetchError::Unreachable)?).await
}

/// A file whose name stands for its bytes, so that any cache on the way may give it.
///
/// # Errors
/// Nobody answered, or not with the file.
pub async fn kept(url: &str) -> Result<File, FetchError> {
    file(Request::get(url).send().await.map_err(|_| FetchError::Unreachable)?).await
}

async fn file(answer: Response) -> Result<File, FetchError> {
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    let headers = answer.headers();
    let sent = headers.get("date").or_else(|| headers.get("x-meridian-fetched"));
    let sent = sent.map(|sent| js_sys::Date::parse(&sent)).filter(|sent| sent.is_finite());
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of a date")]
    let sent = sent.and_then(|sent| DateTime::from_timestamp_millis(sent as i64));
    // As bytes: megabytes of text would be decoded and encoded again on the way.
    let bytes = answer.binary().await.map_err(|_| FetchError::Unreachable)?;
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(File { text, sent })
}
