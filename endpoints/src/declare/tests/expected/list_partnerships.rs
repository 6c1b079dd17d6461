pub mod fapiao_list_partnerships {
    use serde::Serialize;
    use wechatpay_client::{Result, wechatpay_api};

    /// 查询合作关系列表
    ///
    /// Deprecated by WeChat Pay.
    #[wechatpay_api(GET "/v3/marketing/partnerships", accepted)]
    pub trait ListPartnerships {
        /// - `mchid` 商户号: such as `1900000109`
        async fn list_partnerships(
            &self,
            #[query] mchid: &str,
            query: &ListPartnershipsQuery,
        ) -> Result<()>;
    }

    /// The query of [`ListPartnerships`].
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ListPartnershipsQuery {
        /// 合作方信息: the JSON text of a `Partner`, default `{}`
        pub partner: Option<String>,
        /// 类型: values `1`, `2`
        pub r#type: Option<i64>,
        /// 状态: at most 5 items
        pub states: Option<Vec<String>>,
        /// 分页大小: 1..=50, default `20`
        pub limit: Option<i64>,
    }

    /// 合作方信息
    #[derive(Clone, Debug, Serialize)]
    pub struct Partner {
        /// 合作方类别: such as `APPID` (unconfirmed)
        pub r#type: String,
        /// `appid`
        #[serde(skip_serializing_if = "Option::is_none")]
        pub appid: Option<String>,
    }
}
