//! 浙江补贴资格.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::rules::rules;

/// 浙江补贴资格
#[wechatpay_api(defaults)]
pub trait ZhejiangQualifications {
    /// 浙江查询补贴资格
    ///
    /// `POST /v3/gov/subsidy/zhejiang/qualifications/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/qualifications/query")]
    async fn list_zhejiang_qualifications(
        &self,
        body: &ListZhejiangQualificationsRequest,
    ) -> Result<ListZhejiangQualificationsResponse>;

    /// 浙江领取资格
    ///
    /// `POST /v3/gov/subsidy/zhejiang/qualifications/claim`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/qualifications/claim")]
    async fn claim_zhejiang_qualification(
        &self,
        body: &ClaimZhejiangQualificationRequest,
    ) -> Result<ZhejiangResponse>;

    /// 变更资格
    ///
    /// `POST /v3/gov/subsidy/zhejiang/qualifications/alter`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/qualifications/alter")]
    async fn alter_zhejiang_qualification(
        &self,
        body: &AlterZhejiangQualificationRequest,
    ) -> Result<AlterZhejiangQualificationResponse>;

    /// 核销资格
    ///
    /// `POST /v3/gov/subsidy/zhejiang/qualifications/sync`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/qualifications/sync")]
    async fn sync_zhejiang_qualification(
        &self,
        body: &SyncZhejiangQualificationRequest,
    ) -> Result<SyncZhejiangQualificationResponse>;

    /// n品类核销
    ///
    /// `POST /v3/gov/subsidy/zhejiang/n-qualifications/confirm`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/n-qualifications/confirm")]
    async fn confirm_zhejiang_n_qualification(
        &self,
        body: &ConfirmZhejiangNQualificationRequest,
    ) -> Result<ZhejiangResponse>;
}

/// The request of [`ZhejiangQualifications::list_zhejiang_qualifications`].
///
/// `ListZhejiangQualificationsRequest::builder().cert_no(…).req_ssn(…).build()`. For an `Option`,
/// use setters such as `maybe_cate_code`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListZhejiangQualificationsRequest {
    /// 证件号码: encrypted (unconfirmed)
    pub cert_no: Sensitive,
    /// 品类编码: such as `A01`
    pub cate_code: Option<String>,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
}

rules! { ListZhejiangQualificationsRequest {} }

/// The response of [`ZhejiangQualifications::list_zhejiang_qualifications`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListZhejiangQualificationsResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `操作成功`
    pub resp_desc: Option<String>,
    /// 资格信息
    pub data: Option<Vec<ZhejiangQualification>>,
}

/// 资格信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ZhejiangQualification {
    /// 品类编码: such as `A01`
    pub cate_code: Option<String>,
    /// 状态信息: such as `尚未领取资格`
    pub status: Option<String>,
    /// 状态编码: values `00`, `01`, `02`, `03`, `04`, `05`, `06`
    pub status_code: Option<String>,
}

/// The request of [`ZhejiangQualifications::claim_zhejiang_qualification`].
///
/// `ClaimZhejiangQualificationRequest::builder().cate_code(…).cert_no(…).name(…).tel(…).req_ssn(…).build()`.
/// For an `Option`, use setters such as `maybe_cert_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ClaimZhejiangQualificationRequest {
    /// 品类编码: such as `A01` (unconfirmed)
    pub cate_code: String,
    /// 证件号码: encrypted (unconfirmed)
    pub cert_no: Sensitive,
    /// 姓名: encrypted (unconfirmed)
    pub name: Sensitive,
    /// 手机号: encrypted (unconfirmed)
    pub tel: Sensitive,
    /// 证件类型: values `1`, `2`, `3`, `4`, `5`
    pub cert_type: Option<String>,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
}

rules! {
    ClaimZhejiangQualificationRequest {
        member("cert_type", &[Listed(&["1", "2", "3", "4", "5"])]),
    }
}

