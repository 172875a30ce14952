//! The themes' drawings as files: one sheet that pages take them from, and the
//! pictures that link previews show.

use super::colour::Tint;
use agenda::Agenda;
use agenda::artwork::{HEIGHT, Stroke, WIDTH, draw};
use agenda::model::{Motif, Theme};

/// The sheet's place in the site.
pub(super) const SHEET: &str = "artwork.svg";

/// How present a stroke of each weight is. A page's stylesheet does not reach
/// into another file, so the drawing repeats it.
const OPACITIES: [(i32, &str); 3] = [(0, "0.28"), (1, "0.55"), (2, "0.95")];

/// The event's drawing and every theme's, each as a `<symbol>`.
pub(super) fn sheet(agenda: &Agenda) -> String {
    let symbols: Vec<String> = subjects(agenda)
        .map(|theme| {
            let id = theme.map_or("art".to_owned(), |theme| format!("art-{}", theme.id));
            let lines = lines(&strokes(agenda, theme));
            format!(
                "<symbol id=\"{id}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" preserveAspectRatio=\"xMaxYMid slice\" \
                 fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.1\">{lines}</symbol>\n"
            )
        })
        .collect();
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\">\n{}</svg>\n", symbols.concat())
}

/// Whose drawings there are: the event's (`None`), then each theme's.
pub(super) fn subjects(agenda: &Agenda) -> impl Iterator<Item = Option<&Theme>> {
    [None].into_iter().chain(agenda.themes().iter().map(Some))
}

/// Whose drawings are pictures for link previews as well: of a large event the event's alone.
pub(super) fn pictured(agenda: &Agenda) -> impl Iterator<Item = Option<&Theme>> {
    subjects(agenda).take(if agenda.is_large() { 1 } else { usize::MAX })
}

/// The place in the site of the picture that link previews to a theme show.
pub(super) fn preview(agenda: &Agenda, theme: Option<&Theme>) -> String {
    card_path(theme.filter(|_| !agenda.is_large()))
}

/// The place in the site of the picture that link previews show.
pub(super) fn card_path(theme: Option<&Theme>) -> String {
    match theme.map(|theme| &*theme.id) {
        None => "cards/event.png".to_owned(),
        // A theme may be called so too; no id has an underscore.
        Some("event") => "cards/event_theme.png".to_owned(),
        Some(id) => format!("cards/{id}.png"),
    }
}

/// That picture, 1200 by 630, in the hue of the light scheme. It has no words:
/// the tool brings no fonts, and link previews show the title beside the card.
pub(super) fn card(agenda: &Agenda, theme: Option<&Theme>) -> String {
    let Tint { wash, edge, art } = Tint::of(theme.map(|theme| theme.hue));
    let lines = lines(&strokes(agenda, theme));
    // The drawing fills the width and hangs over as much above as below.
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\" width=\"1200\" height=\"630\">\
         <rect width=\"1200\" height=\"630\" fill=\"{wash}\"/>\
         <g transform=\"translate(0 -60) scale(2.5)\" fill=\"none\" stroke=\"{art}\" stroke-width=\"1.1\">{lines}</g>\
         <rect width=\"16\" height=\"630\" fill=\"{edge}\"/></svg>"
    )
}

fn strokes(agenda: &Agenda, theme: Option<&Theme>) -> Vec<Stroke> {
    match theme {
        Some(theme) => draw(theme.motif, &theme.id),
        None => draw(Motif::Meridians, &agenda.event().id),
    }
}

/// The strokes, those of one weight together.
fn lines(strokes: &[Stroke]) -> String {
    let groups = OPACITIES.iter().map(|(weight, opacity)| {
        let paths = strokes.iter().filter(|stroke| stroke.weight == *weight);
        let paths: Vec<String> = paths.map(|stroke| format!("<path d=\"{}\"/>", stroke.path)).collect();
        format!("<g stroke-opacity=\"{opacity}\">{}</g>", paths.concat())
    });
    groups.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_sheet_has_every_drawing_with_its_looks() {
        let agenda = sample::agenda();
        let sheet = sheet(&agenda);
        let document = resvg::usvg::roxmltree::Document::parse(&sheet).expect("XML");
        let symbols: Vec<_> = document.descendants().filter(|node| node.has_tag_name("symbol")).collect();
        let ids: Vec<_> = symbols.iter().filter_map(|symbol| symbol.attribute("id")).collect();
        assert_eq!(ids, ["art", "art-sea"]);
        for symbol in symbols {
            assert_eq!(symbol.attribute("stroke"), Some("currentColor"));
            assert_eq!((symbol.attribute("fill"), symbol.attribute("stroke-width")), (Some("none"), Some("1.1")));
            let opacities: Vec<_> = symbol.children().filter_map(|group| group.attribute("stroke-opacity")).collect();
            assert_eq!(opacities, ["0.28", "0.55", "0.95"]);
        }
        let paths = document.descendants().filter(|node| node.has_tag_name("path")).count();
        let drawn: usize = subjects(&agenda).map(|theme| strokes(&agenda, theme).len()).sum();
        assert_eq!(paths, drawn);
    }

    #[test]
    fn a_theme_called_event_has_a_card_of_its_own() {
        let source = sample::SOURCE.replace("\"sea\"", "\"event\"");
        let agenda = Agenda::read(&source, &crate::offset_at).expect("an agenda");
        let paths: Vec<String> = subjects(&agenda).map(card_path).collect();
        assert_eq!(paths, ["cards/event.png", "cards/event_theme.png"]);
    }
}
