//! The numbers that WeChat Pay gives, in its forms.

use openssl::{base64::encode_block, rand::rand_bytes};

use crate::clock::Time;

/// `prepay_id`: `wx`, the time, and 20 hexadecimal digits.
pub(crate) fn prepay_id(now: Time) -> String {
    let random = random::<10>().map(|byte| format!("{byte:02x}")).concat();
    format!("wx{}{random}", now.format("%Y%m%d%H%M%S"))
}

/// `transaction_id`: 28 digits, which begin with 42000.
pub(crate) fn transaction_id(now: Time) -> String {
    format!("42000{}{}", now.format("%Y%m%d"), digits::<15>())
}

/// `refund_id`: 29 digits, which begin with 50.
pub(crate) fn refund_id(now: Time) -> String {
    format!("50{}{}", now.format("%Y%m%d"), digits::<19>())
}

/// `order_id` of a sharing and `return_id` of a return: 28 digits, which begin with 30000.
pub(crate) fn sharing_id(now: Time) -> String {
    format!("30000{}{}", now.format("%Y%m%d"), digits::<15>())
}

/// `detail_id` of a share: 23 digits, which begin with 36.
pub(crate) fn detail_id(now: Time) -> String {
    format!("36{}{}", now.format("%Y%m%d"), digits::<13>())
}

/// `transfer_bill_no`: 40 digits, which begin with 1330.
pub(crate) fn transfer_bill_no(now: Time) -> String {
    let (first, last) = (digits::<16>(), digits::<12>());
    format!("1330{first}{}{last}", now.format("%Y%m%d"))
}

/// A package that a front end hands to WeChat: 64 random bytes in Base64.
pub(crate) fn package() -> String {
    encode_block(&random::<64>())
}

/// `contract_id`: the time and 14 digits, 28 in all.
pub(crate) fn contract_id(now: Time) -> String {
    format!("{}{}", now.format("%Y%m%d%H%M%S"), digits::<14>())
}

/// `order_id` of a service order: 31 digits, which begin with 0000300001.
pub(crate) fn service_order_id(now: Time) -> String {
    format!("0000300001{}{}", now.format("%Y%m%d"), digits::<13>())
}

/// The ID of a session: 28 hexadecimal digits.
pub(crate) fn session_id() -> String {
    random::<14>().map(|byte| format!("{byte:02x}")).concat()
}

fn digits<const N: usize>() -> String {
    random::<N>().map(|byte| (byte % 10).to_string()).concat()
}

/// Random bytes. Zeros if OpenSSL fails: then the number exists already, and the state refuses it.
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // The result is in the bytes.
    let _ = rand_bytes(&mut bytes);
    bytes
}
