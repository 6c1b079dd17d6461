// pub struct Notice {
//     pub id: String,
//     #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
//     pub kind: Option<String>,
//     #[serde(default)]
//     pub r#as: Vec<String>,
// }

#[automatically_derived]
impl<'de> ::wechatpay_client::__private::serde::Deserialize<'de> for Notice {
    fn deserialize<D: ::wechatpay_client::__private::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::core::result::Result<Self, D::Error> {
        ::wechatpay_client::__private::json::deserialize(deserializer)
    }
}
#[automatically_derived]
impl<'de> ::wechatpay_client::__private::json::Members<'de> for Notice {
    const TYPE: &'static str = "Notice";
    const NAMES: &'static [&'static str] = &["id", "type", "as"];
    fn read<A: ::wechatpay_client::__private::serde::de::MapAccess<'de>>(
        mut members: A,
    ) -> ::core::result::Result<Self, A::Error> {
        let mut member0 = ::core::option::Option::None;
        let mut member1 = ::core::option::Option::None;
        let mut member2 = ::core::option::Option::None;
        while let ::core::option::Option::Some(place) = ::wechatpay_client::__private::json::next::<
            Self,
            A,
        >(&mut members)? {
            match place {
                0usize => {
                    ::wechatpay_client::__private::json::read(
                        &mut members,
                        &mut member0,
                        "id",
                    )
                }
                1usize => {
                    ::wechatpay_client::__private::json::read(
                        &mut members,
                        &mut member1,
                        "type",
                    )
                }
                2usize => {
                    ::wechatpay_client::__private::json::read(
                        &mut members,
                        &mut member2,
                        "as",
                    )
                }
                _ => ::wechatpay_client::__private::json::skip(&mut members),
            }?;
        }
        ::core::result::Result::Ok(Self {
            id: match ::wechatpay_client::__private::json::member(member0, "id") {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    return ::core::result::Result::Err(error);
                }
            },
            kind: match ::wechatpay_client::__private::json::member(member1, "type") {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    return ::core::result::Result::Err(error);
                }
            },
            r#as: member2.unwrap_or_default(),
        })
    }
}
