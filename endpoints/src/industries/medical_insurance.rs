//! 医保支付.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, pay, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 医保订单
#[wechatpay_api(defaults)]
pub trait MedicalInsuranceOrders {
    /// 医保自费混合收款下单
    ///
    /// `POST /v3/med-ins/orders`
    #[wechatpay_api(POST "/v3/med-ins/orders")]
    async fn create_medical_insurance_order(
        &self,
        body: &CreateMedicalInsuranceOrderRequest,
    ) -> Result<MedicalInsuranceOrder>;

    /// 混合订单号查询订单
    ///
    /// `GET /v3/med-ins/orders/mix-trade-no/{mix_trade_no}`
    ///
    /// - `mix_trade_no` 医保自费混合订单号: such as `1217752501201407033233368318`
    /// - `sub_mchid` 医疗机构的商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/med-ins/orders/mix-trade-no/{mix_trade_no}")]
    async fn query_medical_insurance_order_by_mix_trade_no(
        &self,
        mix_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<MedicalInsuranceOrder>;

    /// 使用商户订单号查看下单结果
    ///
    /// `GET /v3/med-ins/orders/out-trade-no/{out_trade_no}`
    ///
    /// - `out_trade_no` 医保自费混合订单号: such as `1217752501201407033233368318`
    /// - `sub_mchid` 医疗机构的商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/med-ins/orders/out-trade-no/{out_trade_no}")]
    async fn query_medical_insurance_order_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<MedicalInsuranceOrder>;

    /// 医保退款通知
    ///
    /// `POST /v3/med-ins/refunds/notify`
    ///
    /// - `mix_trade_no` 医保自费混合订单号: such as `1217752501201407033233368318`
    #[wechatpay_api(POST "/v3/med-ins/refunds/notify")]
    async fn notify_medical_insurance_refund(
        &self,
        #[query] mix_trade_no: &str,
        body: &NotifyMedicalInsuranceRefundRequest,
    ) -> Result<()>;
}

/// The request of [`MedicalInsuranceOrders::create_medical_insurance_order`].
///
/// `CreateMedicalInsuranceOrderRequest::builder().mix_pay_type(…).order_type(…).appid(…).payer(…).out_trade_no(…).serial_no(…).city_id(…).med_inst_name(…).med_inst_no(…).total_fee(…).callback_url(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateMedicalInsuranceOrderRequest {
    /// 混合支付类型: such as `CASH_AND_INSURANCE` (unconfirmed)
    pub mix_pay_type: MixPayType,
    /// 订单类型: such as `REG_PAY` (unconfirmed)
    pub order_type: OrderType,
    /// 从业机构的公众号ID: such as `wx8888888888888888` (unconfirmed)
    pub appid: String,
    /// 医疗机构的公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 医疗机构的商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 用户在appid下的唯一标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// A text, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 支付人身份信息 (unconfirmed)
    pub payer: Payer,
    /// 是否代亲属支付
    pub pay_for_relatives: Option<bool>,
    /// 亲属身份信息
    pub relative: Option<Payer>,
    /// 从业机构订单号: such as `202204022005169952975171534816` (unconfirmed)
    pub out_trade_no: String,
    /// 医疗机构订单号: such as `1217752501201` (unconfirmed)
    pub serial_no: String,
    /// 医保局返回的支付单ID: such as `ORD530100202204022006350000021`
    pub pay_order_id: Option<String>,
    /// 医保局返回的支付授权码: such as `AUTH530100202204022006310000034`
    pub pay_auth_no: Option<String>,
    /// 用户定位信息: such as `102.682296,25.054260`
    pub geo_location: Option<String>,
    /// 城市ID: such as `530100` (unconfirmed)
    pub city_id: String,
    /// 医疗机构名称: such as `北大医院` (unconfirmed)
    pub med_inst_name: String,
    /// 医疗机构编码: such as `1217752501201407033233368318` (unconfirmed)
    pub med_inst_no: String,
    /// 医保下单时间: such as `2018-06-08T10:34:56+08:00`
    pub med_ins_order_create_time: Option<DateTime>,
    /// 使用该接口下单的总金额: such as `202000` (unconfirmed)
    pub total_fee: Fen,
    /// 医保统筹基金支付金额: such as `100000`
    pub med_ins_gov_fee: Option<Fen>,
    /// 医保个人账户支付金额: such as `45000`
    pub med_ins_self_fee: Option<Fen>,
    /// 医保其他基金支付金额: such as `5000`
    pub med_ins_other_fee: Option<Fen>,
    /// 医保现金支付金额: such as `50000`
    pub med_ins_cash_fee: Option<Fen>,
    /// 实际需要用户微信支付的金额: such as `42000`
    pub wechat_pay_cash_fee: Option<Fen>,
    /// 现金补充列表
    pub cash_add_detail: Option<Vec<CashAddDetail>>,
    /// 现金减免列表
    pub cash_reduce_detail: Option<Vec<CashReduceDetail>>,
    /// 回调通知URL: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub callback_url: String,
    /// 自费预下单ID: such as `wx201410272009395522657a690389285100`
    pub prepay_id: Option<String>,
    /// 医疗机构透传给医保的数据: the JSON text of a `PassthroughContent`
    pub passthrough_request_content: Option<String>,
    /// 扩展字段: such as `{}`
    pub extends: Option<String>,
    /// 附加数据: such as `{}`
    pub attach: Option<String>,
    /// 渠道号: such as `AAGN9uhZc5EGyRdairKW7Qnu`
    pub channel_no: Option<String>,
    /// 是否到医保局测试环境下单
    pub med_ins_test_env: Option<bool>,
}

