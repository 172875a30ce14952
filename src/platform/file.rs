//! Files that are made here and handed to the visitor, and one that they hand back.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, Navigator, ShareData, Url, Window};

use super::window;

/// Milliseconds after which the browser has surely taken what it saves.
const TAKEN: i32 = 60_000;

/// Saves a text as a file of that name, where the browser saves files. An app
/// on the home screen of iOS cannot save; there the share sheet opens, from
/// which a calendar takes the file or Files keeps it.
pub fn save(name: &str, media_type: &str, text: &str) {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options);
    if let (Ok(file), Some(window)) = (file, window())
        && !share(&window.navigator(), &file)
    {
        download(&window, &file, name);
    }
}

/// Reads the file that was chosen in the field that the selector finds; `None`
/// where it cannot be read. The same file can be chosen again afterwards.
pub fn read(selector: &str, done: impl Fn(Option<String>) + 'static) {
    let field = window().and_then(|window| window.document()?.query_selector(selector).ok()?);
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = field.files().and_then(|files| files.item(0)) else { return };
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await;
        field.set_value("");
        done(text.ok().and_then(|text| text.as_string()));
    });
}

/// Opens the share sheet where files cannot be saved; says whether it did.
fn share(navigator: &Navigator, file: &File) -> bool {
    // Known to iOS alone, and true on its home screen.
    let is_on_home_screen = Reflect::get(navigator, &"standalone".into()).is_ok_and(|value| value.is_truthy());
    if !is_on_home_screen || !Reflect::has(navigator, &"canShare".into()).unwrap_or(false) {
        return false;
    }
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    if !navigator.can_share_with_data(&data) {
        return false;
    }
    let shared = navigator.share_with_data(&data);
    spawn_local(async move {
        // Broken off by the visitor, who knows it.
        let _ = JsFuture::from(shared).await;
    });
    true
}

/// Saves it by a link that nobody sees. That is a download and no navigation,
/// so no directive of the policy has to let it through.
fn download(window: &Window, file: &File, name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlAnchorElement = window.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = Closure::once_into_js(move || {
        // One that is forgotten already is no loss.
        let _ = Url::revoke_object_url(&address);
    });
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), TAKEN);
    Some(())
}
