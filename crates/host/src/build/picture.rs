//! Pictures as PNG, drawn from SVG.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::colour::PAPER;

/// The share of a maskable icon that every mask leaves (W3C, Web App Manifest, "Icon masks").
const SAFE: f32 = 0.8;

/// An SVG as it was read.
pub(super) struct Drawing(Tree);

impl Drawing {
    /// Reads an SVG. It has no text, as the tool brings no fonts, and takes in no other file.
    ///
    /// # Errors
    /// Why it is no SVG.
    pub(super) fn read(svg: &[u8]) -> Result<Self, String> {
        let image_href_resolver = ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        };
        let options = Options { image_href_resolver, ..Options::default() };
        Tree::from_data(svg, &options).map(Self).map_err(|error| error.to_string())
    }

    /// Drawn as large as a picture of that size (in pixels) can hold it.
    ///
    /// # Errors
    /// Why it cannot be drawn.
    pub(super) fn png(&self, width: u16, height: u16) -> Result<Vec<u8>, String> {
        encoded(&self.drawn(width, height, 1.0, None)?)
    }

    /// A square icon from which a device may cut any shape: the drawing inside
    /// what every mask leaves, on its own colour or else on paper.
    ///
    /// # Errors
    /// Why it cannot be drawn.
    pub(super) fn maskable(&self, size: u16) -> Result<Vec<u8>, String> {
        let whole = self.drawn(size, size, 1.0, None)?;
        // The colour at the middle of the upper edge, where a drawing with a ground has it.
        let edge = whole.pixel(u32::from(size) / 2, u32::from(size) / 32).map(|pixel| pixel.demultiply());
        let ground = match edge.filter(|colour| colour.alpha() == u8::MAX) {
            Some(colour) => Color::from_rgba8(colour.red(), colour.green(), colour.blue(), u8::MAX),
            None => Color::from_rgba8(PAPER.0, PAPER.1, PAPER.2, u8::MAX),
        };
        encoded(&self.drawn(size, size, SAFE, Some(ground))?)
    }

    fn drawn(&self, width: u16, height: u16, share: f32, ground: Option<Color>) -> Result<Pixmap, String> {
        let mut pixels = Pixmap::new(u32::from(width), u32::from(height)).ok_or("a picture needs a size")?;
        if let Some(ground) = ground {
            pixels.fill(ground);
        }
        let (size, width, height) = (self.0.size(), f32::from(width), f32::from(height));
        let scale = share * (width / size.width()).min(height / size.height());
        let (left, top) = ((width - scale * size.width()) / 2.0, (height - scale * size.height()) / 2.0);
        let place = Transform::from_scale(scale, scale).post_translate(left, top);
        resvg::render(&self.0, place, &mut pixels.as_mut());
        Ok(pixels)
    }
}

/// Width and height of a PNG in pixels, from its header; `None` when it is none.
pub(super) fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..16)?;
    let (width, height) = header.split_at_checked(4)?;
    let number = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    Some((number(width), number(height)))
}

fn encoded(pixels: &Pixmap) -> Result<Vec<u8>, String> {
    pixels.encode_png().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISC: &[u8] =
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><rect width='20' height='10' fill='red'/></svg>";

    fn decoded(png: &[u8]) -> Pixmap {
        Pixmap::decode_png(png).expect("a PNG")
    }

    #[test]
    fn a_drawing_fills_its_picture_and_keeps_its_shape() {
        let drawing = Drawing::read(DISC).expect("an SVG");
        let png = drawing.png(40, 40).expect("a picture");
        assert_eq!(png_size(&png), Some((40, 40)));
        let pixels = decoded(&png);
        let alpha = |x, y| pixels.pixel(x, y).expect("inside").alpha();
        assert_eq!((alpha(0, 20), alpha(39, 20), alpha(20, 5), alpha(20, 35)), (255, 255, 0, 0));
    }

    #[test]
    fn a_maskable_icon_has_no_hole() {
        let icon = include_bytes!("default_icon.svg");
        for (svg, ground) in [(&icon[..], (0x22, 0x30, 0x4f)), (DISC, (PAPER.0, PAPER.1, PAPER.2))] {
            let pixels = decoded(&Drawing::read(svg).expect("an SVG").maskable(64).expect("a picture"));
            assert!(pixels.pixels().iter().all(|pixel| pixel.alpha() == 255));
            let corner = pixels.pixel(0, 0).expect("inside");
            assert_eq!((corner.red(), corner.green(), corner.blue()), ground);
        }
    }

    #[test]
    fn says_what_is_no_drawing() {
        for bad in [&b""[..], b"<html/>", b"<svg", b"\x89PNG\r\n\x1a\n"] {
            assert!(Drawing::read(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn knows_the_size_of_a_png_only() {
        for bad in [&b""[..], b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"] {
            assert_eq!(png_size(bad), None, "{bad:?}");
        }
    }
}
