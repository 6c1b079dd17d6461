//! 发票抬头.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 发票抬头
#[wechatpay_api(defaults)]
pub trait FapiaoTitles {
    /// 获取抬头填写链接
    ///
    /// `GET /v3/new-tax-control-fapiao/user-title/title-url`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_5.shtml>
    ///
    /// - `fapiao_apply_id` 发票申请单号: such as `fapiao_20200701_123456`
    /// - `source` 开票来源: such as `WEB`
    /// - `appid` 商户AppID: such as `wxb1170446a4c0a5a2`
    /// - `openid` 用户OpenID: such as `plN5twRbHym_j-QcqCzstl0HmwEs`
    /// - `total_amount` 总金额: such as `382895`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/user-title/title-url")]
    async fn query_fapiao_title_url(
        &self,
        #[query] fapiao_apply_id: &str,
        #[query] source: &TitleUrlSource,
        #[query] appid: &str,
        #[query] openid: &str,
        #[query] total_amount: Fen,
        query: &QueryFapiaoTitleUrlQuery,
    ) -> Result<TitleUrl>;

    /// 获取用户填写的抬头
    ///
    /// `GET /v3/new-tax-control-fapiao/user-title`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_6.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `scene` 开票场景: such as `WITH_WECHATPAY`
    /// - `fapiao_apply_id` 发票申请单号: such as `4200000444201910177461284488`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/user-title")]
    async fn query_fapiao_user_title(
        &self,
        #[query] sub_mchid: Option<&str>,
        #[query] scene: &FapiaoScene,
        #[query] fapiao_apply_id: &str,
    ) -> Result<UserTitle>;
}

/// The query of [`FapiaoTitles::query_fapiao_title_url`].
///
/// `QueryFapiaoTitleUrlQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryFapiaoTitleUrlQuery {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 销售方名称: such as `深圳市南山区测试商户`
    pub seller_name: Option<String>,
    /// 是否需要展示手机号填写栏
    pub show_phone_cell: Option<bool>,
    /// 用户是否必须填写手机号
    pub must_input_phone: Option<bool>,
    /// 是否需要展示邮箱地址填写栏
    pub show_email_cell: Option<bool>,
    /// 用户是否必须填写邮箱地址
    pub must_input_email: Option<bool>,
}

/// The response of [`FapiaoTitles::query_fapiao_title_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TitleUrl {
    /// 抬头填写链接: such as `https://payapp.weixin.qq.com`
    pub title_url: Option<String>,
    /// 抬头填写小程序AppID: such as `wxb1170446a4c0a5a2`
    pub miniprogram_appid: Option<String>,
    /// 抬头填写小程序页面路径: such as `pages/xxxPage`
    pub miniprogram_path: Option<String>,
    /// 抬头填写小程序的用户名: such as `gh_86a091e50ad4@app`
    pub miniprogram_user_name: Option<String>,
}

/// The response of [`FapiaoTitles::query_fapiao_user_title`].
///
/// `UserTitle::builder().r#type(…).name(…).build()`. For an `Option`, use setters such as
/// `maybe_taxpayer_id`.
///
/// Sensitive members serialize and deserialize only inside the client, which encrypts and decrypts
/// them. Tests use `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct UserTitle {
    /// 购买方类型: such as `ORGANIZATION`
    pub r#type: BuyerType,
    /// 名称: such as `深圳市南山区测试企业`
    pub name: String,
    /// 纳税人识别号: such as `202003261233701778`
    pub taxpayer_id: Option<String>,
    /// 地址: such as `深圳市南山区深南大道10000号`
    pub address: Option<String>,
    /// 电话: such as `075512345678`
    pub telephone: Option<String>,
    /// 开户银行: such as `测试银行`
    pub bank_name: Option<String>,
    /// 银行账号: such as `62001234567890`
    pub bank_account: Option<String>,
    /// 手机号: encrypted
    pub phone: Option<Sensitive>,
    /// 邮箱地址: encrypted
    pub email: Option<Sensitive>,
    /// 订单金额: such as `1000`
    pub amount: Option<Fen>,
    /// 商户订单号: such as `order_20200701_123456`
    pub out_trade_no: Option<String>,
    /// 开具的发票类型: such as `COMM_FAPIAO`
    pub fapiao_bill_type: Option<FapiaoBillType>,
    /// 留言信息: such as `用户留言`
    pub user_apply_message: Option<String>,
}

rules! {
    UserTitle {
        member("type", &[Listed(BuyerType::TEXTS)]),
        member("fapiao_bill_type", &[Listed(FapiaoBillType::TEXTS)]),
    }
}

parameter_enum! {
    /// 开票来源
    pub enum TitleUrlSource {
        Web = "WEB",
        Miniprogram = "MINIPROGRAM",
    }
}

parameter_enum! {
    /// 开票场景
    pub enum FapiaoScene {
        WithWechatpay = "WITH_WECHATPAY",
        WithoutWechatpay = "WITHOUT_WECHATPAY",
    }
}

open_enum! {
    /// 购买方类型
    pub enum BuyerType {
        Individual = "INDIVIDUAL",
        Organization = "ORGANIZATION",
    }
}

open_enum! {
    /// 开具的发票类型
    pub enum FapiaoBillType {
        CommFapiao = "COMM_FAPIAO",
        VatFapiao = "VAT_FAPIAO",
    }
}