rules! {
    CreateMedicalInsuranceOrderRequest {
        member("mix_pay_type", &[Listed(MixPayType::TEXTS)]),
        member("order_type", &[Listed(OrderType::TEXTS)]),
        within("payer", Payer::RULES),
        within("relative", Payer::RULES),
        sum("/total_fee", &["/med_ins_gov_fee", "/med_ins_self_fee", "/med_ins_other_fee", "/wechat_pay_cash_fee", "/cash_reduce_detail/*/cash_reduce_fee"], &[]),
        sum("/med_ins_cash_fee", &["/wechat_pay_cash_fee", "/cash_reduce_detail/*/cash_reduce_fee"], &["/cash_add_detail/*/cash_add_fee"]),
        within("cash_add_detail", CashAddDetail::RULES),
        within("cash_reduce_detail", CashReduceDetail::RULES),
        member("callback_url", &[NotifyUrl]),
    }
}

impl pay::MedicalOrder for CreateMedicalInsuranceOrderRequest {
    type Response = MedicalInsuranceOrder;

    fn appid(&self) -> Result<&str> {
        pay::OrderApps {
            appid: Some(&self.appid),
            openid: self.openid.as_deref(),
            sub_appid: self.sub_appid.as_deref(),
            sub_openid: self.sub_openid.as_deref(),
            ..pay::OrderApps::default()
        }
        .of_payer()
    }

    fn mix_pay_type(&self) -> &str {
        self.mix_pay_type.as_str()
    }

    fn prepay_id(&self) -> Option<&str> {
        self.prepay_id.as_deref()
    }
}

/// 支付人身份信息
///
/// `Payer::builder().name(…).id_digest(…).card_type(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Payer {
    /// 真实姓名: encrypted (unconfirmed)
    pub name: Sensitive,
    /// 个人身份ID摘要: encrypted (unconfirmed)
    pub id_digest: Sensitive,
    /// 证件类型: such as `ID_CARD` (unconfirmed)
    pub card_type: CardType,
}

rules! {
    Payer {
        member("card_type", &[Listed(CardType::TEXTS)]),
    }
}

/// 现金补充列表
///
/// `CashAddDetail::builder().cash_add_fee(…).cash_add_type(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CashAddDetail {
    /// 现金补充金额: such as `2000` (unconfirmed)
    pub cash_add_fee: Fen,
    /// 现金补充类型: such as `FREIGHT` (unconfirmed)
    pub cash_add_type: CashAddType,
}

