//! 非银联交易审核.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 非银联交易审核
#[wechatpay_api(defaults)]
pub trait CupAudits {
    /// 上传审核数据
    ///
    /// `POST /v3/gov/subsidy/audit/cup/upload`
    #[wechatpay_api(POST "/v3/gov/subsidy/audit/cup/upload")]
    async fn upload_cup_audit(&self, body: &CupAuditData) -> Result<CupAuditResponse>;

    /// 更新审核数据
    ///
    /// `POST /v3/gov/subsidy/audit/cup/update`
    #[wechatpay_api(POST "/v3/gov/subsidy/audit/cup/update")]
    async fn update_cup_audit(&self, body: &CupAuditData) -> Result<CupAuditResponse>;

    /// 查询审核结果
    ///
    /// `POST /v3/gov/subsidy/audit/cup/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/audit/cup/query")]
    async fn query_cup_audit(&self, body: &CupAuditRequest) -> Result<CupAudit>;

    /// 作废审核数据
    ///
    /// `POST /v3/gov/subsidy/audit/cup/invalid`
    #[wechatpay_api(POST "/v3/gov/subsidy/audit/cup/invalid")]
    async fn invalidate_cup_audit(&self, body: &CupAuditRequest) -> Result<CupAuditResponse>;

    /// 同步非银联支付交易退款信息
    ///
    /// `POST /v3/gov/subsidy/audit/cup/refund/sync`
    #[wechatpay_api(POST "/v3/gov/subsidy/audit/cup/refund/sync")]
    async fn sync_cup_audit_refund(
        &self,
        body: &SyncCupAuditRefundRequest,
    ) -> Result<CupAuditResponse>;
}

/// The request of [`CupAudits::upload_cup_audit`], [`CupAudits::update_cup_audit`].
///
/// `CupAuditData::builder().org_no(…).sub_mchnt_cd(…).sub_mchnt_nm(…).online_no(…).mchnt_order_id(…).upload_time(…).notify_url(…).prod_id(…).brand_nm(…).prod_model(…).plat_form(…).payer_tp(…).sales_at(…).actual_at(…).trans_tm(…).mchnt_cd(…).discount_at(…).sn_code(…).invoice_info(…).track_info(…).build()`.
/// For an `Option`, use setters such as `maybe_store_nm`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CupAuditData {
    /// 分公司机构代码 (unconfirmed)
    pub org_no: String,
    /// 店铺编码 (unconfirmed)
    pub sub_mchnt_cd: String,
    /// 店铺名称 (unconfirmed)
    pub sub_mchnt_nm: String,
    /// 门店名称
    pub store_nm: Option<String>,
    /// 线上平台订单号 (unconfirmed)
    pub online_no: String,
    /// 商户订单号 (unconfirmed)
    pub mchnt_order_id: String,
    /// 审核记录上传时间 (unconfirmed)
    pub upload_time: String,
    /// 审核结果通知地址 (unconfirmed)
    pub notify_url: String,
    /// 品类 (unconfirmed)
    pub prod_id: String,
    /// 能效
    pub eng_grade: Option<String>,
    /// 品牌 (unconfirmed)
    pub brand_nm: String,
    /// 型号 (unconfirmed)
    pub prod_model: String,
    /// 销售方式
    pub sales_chnl: Option<String>,
    /// 电商平台方 (unconfirmed)
    pub plat_form: String,
    /// 支付方式类型 (unconfirmed)
    pub payer_tp: String,
    /// 收旧订单号
    pub trade_in_order_id: Option<String>,
    /// 收旧价格
    pub trade_in_at: Option<String>,
    /// 收旧价格是否统计
    pub is_trade_in: Option<String>,
    /// 订单金额 (unconfirmed)
    pub sales_at: String,
    /// 实付金额 (unconfirmed)
    pub actual_at: String,
    /// 交易时间 (unconfirmed)
    pub trans_tm: String,
    /// 商户编码 (unconfirmed)
    pub mchnt_cd: String,
    /// 商家优惠金额
    pub mer_sub_at: Option<String>,
    /// 国补优惠金额 (unconfirmed)
    pub discount_at: String,
    /// 其他图片1
    pub image01: Option<String>,
    /// 其他图片2
    pub image02: Option<String>,
    /// 其他图片3
    pub image03: Option<String>,
    /// 其他图片4
    pub image04: Option<String>,
    /// 其他图片5
    pub image05: Option<String>,
    /// 其他图片6
    pub image06: Option<String>,
    /// 其他图片7
    pub image07: Option<String>,
    /// 其他图片8
    pub image08: Option<String>,
    /// 其他图片9
    pub image09: Option<String>,
    /// 其他图片10
    pub image10: Option<String>,
    /// 收旧承诺函照片
    pub commitment_letter_photo: Option<String>,
    /// 收旧承诺函照片格式
    pub commitment_letter_photo_format: Option<String>,
    /// 收旧设备外观照片
    pub device_photo: Option<String>,
    /// 收旧设备外观照片格式
    pub device_photo_format: Option<String>,
    /// 包含完整外包装及sn码的激活照片
    pub pack_and_active_photo: Option<String>,
    /// 商品条码
    pub bar_code: Option<String>,
    /// SN码 (unconfirmed)
    pub sn_code: String,
    /// IMEI1
    pub imei1: Option<String>,
    /// IMEI2
    pub imei2: Option<String>,
    /// 能效或水效网备案登记型号
    pub register_model: Option<String>,
    /// 能效或水效备案号
    pub record_number: Option<String>,
    /// 能效或水效执行的国家标准名称
    pub eng_grade_standard: Option<String>,
    /// 发票信息 (unconfirmed)
    pub invoice_info: InvoiceInfo,
    /// 物流信息 (unconfirmed)
    pub track_info: TrackInfo,
}

