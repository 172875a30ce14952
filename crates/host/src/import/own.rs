//! Meridian's own `agenda.json`, written again as `import` writes it: every member in its order, none left out.

/// The agenda with the indentation of all others.
///
/// # Errors
/// It is no JSON.
pub(super) fn normalised(text: &str) -> Result<String, String> {
    super::json::refuse_huge(text)?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut out = Vec::new();
    let mut writer = serde_json::Serializer::pretty(&mut out);
    let read = serde_transcode::transcode(&mut reader, &mut writer).and_then(|()| reader.end());
    read.map_err(|error| format!("this is no JSON that can be read ({error})"))?;
    let text = String::from_utf8(out).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}