rules! {
    CashAddDetail {
        member("cash_add_type", &[Listed(CashAddType::TEXTS)]),
    }
}

/// 现金减免列表
///
/// `CashReduceDetail::builder().cash_reduce_fee(…).cash_reduce_type(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CashReduceDetail {
    /// 现金减免金额: such as `10000` (unconfirmed)
    pub cash_reduce_fee: Fen,
    /// 现金减免类型: such as `DEFAULT_REDUCE_TYPE` (unconfirmed)
    pub cash_reduce_type: CashReduceType,
}

rules! {
    CashReduceDetail {
        member("cash_reduce_type", &[Listed(CashReduceType::TEXTS)]),
    }
}

/// 医疗机构透传给医保的数据
///
/// `PassthroughContent::builder().build()`. For an `Option`, use setters such as
/// `maybe_pay_auth_no`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PassthroughContent {
    /// A text, such as `AUTH****`
    #[serde(rename = "payAuthNo", skip_serializing_if = "Option::is_none")]
    pub pay_auth_no: Option<String>,
    /// A text, such as `ORD****`
    #[serde(rename = "payOrdId", skip_serializing_if = "Option::is_none")]
    pub pay_ord_id: Option<String>,
    /// A text, such as `118.096435,24.485407`
    #[serde(rename = "setlLatlnt", skip_serializing_if = "Option::is_none")]
    pub setl_latlnt: Option<String>,
}

/// The response of [`MedicalInsuranceOrders::create_medical_insurance_order`],
/// [`MedicalInsuranceOrders::query_medical_insurance_order_by_mix_trade_no`],
/// [`MedicalInsuranceOrders::query_medical_insurance_order_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MedicalInsuranceOrder {
    /// 医保自费混合订单号: such as `1217752501201407033233368318`
    pub mix_trade_no: Option<String>,
    /// 医保自费混合订单支付状态: such as `MIX_PAY_SUCCESS`
    pub mix_pay_status: Option<MixPayStatus>,
    /// 混合订单中自费部分的支付状态: such as `SELF_PAY_SUCCESS`
    pub self_pay_status: Option<SelfPayStatus>,
    /// 混合订单中医保部分的支付状态: such as `MED_INS_PAY_SUCCESS`
    pub med_ins_pay_status: Option<MedInsPayStatus>,
    /// 订单支付时间: such as `2018-06-08T10:34:56+08:00`
    pub paid_time: Option<DateTime>,
    /// 支付完成后医保局返回内容: the JSON text of a `PassthroughContent`
    pub passthrough_response_content: Option<String>,
    /// 混合支付类型: such as `CASH_AND_INSURANCE`
    pub mix_pay_type: Option<MixPayType>,
    /// 订单类型: such as `REG_PAY`
    pub order_type: Option<OrderType>,
    /// 从业机构的公众号ID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 医疗机构的公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 医疗机构的商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 用户在appid下的唯一标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// A text, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 是否代亲属支付
    pub pay_for_relatives: Option<bool>,
    /// 从业机构订单号: such as `202204022005169952975171534816`
    pub out_trade_no: Option<String>,
    /// 医疗机构订单号: such as `1217752501201`
    pub serial_no: Option<String>,
    /// 医保局返回的支付单ID: such as `ORD530100202204022006350000021`
    pub pay_order_id: Option<String>,
    /// 医保局返回的支付授权码: such as `AUTH530100202204022006310000034`
    pub pay_auth_no: Option<String>,
    /// 用户定位信息: such as `102.682296,25.054260`
    pub geo_location: Option<String>,
    /// 城市ID: such as `530100`
    pub city_id: Option<String>,
    /// 医疗机构名称: such as `北大医院`
    pub med_inst_name: Option<String>,
    /// 医疗机构编码: such as `1217752501201407033233368318`
    pub med_inst_no: Option<String>,
    /// 医保下单时间: such as `2018-06-08T10:34:56+08:00`
    pub med_ins_order_create_time: Option<DateTime>,
    /// 使用该接口下单的总金额: such as `202000`
    pub total_fee: Option<Fen>,
    /// 医保统筹基金支付金额: such as `100000`
    pub med_ins_gov_fee: Option<Fen>,
    /// 医保个人账户支付金额: such as `45000`
    pub med_ins_self_fee: Option<Fen>,
    /// 医保其他基金支付金额: such as `5000`
    pub med_ins_other_fee: Option<Fen>,
    /// 医保现金支付金额: such as `50000`
    pub med_ins_cash_fee: Option<Fen>,
    /// 实际需要用户微信支付的金额: such as `42000`
    pub wechat_pay_cash_fee: Option<Fen>,
    /// 现金补充列表
    pub cash_add_detail: Option<Vec<OrderCashAddDetail>>,
    /// 现金减免列表
    pub cash_reduce_detail: Option<Vec<OrderCashReduceDetail>>,
    /// 回调通知URL: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub callback_url: Option<String>,
    /// 自费预下单ID: such as `wx201410272009395522657a690389285100`
    pub prepay_id: Option<String>,
    /// 医疗机构透传给医保的数据: the JSON text of a `PassthroughContent`
    pub passthrough_request_content: Option<String>,
    /// 扩展字段: such as `{}`
    pub extends: Option<String>,
    /// 附加数据: such as `{}`
    pub attach: Option<String>,
    /// 渠道号: such as `AAGN9uhZc5EGyRdairKW7Qnu`
    pub channel_no: Option<String>,
    /// 是否到医保局测试环境下单
    pub med_ins_test_env: Option<bool>,
    /// 医保支付失败原因
    pub med_ins_fail_reason: Option<String>,
}

