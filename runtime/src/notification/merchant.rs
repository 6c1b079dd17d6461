//! The merchant that a notification is about, read from the resource of any event.

use serde_json::Value;

/// The merchant or brand that the resource of a notification names, returned by
/// [`Notification::merchant`](super::Notification::merchant).
///
/// A service provider (服务商) has one `notify_url` for many merchants: choose the merchant by
/// [`sub_mchid`](Self::sub_mchid). Resources of some events name no merchant, such as complaints and cards: all three
/// numbers are then `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NotifiedMerchant {
    /// The merchant number (商户号) of the merchant or service provider that made the call: `mchid`, `sp_mchid` or
    /// `combine_mchid`, depending on the event.
    pub mchid: Option<String>,
    /// The number of the merchant for whom a service provider made the call (子商户号, `sub_mchid`).
    pub sub_mchid: Option<String>,
    /// The ID of the brand (品牌ID, `brand_id`).
    pub brand_id: Option<String>,
}

/// The places of the merchant number in the resources of all events. The merchant that consumes a coupon, sends one or
/// sponsors a budget is not the merchant that is notified.
const MCHID: [&str; 6] = [
    "/mchid",
    "/sp_mchid",
    "/combine_mchid",
    "/mch_id",
    "/stock_creator_mchid",
    "/instruction/commander/mchid",
];

impl NotifiedMerchant {
    /// Reads the numbers from a decrypted resource.
    pub(super) fn of(plaintext: &[u8]) -> Self {
        let resource: Value = serde_json::from_slice(plaintext).unwrap_or_default();
        let number = |pointer| match resource.pointer(pointer)? {
            Value::String(number) if !number.is_empty() => Some(number.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        Self {
            mchid: MCHID.into_iter().find_map(number),
            sub_mchid: number("/sub_mchid"),
            brand_id: number("/brand_id"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(resource: &str) -> [Option<String>; 3] {
        let NotifiedMerchant {
            mchid,
            sub_mchid,
            brand_id,
        } = NotifiedMerchant::of(resource.as_bytes());
        [mchid, sub_mchid, brand_id]
    }

    #[test]
    fn numbers_are_read_from_every_place() {
        let found = |number: &str| Some(number.to_owned());
        for name in [
            "mchid",
            "sp_mchid",
            "combine_mchid",
            "mch_id",
            "stock_creator_mchid",
        ] {
            let resource = format!(r#"{{"{name}": "1900000109", "sub_mchid": "1900000110"}}"#);
            let expected = [found("1900000109"), found("1900000110"), None];
            assert_eq!(numbers(&resource), expected, "{name}");
        }
        let commander =
            r#"{"instruction": {"commander": {"mchid": "1900000109"}}, "brand_id": 40000}"#;
        assert_eq!(
            numbers(commander),
            [found("1900000109"), None, found("40000")]
        );
    }

    #[test]
    fn other_values_are_no_numbers() {
        let nothing = [None, None, None];
        let resource =
            r#"{"mchid": null, "sp_mchid": "", "sub_mchid": {}, "consume_mchid": "1900000109"}"#;
        assert_eq!(numbers(resource), nothing);
        assert_eq!(numbers("no JSON"), nothing);
    }
}
