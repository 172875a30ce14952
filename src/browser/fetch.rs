//! Files of the site.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::{boot, window};
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
    let asked = boot().and_then(|boot| Reflect::get(&boot, &"agenda".into()).ok()?.dyn_into::<Promise>().ok());
    match asked {
        Some(asked) => file(asked).await,
        None => again(url).await,
    }
}

/// A file, whatever a cache on the way believes.
///
/// # Errors
/// Nobody answered, or not with the file.
pub async fn again(url: &str) -> Result<File, FetchError> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let window = window().ok_or(FetchError::Unreachable)?;
    file(window.fetch_with_str_and_init(url, &options)).await
}

async fn file(asked: Promise) -> Result<File, FetchError> {
    let response: Response = had(asked).await?.dyn_into().map_err(|_| FetchError::Unreachable)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let headers = response.headers();
    let header = |name| headers.get(name).ok().flatten();
    let sent = header("date").or_else(|| header("x-meridian-fetched"));
    let sent = sent.map(|sent| js_sys::Date::parse(&sent)).filter(|sent| sent.is_finite());
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of a date")]
    let sent = sent.map(|sent| Instant(sent as i64 / 1_000));
    let text = had(response.text().map_err(|_| FetchError::Unreachable)?).await?;
    Ok(File { text: text.as_string().unwrap_or_default(), sent })
}

/// What a promise brings; one that is broken is a network that is.
async fn had(promised: Promise) -> Result<JsValue, FetchError> {
    JsFuture::from(promised).await.map_err(|_| FetchError::Unreachable)
}
