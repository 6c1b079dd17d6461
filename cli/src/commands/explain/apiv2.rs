//! Responses of APIv2, which have another signature than those of APIv3.

use wechatpay_client::advice::{Action, Advice};

use super::section::Section;

/// The note on a response of APIv2.
pub(super) const NOTE: &str = "this is a response of APIv2 (`return_code`): its request is signed by the parameter `sign` with the \
    APIv2 key (APIv2密钥), and has no part in the keys and headers of APIv3";

/// Tests if the text is a response of APIv2. Those of APIv3 have no `return_code`, and a signature in headers.
pub(super) fn is_response(section: &Section) -> bool {
    let text = section.text.to_ascii_lowercase();
    text.contains("return_code") && !text.contains("wechatpay-signature")
}

/// Tests if advice is about the signature of APIv3.
pub(super) fn is_of_other_signature(advice: &Advice) -> bool {
    let notes = advice.causes().into_iter().chain(advice.steps());
    let names_header =
        |note: String| note.contains("`Authorization`") || note.contains("`serial_no`");
    advice.action() == Action::FixKeys || notes.into_iter().any(names_header)
}