rules! {
    CupAuditData {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 发票信息
///
/// `InvoiceInfo::builder().build()`. For an `Option`, use setters such as `maybe_invoice_cd`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InvoiceInfo {
    /// 发票代码
    pub invoice_cd: Option<String>,
    /// 发票号码
    pub invoice_no: Option<String>,
    /// 开票日期
    pub invoice_dt: Option<String>,
    /// 发票链接
    pub invoice_link: Option<String>,
    /// 发票类型
    pub invoice_tp: Option<String>,
    /// 发票校验码
    pub invoice_ck_cd: Option<String>,
    /// 发票上购买人姓名
    pub nm: Option<String>,
    /// 税价合计
    pub tax: Option<String>,
    /// 发票税额
    pub invoice_tax_amt: Option<String>,
    /// 销售企业名称
    pub sales_ent_nm: Option<String>,
    /// 销售方纳税人识别号
    pub tax_payer: Option<String>,
    /// 数量
    pub num: Option<String>,
    /// 货物或应税劳务服务名称
    pub service_nm: Option<String>,
}

/// 物流信息
///
/// `TrackInfo::builder().build()`. For an `Option`, use setters such as `maybe_tracking_no`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TrackInfo {
    /// 物流单号
    pub tracking_no: Option<String>,
    /// 物流公司
    pub tracking_company: Option<String>,
    /// 收货省
    pub usr_prov: Option<String>,
    /// 收货市
    pub usr_city: Option<String>,
    /// 收货区县
    pub usr_area: Option<String>,
    /// 收货地址
    pub usr_addr: Option<String>,
    /// 物流类型
    pub tracking_type: Option<String>,
    /// 提货方式
    pub delivery_method: Option<String>,
    /// 发货地址
    pub shipping_addr: Option<String>,
    /// 签收时间
    pub delivery_time: Option<DateTime>,
}

/// The response of [`CupAudits::upload_cup_audit`], [`CupAudits::update_cup_audit`],
/// [`CupAudits::invalidate_cup_audit`], [`CupAudits::sync_cup_audit_refund`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CupAuditResponse {
    /// 响应码: such as `000000`
    pub code: Option<String>,
    /// 响应描述: such as `成功`
    pub msg: Option<String>,
    /// 详细应答码
    pub sub_code: Option<String>,
    /// 详细应答码描述
    pub sub_msg: Option<String>,
}

/// The request of [`CupAudits::query_cup_audit`], [`CupAudits::invalidate_cup_audit`].
///
/// `CupAuditRequest::builder().org_no(…).mchnt_order_id(…).upload_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CupAuditRequest {
    /// 分公司机构代码 (unconfirmed)
    pub org_no: String,
    /// 商户订单号 (unconfirmed)
    pub mchnt_order_id: String,
    /// 审核记录上传时间 (unconfirmed)
    pub upload_time: String,
}

rules! { CupAuditRequest {} }

/// The response of [`CupAudits::query_cup_audit`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CupAudit {
    /// 响应码: such as `000000`
    pub code: Option<String>,
    /// 响应描述: such as `成功`
    pub msg: Option<String>,
    /// 详细应答码
    pub sub_code: Option<String>,
    /// 详细应答码描述
    pub sub_msg: Option<String>,
    /// 商户订单号
    pub mchnt_order_id: Option<String>,
    /// 核验结果
    pub verify_status: Option<String>,
    /// 核验结果描述
    pub verify_status_desc: Option<String>,
    /// 审核结果
    pub audit_status: Option<String>,
    /// 审核结果描述
    pub audit_status_desc: Option<String>,
    /// 订单状态
    pub trade_status: Option<String>,
    /// 退货金额
    pub refund_at: Option<String>,
    /// 退货日期
    pub refund_dt: Option<String>,
    /// 分公司机构代码
    pub org_no: Option<String>,
}

/// The request of [`CupAudits::sync_cup_audit_refund`].
///
/// `SyncCupAuditRefundRequest::builder().org_no(…).mchnt_order_id(…).upload_time(…).refund_at(…).refund_dt(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncCupAuditRefundRequest {
    /// 分公司机构代码 (unconfirmed)
    pub org_no: String,
    /// 商户订单号 (unconfirmed)
    pub mchnt_order_id: String,
    /// 审核记录上传时间 (unconfirmed)
    pub upload_time: String,
    /// 退款金额 (unconfirmed)
    pub refund_at: String,
    /// 退款日期 (unconfirmed)
    pub refund_dt: String,
}

rules! { SyncCupAuditRefundRequest {} }