impl pay::MedicalSession for MedicalInsuranceOrder {
    fn mix_trade_no(&self) -> Result<&str> {
        pay::returned("mix_trade_no", self.mix_trade_no.as_deref())
    }
}

/// 现金补充列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct OrderCashAddDetail {
    /// 现金补充金额: such as `2000`
    pub cash_add_fee: Option<Fen>,
    /// 现金补充类型: such as `FREIGHT`
    pub cash_add_type: Option<CashAddType>,
}

/// 现金减免列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct OrderCashReduceDetail {
    /// 现金减免金额: such as `10000`
    pub cash_reduce_fee: Option<Fen>,
    /// 现金减免类型: such as `DEFAULT_REDUCE_TYPE`
    pub cash_reduce_type: Option<CashReduceType>,
}

/// The request of [`MedicalInsuranceOrders::notify_medical_insurance_refund`].
///
/// `NotifyMedicalInsuranceRefundRequest::builder().sub_mchid(…).med_refund_total_fee(…).med_refund_gov_fee(…).med_refund_self_fee(…).med_refund_other_fee(…).refund_time(…).out_refund_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NotifyMedicalInsuranceRefundRequest {
    /// 医疗机构的商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 医保退款的总金额: such as `45000` (unconfirmed)
    pub med_refund_total_fee: Fen,
    /// 医保统筹退款金额: such as `45000` (unconfirmed)
    pub med_refund_gov_fee: Fen,
    /// 医保个账退款金额: such as `45000` (unconfirmed)
    pub med_refund_self_fee: Fen,
    /// 医保其他退款金额: such as `45000` (unconfirmed)
    pub med_refund_other_fee: Fen,
    /// 医保退款成功时间: such as `2018-06-08T10:34:56+08:00` (unconfirmed)
    pub refund_time: DateTime,
    /// 从业机构退款单号: such as `R202204022005169952975171534816` (unconfirmed)
    pub out_refund_no: String,
}

rules! { NotifyMedicalInsuranceRefundRequest {} }

