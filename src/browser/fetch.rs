//! Files of the site.

use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use crate::agenda::time::Instant;

/// A file as it was had.
pub struct File {
    /// What is in it.
    pub text: String,
    /// When its server sent it, by the server's clock; a service worker may have kept it since.
    pub sent: Option<Instant>,
}

/// Why a file could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// Nobody answered.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
}

/// The agenda for which the boot script asked while the app was on its way;
/// fetched now where it did not.
///
/// # Errors
/// Nobody answered, or not with the file.
pub async fn first(url: &str) -> Result<File, FetchError> {
    let boot = Reflect::get(&js_sys::global(), &"meridian".into()).ok();
    let asked = boot.and_then(|boot| Reflect::get(&boot, &"agenda".into()).ok()?.dyn_into::<Promise>().ok());
    let Some(asked) = asked else { return again(url).await };
    let response = JsFuture::from(asked).await.map_err(|_| FetchError::Unreachable)?;
    let response: web_sys::Response = response.dyn_into().map_err(|_| FetchError::Unreachable)?;
    file(response.into()).await
}

/// A file, whatever a cache on the way believes.
///
/// # Errors
/// Nobody answered, or not with the file.
pub async fn again(url: &str) -> Result<File, FetchError> {
    let response = Request::get(url).cache(RequestCache::NoCache).send().await;
    file(response.map_err(|_| FetchError::Unreachable)?).await
}

async fn file(response: Response) -> Result<File, FetchError> {
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let headers = response.headers();
    let sent = headers.get("date").or_else(|| headers.get("x-meridian-fetched"));
    let sent = sent.map(|sent| js_sys::Date::parse(&sent)).filter(|sent| sent.is_finite());
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of a date")]
    let sent = sent.map(|sent| Instant(sent as i64 / 1_000));
    let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
    Ok(File { text, sent })
}
