//! 银行.

use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

/// 银行
#[wechatpay_api(defaults)]
pub trait Banks {
    /// 查询支持对公业务的银行列表
    ///
    /// `GET /v3/capital/capitallhh/banks/corporate-banking`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter11_2_3.shtml>
    ///
    /// - `offset` 本次查询偏移量: such as `0`
    /// - `limit` 本次请求最大查询条数: such as `200`
    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/corporate-banking")]
    async fn list_corporate_banks(
        &self,
        #[query] offset: Option<i64>,
        #[query] limit: i64,
    ) -> Result<ListBanksResponse>;

    /// 查询支持个人业务的银行列表
    ///
    /// `GET /v3/capital/capitallhh/banks/personal-banking`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter11_2_2.shtml>
    ///
    /// - `offset` 本次查询偏移量: such as `0`
    /// - `limit` 本次请求最大查询条数: such as `200`
    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/personal-banking")]
    async fn list_personal_banks(
        &self,
        #[query] offset: Option<i64>,
        #[query] limit: i64,
    ) -> Result<ListBanksResponse>;

    /// 获取对私银行卡号开户银行
    ///
    /// `GET /v3/capital/capitallhh/banks/search-banks-by-bank-account`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter11_2_1.shtml>
    ///
    /// - `account_number` 银行卡号: encrypted
    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
    async fn search_banks_by_bank_account(
        &self,
        #[query] account_number: &Sensitive,
    ) -> Result<SearchBanksByBankAccountResponse>;

    /// 查询支行列表
    ///
    /// `GET /v3/capital/capitallhh/banks/{bank_alias_code}/branches`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter11_2_6.shtml>
    ///
    /// - `bank_alias_code` 银行别名编码: such as `1000006247`
    /// - `city_code` 城市编码: such as `536`
    /// - `offset` 本次查询偏移量
    /// - `limit` 本次请求最大查询条数: such as `200`
    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/{bank_alias_code}/branches")]
    async fn list_bank_branches(
        &self,
        bank_alias_code: &str,
        #[query] city_code: i64,
        #[query] offset: Option<i64>,
        #[query] limit: i64,
    ) -> Result<ListBankBranchesResponse>;
}

/// The response of [`Banks::list_corporate_banks`], [`Banks::list_personal_banks`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListBanksResponse {
    /// 查询数据总条数: such as `10`
    pub total_count: i64,
    /// 本次查询数据条数: such as `10`
    pub count: Option<i64>,
    /// 银行列表
    pub data: Option<Vec<Bank>>,
    /// 本次查询偏移量: such as `0`
    pub offset: i64,
    /// 分页链接
    pub links: Option<PageLinks>,
}

/// 银行列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Bank {
    /// 银行别名: such as `工商银行深圳前海微众银行`
    pub bank_alias: String,
    /// 银行别名编码: such as `1000006247`
    pub bank_alias_code: String,
    /// 开户银行: such as `招商银行其他银行`
    pub account_bank: String,
    /// 开户银行编码: such as `1001`
    pub account_bank_code: i64,
    /// 是否需要填写支行
    pub need_bank_branch: bool,
}

/// 分页链接
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PageLinks {
    /// 下一页链接
    pub next: Option<String>,
    /// 上一页链接
    pub prev: Option<String>,
    /// 当前链接
    #[serde(rename = "self")]
    pub self_: Option<String>,
}

/// The response of [`Banks::search_banks_by_bank_account`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SearchBanksByBankAccountResponse {
    /// 查询数据总条数: such as `10`
    pub total_count: i64,
    /// 银行列表
    pub data: Option<Vec<Bank>>,
}

/// The response of [`Banks::list_bank_branches`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListBankBranchesResponse {
    /// 查询数据总条数: such as `10`
    pub total_count: i64,
    /// 本次查询条数: such as `10`
    pub count: i64,
    /// 支行列表
    pub data: Option<Vec<BankBranch>>,
    /// 本次查询偏移量: such as `0`
    pub offset: i64,
    /// 分页链接
    pub links: PageLinks,
    /// 开户银行: such as `招商银行其他银行`
    pub account_bank: String,
    /// 开户银行编码: such as `1001`
    pub account_bank_code: i64,
    /// 银行别名: such as `工商银行深圳前海微众银行`
    pub bank_alias: String,
    /// 银行别名编码: such as `1000006247`
    pub bank_alias_code: String,
}

/// 支行列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BankBranch {
    /// 开户银行支行名称: such as `中国工商银行上海市周浦支行`
    pub bank_branch_name: String,
    /// 开户银行支行联行号: such as `102290072311`
    pub bank_branch_id: String,
}
