//! Texts of the library in terms of the command: options and files in place of the types and methods of Rust.

/// The clauses of the library that speak to programs in Rust, and those of the command.
const CLAUSES: [(&str, &str); 33] = [
    // An unknown outcome: the next steps say how to query and how to repeat.
    (
        "; the request may have been executed: query the order, or repeat the request with the same numbers",
        "; the request may have been executed",
    ),
    (
        "; an earlier attempt may have been executed: query the order, or repeat the request with the same numbers",
        "; an earlier attempt may have been executed",
    ),
    // Settings.
    (
        "a root certificate for TLS is not PEM text of X.509 certificates: pass the content of the file, not its path",
        "--root-certificates: the file has no certificates in PEM",
    ),
    (
        ": add each `PlatformCertificate` by `Verifier::with_key`",
        ": give --platform-certificate FILE",
    ),
    (
        "the client has no WeChat Pay key to encrypt sensitive fields: add one by `Verifier::with_key`",
        "no key of WeChat Pay is there to encrypt sensitive fields: give --public-key and --public-key-id, or --platform-certificate",
    ),
    (
        "the operation is not for this client: an operation below `/brand/` needs a client of a brand (`Merchant::brand`), every other a client of a merchant",
        "an operation below `/brand/` needs --brand-id, every other --mchid",
    ),
    (": build the client with `.global()`", ": add --global"),
    (
        ": build the client without `.global()`",
        ": leave out --global",
    ),
    (" (pass the content of the file, not its path)", ""),
    (
        " (for PEM text use `Merchant::new`, with mchid and serial_no)",
        ": give a private key in PEM by --private-key",
    ),
    (
        " and pass the PEM text to `Merchant::new`, with mchid and serial_no",
        " and give the new file by --private-key and --certificate",
    ),
    // The request.
    (
        ": pass a struct or a map, which is a JSON object",
        ": send an object",
    ),
    ("path argument `", "the value of the path `"),
    ("is empty: pass a value", "is empty: give a value"),
    (": pass another value", ": give another value"),
    (
        "is empty: use `None` to leave the header out",
        "is empty: give a value, or leave the header out",
    ),
    ("`null` (or `None`)", "`null`"),
    (
        ", so its rules cannot be checked: nest objects and lists less deep, or do not validate",
        ": nest objects and lists less deep",
    ),
    // Signatures.
    (
        "the merchant's `Signer` failed",
        "the command of --sign-with failed",
    ),
    (
        "this Signer does not decrypt",
        "--sign-with only signs: give --private-key FILE to decrypt",
    ),
    ("; `diagnose` searches for the cause", ""),
    (
        " (`Merchant::with_certificate` compares both, if the key is in memory)",
        " (with --certificate FILE, `wechatpay doctor` compares both)",
    ),
    ("the prefix of `base_url`", "the prefix of --base-url"),
    (
        "see `PlatformCertificates::last_failure`, and verify again after a download",
        "run `wechatpay certificates`, which shows why",
    ),
    (
        "the time `now` to verify at was made from",
        "the time to verify at was made from",
    ),
    // Platform certificates.
    (
        ": give its WeChat Pay public key to the `Verifier`",
        ": give --public-key FILE and --public-key-id ID",
    ),
    (
        ": add the WeChat Pay public key with this ID by `Verifier::with_key`",
        ": give the WeChat Pay public key with this ID by --public-key and --public-key-id",
    ),
    (
        ": add its certificate by `Verifier::with_key`",
        ": give its certificate by --platform-certificate FILE",
    ),
    // Responses and files.
    (": raise `ClientBuilder::body_limit`", ""),
    (
        "; add the merchant by `ClientBuilder::earlier_merchant`",
        "; give the private key of that certificate",
    ),
    ("; raise the limit, or use `save`", ""),
    ("; call `with_gzip()` on its description", ""),
    (": refused by its type", ": has an unexpected value"),
];

/// The clauses about the execution of a request, and those about a query, which executes nothing.
const CLAUSES_OF_QUERIES: [(&str, &str); 5] = [
    ("; the request may have been executed", ""),
    ("; an earlier attempt may have been executed", ""),
    ("the request was executed, but the response", "the response"),
    ("the outcome is unknown: the unverified", "the unverified"),
    (
        "; call less often, then query the request or repeat it with the same numbers",
        "; call less often",
    ),
];

/// The clauses that send to the doctor, and those of the doctor itself.
const CLAUSES_OF_THE_DOCTOR: [(&str, &str); 1] = [(
    " (with --certificate FILE, `wechatpay doctor` compares both)",
    " (give --certificate FILE, which the doctor compares with the key)",
)];

/// The texts before and after the name of a type.
const TYPE: (&str, &str) = (" does not decode as `", "`");

/// The text of an error of the library, in terms of the command.
pub(crate) fn in_own_terms(text: &str) -> String {
    without_codes(without_type(replaced(text, &CLAUSES)))
}

/// A text of the command about a query: a GET, which changes nothing.
pub(crate) fn of_query(text: &str) -> String {
    replaced(text, &CLAUSES_OF_QUERIES)
}

/// A text of the doctor, which sends nobody to itself.
pub(crate) fn of_the_doctor(text: &str) -> String {
    replaced(&in_own_terms(text), &CLAUSES_OF_THE_DOCTOR)
}

fn replaced(text: &str, clauses: &[(&str, &str)]) -> String {
    let clauses = clauses.iter();
    clauses.fold(text.to_owned(), |text, (clause, own)| {
        text.replace(clause, own)
    })
}

/// The text without the name of the type that a response is decoded as.
fn without_type(text: String) -> String {
    let (begin, end) = TYPE;
    let found = text.split_once(begin);
    let rest = found.and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    match rest {
        Some((before, after)) => format!("{before} cannot be read{after}"),
        None => text,
    }
}

/// The text with only the reasons of OpenSSL's errors, which are of the form `error:CODE:LIBRARY:FUNCTION:REASON:FILE:LINE:`.
fn without_codes(text: String) -> String {
    let Some((before, rest)) = text.split_once("error:") else {
        return text;
    };
    let is_code = |code: &str| code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts: Vec<_> = rest.splitn(7, ':').collect();
    match &*parts {
        [code, _, _, reason, _, line, rest] if is_code(code) && line.parse::<u32>().is_ok() => {
            let rest = without_codes((*rest).to_owned());
            format!("{before}{reason}{}", rest.trim_end_matches(':'))
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests;
