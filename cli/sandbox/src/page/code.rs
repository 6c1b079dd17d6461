//! QR codes (二维码), as SVG in the page.

use maud::{Markup, PreEscaped, html};
use qrcode::{QrCode, render::svg::Color};

/// The width and height of a code, in pixels at least.
const SIZE: u32 = 200;

/// The QR code of a text, or the text if it is too long for one.
pub(super) fn code(text: &str) -> Markup {
    let Ok(code) = QrCode::new(text) else {
        return html! { code { (text) } };
    };
    let svg = code
        .render::<Color<'_>>()
        .min_dimensions(SIZE, SIZE)
        .build();
    // In HTML, SVG has no declaration of XML.
    let svg = svg.find("<svg").and_then(|start| svg.get(start..));
    html! { .code { (PreEscaped(svg.unwrap_or_default())) } }
}
