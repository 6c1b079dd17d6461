//! Responses of APIv2, which have another signature than those of APIv3.

use std::sync::LazyLock;

use regex_lite::Regex;
use wechatpay_client::advice::{Action, Advice, Subject};

use super::{header, number::regex, section::Section};

// In XML, JSON, a form, or a map of PHP.
regex!(RETURN_CODE r"\breturn_code\W{1,16}(?:string\(\d+\)\W{1,4}|CDATA\W{1,4})?(?:SUCCESS|FAIL)\b");

/// The note on a response of APIv2.
pub(super) const NOTE: &str = "this is a response of APIv2 (`return_code`): its request is signed by the parameter `sign` with the \
    APIv2 key (APIv2密钥), and has no part in the keys and headers of APIv3";

/// Tests if the text is a response of APIv2. Those of APIv3 have no `return_code` with these values, and a signature in
/// headers.
pub(super) fn is_response(section: &Section) -> bool {
    let text = &section.text;
    let has_code = RETURN_CODE
        .as_ref()
        .is_some_and(|regex| regex.is_match(text));
    has_code
        && header::targets(text).next().is_none()
        && !text.to_ascii_lowercase().contains("wechatpay-signature")
}

/// The note on a failure of APIv2 about a product that no path names.
pub(super) const QUERY: &str = "query the result before you repeat the request, and repeat it only with the same number and parameters";

/// Tests if advice is on a code that other products have too, and the text does not tell the product: the paths of
/// deductions have `papay` in them. A message, and a code that only one product has, tell the product.
pub(super) fn is_of_other_product(advice: &Advice, section: &Section) -> bool {
    const SHARED: [&str; 4] = ["SYSTEMERROR", "NOTENOUGH", "NOT_ENOUGH", "PROCESSING"];
    let is_shared = match advice.subject() {
        Subject::Code(code) => SHARED.contains(&code),
        _ => false,
    };
    is_shared && advice.product().is_some() && !section.text.contains("papay")
}

/// Tests if advice is about the signature of APIv3.
pub(super) fn is_of_other_signature(advice: &Advice) -> bool {
    let notes = advice.causes().into_iter().chain(advice.steps());
    let names_header =
        |note: String| note.contains("`Authorization`") || note.contains("`serial_no`");
    advice.action() == Action::FixKeys || notes.into_iter().any(names_header)
}