/// The response of [`ZhejiangQualifications::claim_zhejiang_qualification`],
/// [`ZhejiangQualifications::confirm_zhejiang_n_qualification`],
/// `ZhejiangAuthCodes::cancel_zhejiang_auth_code`, `ZhejiangAuthCodes::commit_zhejiang_auth_code`,
/// `ZhejiangAuthCodes::refund_zhejiang_auth_code`, `ZhejiangGoods::unlock_zhejiang_sn_code`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ZhejiangResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
}

/// The request of [`ZhejiangQualifications::alter_zhejiang_qualification`].
///
/// `AlterZhejiangQualificationRequest::builder().cate_code(…).cert_no(…).name(…).tel(…).req_ssn(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AlterZhejiangQualificationRequest {
    /// 品类编码: such as `A01` (unconfirmed)
    pub cate_code: String,
    /// 证件号码: encrypted (unconfirmed)
    pub cert_no: Sensitive,
    /// 姓名: encrypted (unconfirmed)
    pub name: Sensitive,
    /// 手机号: encrypted (unconfirmed)
    pub tel: Sensitive,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
}

rules! { AlterZhejiangQualificationRequest {} }

/// The response of [`ZhejiangQualifications::alter_zhejiang_qualification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AlterZhejiangQualificationResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
    /// 品类凭证码
    pub auth_code: Option<String>,
}

/// The request of [`ZhejiangQualifications::sync_zhejiang_qualification`].
///
/// `SyncZhejiangQualificationRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_req_ssn`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncZhejiangQualificationRequest {
    /// 请求流水号: such as `123`
    pub req_ssn: Option<String>,
    /// 资格集合
    pub data: Option<Vec<ZhejiangQualificationRedemption>>,
}

rules! {
    SyncZhejiangQualificationRequest {
        within("data", ZhejiangQualificationRedemption::RULES),
    }
}

/// 资格集合
///
/// `ZhejiangQualificationRedemption::builder().auth_code(…).cate_code(…).cert_no(…).name(…).operation_time(…).sales(…).status(…).subsidy(…).tel(…).add_code(…).address(…).sale_models(…).sn_code(…).uniscid(…).corp_name(…).barcode(…).item_name(…).spec_model(…).brand(…).is_ai_product(…).order_no(…).activity_add_code(…).build()`.
/// For an `Option`, use setters such as `maybe_grade`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ZhejiangQualificationRedemption {
    /// 品类凭证码 (unconfirmed)
    pub auth_code: String,
    /// 品类编码: such as `A01` (unconfirmed)
    pub cate_code: String,
    /// 证件号码: encrypted (unconfirmed)
    pub cert_no: Sensitive,
    /// 能耗等级: values `一级`, `二级`
    pub grade: Option<String>,
    /// 姓名: encrypted (unconfirmed)
    pub name: Sensitive,
    /// 交易完成或商品退回时间戳 (unconfirmed)
    pub operation_time: String,
    /// 银行机构名称
    pub bank_name: Option<String>,
    /// 银行补贴金额
    pub bank_subsidy: Option<String>,
    /// 交易平台补贴金额
    pub plat_subsidy: Option<String>,
    /// 销售金额 (unconfirmed)
    pub sales: String,
    /// 品类状态: values `0`, `1` (unconfirmed)
    pub status: String,
    /// 政府补贴金额 (unconfirmed)
    pub subsidy: String,
    /// 手机号: encrypted (unconfirmed)
    pub tel: Sensitive,
    /// 区县编码: such as `330000` (unconfirmed)
    pub add_code: String,
    /// 收货地址 (unconfirmed)
    pub address: String,
    /// 销售方式: values `0`, `1` (unconfirmed)
    pub sale_models: String,
    /// S/N码 (unconfirmed)
    pub sn_code: String,
    /// 统一社会信息代码 (unconfirmed)
    pub uniscid: String,
    /// 销售企业名称 (unconfirmed)
    pub corp_name: String,
    /// 商品条码 (unconfirmed)
    pub barcode: String,
    /// 商品名称 (unconfirmed)
    pub item_name: String,
    /// 规格型号 (unconfirmed)
    pub spec_model: String,
    /// 家电品牌 (unconfirmed)
    pub brand: String,
    /// 物流单号
    pub logistics_no: Option<String>,
    /// 签收时间
    pub delivery_time: Option<DateTime>,
    /// 发票号
    pub invoice_no: Option<String>,
    /// 是否属于 AI 产品 (unconfirmed)
    pub is_ai_product: String,
    /// 类型
    pub pc_type: Option<String>,
    /// 商户订单号 (unconfirmed)
    pub order_no: String,
    /// 原始订单号
    pub origin_order_no: Option<String>,
    /// 活动地区编码 (unconfirmed)
    pub activity_add_code: String,
    /// IMEI1
    pub imei1: Option<String>,
    /// IMEI2
    pub imei2: Option<String>,
    /// 3C SN 锁定解锁订单号
    pub ccc_sn_order_no: Option<String>,
}

