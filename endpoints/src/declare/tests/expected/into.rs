pub mod brand_into {
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Value};
    use wechatpay_client::{Result, wechatpay_api};

    /// 删除门店\[1\]
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(DELETE "/v3/brand/stores")]
    pub trait BrandInto {
        /// - `Idempotency-Key` 幂等值
        async fn into_brand(
            &self,
            #[header = "Idempotency-Key"] idempotency_key: &str,
            body: &BrandResult,
        ) -> Result<BrandInto2>;
    }

    /// The request of [`BrandInto`].
    #[derive(Clone, Debug, Serialize)]
    pub struct BrandResult {
        /// 本人 (unconfirmed)
        #[serde(rename = "self")]
        pub self_: bool,
        /// 类型 (unconfirmed)
        pub r#type: String,
        /// `payAuthNo` (unconfirmed)
        #[serde(rename = "payAuthNo")]
        pub pay_auth_no: String,
        /// `pay_auth_no` (unconfirmed)
        #[serde(rename = "pay_auth_no")]
        pub pay_auth_no_2: String,
        /// 内容: the JSON text of a list of `Content` (unconfirmed)
        pub content: String,
        /// \<br/\>
        pub free: Option<Map<String, Value>>,
    }

    /// 内容
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct Content {
        /// A text, as `yyyyMMddHHmmss`
        #[serde(skip_serializing_if = "Option::is_none")]
        pub code: Option<String>,
        /// `parent`
        #[serde(skip_serializing_if = "Option::is_none")]
        pub parent: Option<Map<String, Value>>,
        /// `nothing`
        #[serde(skip_serializing_if = "Option::is_none")]
        pub nothing: Option<Nothing>,
    }

    /// The `nothing` of [`BrandInto`].
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct Nothing {}

    /// The response of [`BrandInto`].
    #[derive(Clone, Debug, Deserialize)]
    pub struct BrandInto2 {
        /// 密文: encrypted with the APIv3 key
        pub cipher: Option<String>,
        /// 比例: default `0.5`
        pub scale: f64,
        /// 编号
        pub id: u64,
    }
}
