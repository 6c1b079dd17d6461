//! 报关单 旧路径.

use serde::Serialize;
use wechatpay_client::{Result, wechatpay_api};

use super::{
    CreateCustomsOrderRequest, CreateCustomsOrderResponse, Customs, ModifyCustomsOrderRequest,
    ModifyCustomsOrderResponse, OrderType, QueryCustomsOrderResponse, RedeclareCustomsOrderRequest,
    RedeclareCustomsOrderResponse, VerifyCustomsCertificateRequest,
    VerifyCustomsCertificateResponse,
};

/// 报关单 旧路径
#[wechatpay_api(defaults)]
pub trait LegacyCustomsOrders {
    /// 报关（旧版）
    ///
    /// `POST apihk.mch.weixin.qq.com/global/v3/customs/orders`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/declarecustom_ch/chapter3_1.shtml>
    #[wechatpay_api(POST "/global/v3/customs/orders", global)]
    async fn create_legacy_customs_order(
        &self,
        body: &CreateCustomsOrderRequest,
    ) -> Result<CreateCustomsOrderResponse>;

    /// 报关查询（旧版）
    ///
    /// `GET apihk.mch.weixin.qq.com/global/v3/customs/orders`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/declarecustom_ch/chapter3_3.shtml>
    ///
    /// - `appid` 机构APPID: such as `wxd678efh567hg6787`
    /// - `mchid` 商户号: such as `1230000109`
    /// - `order_type` 订单类型: such as `out_trade_no`
    /// - `order_no` 订单号: such as `20150806125346`
    /// - `customs` 海关: such as `SHANGHAI_ZS`
    #[wechatpay_api(GET "/global/v3/customs/orders", global)]
    async fn query_legacy_customs_order(
        &self,
        #[query] appid: &str,
        #[query] mchid: &str,
        #[query] order_type: &OrderType,
        #[query] order_no: &str,
        #[query] customs: &Customs,
        query: &QueryLegacyCustomsOrderQuery,
    ) -> Result<QueryCustomsOrderResponse>;

    /// 报关信息修改（旧版）
    ///
    /// `PATCH apihk.mch.weixin.qq.com/global/v3/customs/orders`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/declarecustom_ch/chapter3_5.shtml>
    #[wechatpay_api(PATCH "/global/v3/customs/orders", global)]
    async fn modify_legacy_customs_order(
        &self,
        body: &ModifyCustomsOrderRequest,
    ) -> Result<ModifyCustomsOrderResponse>;

    /// 报关重推（旧版）
    ///
    /// `POST apihk.mch.weixin.qq.com/global/v3/customs/redeclare`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/declarecustom_ch/chapter3_4.shtml>
    #[wechatpay_api(POST "/global/v3/customs/redeclare", global)]
    async fn redeclare_legacy_customs_order(
        &self,
        body: &RedeclareCustomsOrderRequest,
    ) -> Result<RedeclareCustomsOrderResponse>;

    /// 身份信息校验（旧版）
    ///
    /// `POST apihk.mch.weixin.qq.com/global/v3/customs/verify-certificate`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/declarecustom_ch/chapter3_2.shtml>
    #[wechatpay_api(POST "/global/v3/customs/verify-certificate", global)]
    async fn verify_legacy_customs_certificate(
        &self,
        body: &VerifyCustomsCertificateRequest,
    ) -> Result<VerifyCustomsCertificateResponse>;
}

/// The query of [`LegacyCustomsOrders::query_legacy_customs_order`].
///
/// `QueryLegacyCustomsOrderQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_offset`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryLegacyCustomsOrderQuery {
    /// 偏移量: such as `1`
    pub offset: Option<i64>,
    /// 请求最大记录条数: such as `20`
    pub limit: Option<i64>,
}