rules! {
    ZhejiangQualificationRedemption {
        member("grade", &[Listed(&["一级", "二级"])]),
        member("status", &[Listed(&["0", "1"])]),
        member("sale_models", &[Listed(&["0", "1"])]),
    }
}

/// The response of [`ZhejiangQualifications::sync_zhejiang_qualification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SyncZhejiangQualificationResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
    /// 异常数据说明列表
    pub error_data: Option<Vec<String>>,
}

/// The request of [`ZhejiangQualifications::confirm_zhejiang_n_qualification`].
///
/// `ConfirmZhejiangNQualificationRequest::builder().req_ssn(…).build()`. For an `Option`, use
/// setters such as `maybe_data`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ConfirmZhejiangNQualificationRequest {
    /// 品类集合
    pub data: Option<Vec<ZhejiangNQualificationRedemption>>,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
    /// 请求时间
    pub req_time: Option<String>,
}

rules! { ConfirmZhejiangNQualificationRequest {} }

/// 品类集合
///
/// `ZhejiangNQualificationRedemption::builder().cate_code(…).cert_no(…).name(…).operation_time(…).sales(…).status(…).subsidy(…).tel(…).add_code(…).address(…).sale_models(…).brand(…).activity_add_code(…).uniscid(…).corp_name(…).serial_num(…).build()`.
/// For an `Option`, use setters such as `maybe_grade`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ZhejiangNQualificationRedemption {
    /// 品类编码 (unconfirmed)
    pub cate_code: String,
    /// 证件号码: encrypted (unconfirmed)
    pub cert_no: Sensitive,
    /// 能耗等级
    pub grade: Option<String>,
    /// 姓名: encrypted (unconfirmed)
    pub name: Sensitive,
    /// 交易完成或商品退回时间戳 (unconfirmed)
    pub operation_time: String,
    /// 银行机构名称
    pub bank_name: Option<String>,
    /// 银行补贴金额
    pub bank_subsidy: Option<String>,
    /// 交易平台补贴金额
    pub plat_subsidy: Option<String>,
    /// 销售金额 (unconfirmed)
    pub sales: String,
    /// 品类状态 (unconfirmed)
    pub status: String,
    /// 政府补贴金额 (unconfirmed)
    pub subsidy: String,
    /// 手机号: encrypted (unconfirmed)
    pub tel: Sensitive,
    /// 收货地区编码 (unconfirmed)
    pub add_code: String,
    /// 收货地址: encrypted (unconfirmed)
    pub address: Sensitive,
    /// 销售方式 (unconfirmed)
    pub sale_models: String,
    /// 家电品牌 (unconfirmed)
    pub brand: String,
    /// 活动资金地区编码 (unconfirmed)
    pub activity_add_code: String,
    /// 统一社会信息代码 (unconfirmed)
    pub uniscid: String,
    /// 销售企业名称 (unconfirmed)
    pub corp_name: String,
    /// 数据流水号 (unconfirmed)
    pub serial_num: String,
}