open_enum! {
    /// 混合支付类型
    pub enum MixPayType {
        UnknownMixPayType = "UNKNOWN_MIX_PAY_TYPE",
        CashOnly = "CASH_ONLY",
        InsuranceOnly = "INSURANCE_ONLY",
        CashAndInsurance = "CASH_AND_INSURANCE",
    }
}

open_enum! {
    /// 订单类型
    pub enum OrderType {
        UnknownOrderType = "UNKNOWN_ORDER_TYPE",
        RegPay = "REG_PAY",
        DiagPay = "DIAG_PAY",
        CovidExamPay = "COVID_EXAM_PAY",
        InHospPay = "IN_HOSP_PAY",
        PharmacyPay = "PHARMACY_PAY",
        InsurancePay = "INSURANCE_PAY",
        IntRegPay = "INT_REG_PAY",
        IntReDiagPay = "INT_RE_DIAG_PAY",
        IntRxPay = "INT_RX_PAY",
        CovidAntigenPay = "COVID_ANTIGEN_PAY",
        MedPay = "MED_PAY",
    }
}

open_enum! {
    /// 证件类型
    pub enum CardType {
        UnknownUserCardType = "UNKNOWN_USER_CARD_TYPE",
        IdCard = "ID_CARD",
        HouseholdRegistration = "HOUSEHOLD_REGISTRATION",
        ForeignerPassport = "FOREIGNER_PASSPORT",
        MainlandTravelPermitForTw = "MAINLAND_TRAVEL_PERMIT_FOR_TW",
        MainlandTravelPermitForMo = "MAINLAND_TRAVEL_PERMIT_FOR_MO",
        MainlandTravelPermitForHk = "MAINLAND_TRAVEL_PERMIT_FOR_HK",
        ForeignPermanentResident = "FOREIGN_PERMANENT_RESIDENT",
    }
}

open_enum! {
    /// 现金补充类型
    pub enum CashAddType {
        DefaultAddType = "DEFAULT_ADD_TYPE",
        Freight = "FREIGHT",
        OtherMedicalExpenses = "OTHER_MEDICAL_EXPENSES",
    }
}

open_enum! {
    /// 现金减免类型
    pub enum CashReduceType {
        DefaultReduceType = "DEFAULT_REDUCE_TYPE",
        HospitalReduce = "HOSPITAL_REDUCE",
        PharmacyDiscount = "PHARMACY_DISCOUNT",
        Discount = "DISCOUNT",
        PrePayment = "PRE_PAYMENT",
        DepositDeduction = "DEPOSIT_DEDUCTION",
    }
}

open_enum! {
    /// 医保自费混合订单支付状态
    pub enum MixPayStatus {
        UnknownMixPayStatus = "UNKNOWN_MIX_PAY_STATUS",
        MixPayCreated = "MIX_PAY_CREATED",
        MixPaySuccess = "MIX_PAY_SUCCESS",
        MixPayRefund = "MIX_PAY_REFUND",
        MixPayFail = "MIX_PAY_FAIL",
    }
}

open_enum! {
    /// 混合订单中自费部分的支付状态
    pub enum SelfPayStatus {
        UnknownSelfPayStatus = "UNKNOWN_SELF_PAY_STATUS",
        SelfPayCreated = "SELF_PAY_CREATED",
        SelfPaySuccess = "SELF_PAY_SUCCESS",
        SelfPayRefund = "SELF_PAY_REFUND",
        SelfPayFail = "SELF_PAY_FAIL",
        NoSelfPay = "NO_SELF_PAY",
    }
}

open_enum! {
    /// 混合订单中医保部分的支付状态
    pub enum MedInsPayStatus {
        UnknownMedInsPayStatus = "UNKNOWN_MED_INS_PAY_STATUS",
        MedInsPayCreated = "MED_INS_PAY_CREATED",
        MedInsPaySuccess = "MED_INS_PAY_SUCCESS",
        MedInsPayRefund = "MED_INS_PAY_REFUND",
        MedInsPayFail = "MED_INS_PAY_FAIL",
        NoMedInsPay = "NO_MED_INS_PAY",
    }
}
