//! 开具发票.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::{ExtraInformation, FapiaoBillType, SellerInformation, UserTitle};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 开具发票
#[wechatpay_api(defaults)]
pub trait FapiaoApplications {
    /// 开具电子发票
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter4_8_8.shtml>
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications", accepted)]
    async fn issue_fapiao(&self, body: &IssueFapiaoRequest) -> Result<()>;

    /// 开具通用行业电子发票
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications/issue-general`
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications/issue-general", accepted)]
    async fn issue_general_fapiao(&self, body: &IssueGeneralFapiaoRequest) -> Result<()>;

    /// 开具旅客运输行业电子发票
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications/issue-passenger-transport`
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications/issue-passenger-transport", accepted)]
    async fn issue_passenger_transport_fapiao(
        &self,
        body: &IssuePassengerTransportFapiaoRequest,
    ) -> Result<()>;

    /// 开具成品油行业电子发票
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications/issue-refined-oil`
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications/issue-refined-oil", accepted)]
    async fn issue_refined_oil_fapiao(&self, body: &IssueRefinedOilFapiaoRequest) -> Result<()>;

    /// 开具不动产租赁行业电子发票
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications/real-estate-leasing`
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications/real-estate-leasing", accepted)]
    async fn issue_real_estate_leasing_fapiao(
        &self,
        body: &IssueRealEstateLeasingFapiaoRequest,
    ) -> Result<()>;

    /// 查询电子发票
    ///
    /// `GET /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter4_8_9.shtml>
    ///
    /// - `fapiao_apply_id` 发票申请单号: such as `4200000444201910177461284488`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `fapiao_id` 商户发票单号: such as `20200701123456`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}")]
    async fn query_fapiao(
        &self,
        fapiao_apply_id: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] fapiao_id: Option<&str>,
    ) -> Result<QueryFapiaoResponse>;

    /// 冲红电子发票
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/reverse`
    ///
    /// - `fapiao_apply_id` 发票申请单号: such as `4200000444201910177461284488`
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/reverse", accepted)]
    async fn reverse_fapiao(
        &self,
        fapiao_apply_id: &str,
        body: &ReverseFapiaoRequest,
    ) -> Result<()>;
}

/// The request of [`FapiaoApplications::issue_fapiao`].
///
/// `IssueFapiaoRequest::builder().scene(…).fapiao_apply_id(…).buyer_information(…).fapiao_information(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IssueFapiaoRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 开票场景: such as `WITH_WECHATPAY`
    pub scene: String,
    /// 发票申请单号: such as `4200000444201910177461284488`
    pub fapiao_apply_id: String,
    /// 购买方信息
    pub buyer_information: BuyerInformation,
    /// 需要开具的发票信息
    pub fapiao_information: Vec<FapiaoInformation>,
}

rules! { IssueFapiaoRequest {} }

/// 购买方信息
///
/// `BuyerInformation::builder().r#type(…).name(…).build()`. For an `Option`, use setters such as
/// `maybe_taxpayer_id`.
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
pub struct BuyerInformation {
    /// 购买方类型: such as `ORGANIZATION`
    pub r#type: String,
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
}

/// 需要开具的发票信息
///
/// `FapiaoInformation::builder().fapiao_id(…).total_amount(…).need_list(…).build()`. For an
/// `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FapiaoInformation {
    /// 商户发票单号: such as `20200701123456`
    pub fapiao_id: String,
    /// 总价税合计: such as `382895`
    pub total_amount: Fen,
    /// 是否以清单形式开具发票
    pub need_list: bool,
    /// 发票备注: such as `备注`
    pub remark: Option<String>,
    /// 发票行信息
    pub items: Option<Vec<FapiaoInformationItem>>,
}

/// 发票行信息
///
/// `FapiaoInformationItem::builder().tax_code(…).quantity(…).total_amount(…).discount(…).build()`.
/// For an `Option`, use setters such as `maybe_goods_category`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FapiaoInformationItem {
    /// 货物或应税劳务、服务编码: such as `3010101020203000000`
    pub tax_code: String,
    /// A text, such as `运输服务`
    pub goods_category: Option<String>,
    /// 货物或应税劳务、服务名称: such as `出租汽车客运服务`
    pub goods_name: Option<String>,
    /// A number, such as `1`
    pub goods_id: Option<i64>,
    /// 规格型号: such as `A4`
    pub specification: Option<String>,
    /// 单位: such as `次`
    pub unit: Option<String>,
    /// 数量: in hundred-millionths, such as `100000000`
    pub quantity: i64,
    /// 单行金额合计: such as `429900`
    pub total_amount: Fen,
    /// 税率: in ten-thousandths, such as `1300`
    pub tax_rate: Option<i64>,
    /// 税收优惠政策标识: such as `NO_FAVORABLE`
    pub tax_prefer_mark: Option<String>,
    /// 是否折扣行
    pub discount: bool,
}

/// The request of [`FapiaoApplications::issue_general_fapiao`].
///
/// `IssueGeneralFapiaoRequest::builder().fapiao_apply_id(…).buyer_information(…).fapiao_information(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IssueGeneralFapiaoRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 发票申请单号: such as `4200000444201910177461284488`
    pub fapiao_apply_id: String,
    /// 购买方信息
    pub buyer_information: UserTitle,
    /// 需要开具的数电发票信息
    pub fapiao_information: GeneralFapiaoInformation,
}

rules! {
    IssueGeneralFapiaoRequest {
        within("buyer_information", UserTitle::RULES),
        within("fapiao_information", GeneralFapiaoInformation::RULES),
    }
}

/// 需要开具的数电发票信息
///
/// `GeneralFapiaoInformation::builder().fapiao_id(…).total_amount(…).billing_person_id(…).build()`.
/// For an `Option`, use setters such as `maybe_items`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct GeneralFapiaoInformation {
    /// 商户发票单号: such as `20200701123456`
    pub fapiao_id: String,
    /// 总价税合计: such as `382895`
    pub total_amount: Fen,
    /// 发票行信息
    pub items: Option<Vec<GeneralFapiaoItem>>,
    /// 出口业务适用政策代码: values `1`, `2`, `3`
    pub export_business_policy_code: Option<i64>,
    /// 增值税即征即退代码: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`
    pub vat_refund_levy_code: Option<i64>,
    /// 开票人ID: such as `128279891283`
    pub billing_person_id: String,
    /// 开票人名称: such as `example_billing_person`
    pub billing_person: Option<String>,
    /// 发票类型: such as `COMM_FAPIAO`
    pub fapiao_bill_type: Option<FapiaoBillType>,
    /// 交易信息
    pub transaction_information: Option<Vec<TransactionInformation>>,
    /// 发票备注: such as `备注`
    pub remark: Option<String>,
}

rules! {
    GeneralFapiaoInformation {
        within("items", GeneralFapiaoItem::RULES),
        member("export_business_policy_code", &[ListedNumbers(&[1, 2, 3])]),
        member("vat_refund_levy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])]),
        member("fapiao_bill_type", &[Listed(FapiaoBillType::TEXTS)]),
        within("transaction_information", TransactionInformation::RULES),
    }
}

/// 发票行信息
///
/// `GeneralFapiaoItem::builder().tax_code(…).total_amount(…).discount(…).build()`. For an
/// `Option`, use setters such as `maybe_goods_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct GeneralFapiaoItem {
    /// 货物或应税劳务、服务编码: such as `3010101020203000000`
    pub tax_code: String,
    /// 货物或应税劳务、服务名称: such as `出租汽车客运服务`
    pub goods_name: Option<String>,
    /// 规格型号: such as `A4`
    pub specification: Option<String>,
    /// 单位: such as `次`
    pub unit: Option<String>,
    /// 数量: in hundred-millionths, such as `100000000`
    pub quantity: Option<i64>,
    /// 单行金额合计: such as `429900`
    pub total_amount: Fen,
    /// 税率: in ten-thousandths, such as `1300`
    pub tax_rate: Option<i64>,
    /// 是否折扣行
    pub discount: bool,
    /// 优惠政策标识: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`, `18`
    pub preferential_policy_code: Option<i64>,
}

rules! {
    GeneralFapiaoItem {
        member("preferential_policy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])]),
    }
}

/// 交易信息
///
/// `TransactionInformation::builder().pay_channel(…).amount(…).build()`. For an `Option`, use
/// setters such as `maybe_transaction_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransactionInformation {
    /// 支付渠道: such as `WECHAT_PAY`
    pub pay_channel: PayChannel,
    /// 支付订单号: such as `4200000008202508080512076713`
    pub transaction_id: Option<String>,
    /// 支付商户订单号: such as `order_20200701_123456`
    pub out_trade_no: Option<String>,
    /// 交易金额: such as `382895`
    pub amount: Fen,
}

rules! {
    TransactionInformation {
        member("pay_channel", &[Listed(PayChannel::TEXTS)]),
    }
}

/// The request of [`FapiaoApplications::issue_passenger_transport_fapiao`].
///
/// `IssuePassengerTransportFapiaoRequest::builder().sub_mchid(…).fapiao_apply_id(…).buyer_information(…).fapiao_information(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IssuePassengerTransportFapiaoRequest {
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 发票申请单号: such as `4200000444201910177461284488` (unconfirmed)
    pub fapiao_apply_id: String,
    /// 购买方信息 (unconfirmed)
    pub buyer_information: UserTitle,
    /// 需要开具的数电发票信息 (unconfirmed)
    pub fapiao_information: PassengerTransportFapiaoInformation,
}

rules! {
    IssuePassengerTransportFapiaoRequest {
        within("buyer_information", UserTitle::RULES),
        within("fapiao_information", PassengerTransportFapiaoInformation::RULES),
    }
}

/// 需要开具的数电发票信息
///
/// `PassengerTransportFapiaoInformation::builder().fapiao_id(…).total_amount(…).items(…).billing_person_id(…).fapiao_bill_type(…).transaction_information(…).build()`.
/// For an `Option`, use setters such as `maybe_export_business_policy_code`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PassengerTransportFapiaoInformation {
    /// 商户发票单号: such as `20200701123456` (unconfirmed)
    pub fapiao_id: String,
    /// 总价税合计: such as `382895` (unconfirmed)
    pub total_amount: Fen,
    /// 发票行信息 (unconfirmed)
    pub items: Vec<PassengerTransportFapiaoItem>,
    /// 出口业务适用政策代码: values `1`, `2`, `3`
    pub export_business_policy_code: Option<i64>,
    /// 增值税即征即退代码: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`
    pub vat_refund_levy_code: Option<i64>,
    /// 开票人ID: such as `187776276864872` (unconfirmed)
    pub billing_person_id: String,
    /// 开票人名称: such as `**伟 0020`
    pub billing_person: Option<String>,
    /// 发票类型: such as `COMM_FAPIAO` (unconfirmed)
    pub fapiao_bill_type: FapiaoBillType,
    /// 交易信息 (unconfirmed)
    pub transaction_information: Vec<TransactionInformation>,
    /// 发票备注: such as `备注`
    pub remark: Option<String>,
}

rules! {
    PassengerTransportFapiaoInformation {
        within("items", PassengerTransportFapiaoItem::RULES),
        member("export_business_policy_code", &[ListedNumbers(&[1, 2, 3])]),
        member("vat_refund_levy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])]),
        member("fapiao_bill_type", &[Listed(FapiaoBillType::TEXTS)]),
        within("transaction_information", TransactionInformation::RULES),
    }
}

/// 发票行信息
///
/// `PassengerTransportFapiaoItem::builder().tax_code(…).goods_name(…).total_amount(…).tax_rate(…).discount(…).build()`.
/// For an `Option`, use setters such as `maybe_specification`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PassengerTransportFapiaoItem {
    /// 货物或应税劳务、服务编码: such as `3010101020203000000` (unconfirmed)
    pub tax_code: String,
    /// 货物或应税劳务、服务名称: such as `出租汽车客运服务` (unconfirmed)
    pub goods_name: String,
    /// 规格型号: such as `A4`
    pub specification: Option<String>,
    /// 单位
    pub unit: Option<String>,
    /// 数量: in hundred-millionths, such as `100000000`
    pub quantity: Option<i64>,
    /// 单行金额合计: such as `429900` (unconfirmed)
    pub total_amount: Fen,
    /// 税率: in ten-thousandths, such as `1300` (unconfirmed)
    pub tax_rate: i64,
    /// 是否折扣行 (unconfirmed)
    pub discount: bool,
    /// 优惠政策标识: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`, `18`
    pub preferential_policy_code: Option<i64>,
    /// 出行人额外信息
    pub passenger_information: Option<PassengerInformation>,
}

rules! {
    PassengerTransportFapiaoItem {
        member("preferential_policy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])]),
        within("passenger_information", PassengerInformation::RULES),
    }
}

/// 出行人额外信息
///
/// `PassengerInformation::builder().name(…).certificate_type(…).certificate_number(…).departure_date(…).departure_place(…).destination(…).transportation_type(…).build()`.
/// For an `Option`, use setters such as `maybe_transportation_classes`.
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
pub struct PassengerInformation {
    /// 出行人名称: such as `张三` (unconfirmed)
    pub name: String,
    /// 出行人证件类型: such as `IDENTITY_CARD` (unconfirmed)
    pub certificate_type: CertificateType,
    /// 证件号码: encrypted (unconfirmed)
    pub certificate_number: Sensitive,
    /// 出行日期: such as `2026-07-01T00:00:00+08:00` (unconfirmed)
    pub departure_date: DateTime,
    /// 出发地: such as `北京市朝阳区` (unconfirmed)
    pub departure_place: String,
    /// 目的地: such as `上海市浦东新区` (unconfirmed)
    pub destination: String,
    /// 交通工具类型: such as `LONG_DISTANCE_BUS` (unconfirmed)
    pub transportation_type: TransportationType,
    /// 交通工具等级: such as `SHIP_FIRST_CLASS_CABIN`
    pub transportation_classes: Option<TransportationClass>,
}

rules! {
    PassengerInformation {
        member("certificate_type", &[Listed(CertificateType::TEXTS)]),
        member("transportation_type", &[Listed(TransportationType::TEXTS)]),
        member("transportation_classes", &[Listed(TransportationClass::TEXTS)]),
    }
}

/// The request of [`FapiaoApplications::issue_refined_oil_fapiao`].
///
/// `IssueRefinedOilFapiaoRequest::builder().sub_mchid(…).fapiao_apply_id(…).buyer_information(…).fapiao_information(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IssueRefinedOilFapiaoRequest {
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 发票申请单号: such as `4200000444201910177461284488` (unconfirmed)
    pub fapiao_apply_id: String,
    /// 购买方信息 (unconfirmed)
    pub buyer_information: UserTitle,
    /// 需要开具的数电发票信息 (unconfirmed)
    pub fapiao_information: RefinedOilFapiaoInformation,
}

rules! {
    IssueRefinedOilFapiaoRequest {
        within("buyer_information", UserTitle::RULES),
        within("fapiao_information", RefinedOilFapiaoInformation::RULES),
    }
}

/// 需要开具的数电发票信息
///
/// `RefinedOilFapiaoInformation::builder().fapiao_id(…).total_amount(…).items(…).billing_person_id(…).fapiao_bill_type(…).transaction_information(…).build()`.
/// For an `Option`, use setters such as `maybe_export_business_policy_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RefinedOilFapiaoInformation {
    /// 商户发票单号: such as `20200701123456` (unconfirmed)
    pub fapiao_id: String,
    /// 总价税合计: such as `382895` (unconfirmed)
    pub total_amount: Fen,
    /// 发票行信息 (unconfirmed)
    pub items: Vec<RefinedOilFapiaoItem>,
    /// 出口业务适用政策代码: values `1`, `2`, `3`
    pub export_business_policy_code: Option<i64>,
    /// 增值税即征即退代码: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`
    pub vat_refund_levy_code: Option<i64>,
    /// 开票人ID: such as `187776276864872` (unconfirmed)
    pub billing_person_id: String,
    /// 开票人名称: such as `**伟 0020`
    pub billing_person: Option<String>,
    /// 发票类型: such as `COMM_FAPIAO` (unconfirmed)
    pub fapiao_bill_type: FapiaoBillType,
    /// 交易信息 (unconfirmed)
    pub transaction_information: Vec<TransactionInformation>,
    /// 发票备注: such as `备注`
    pub remark: Option<String>,
}

rules! {
    RefinedOilFapiaoInformation {
        within("items", RefinedOilFapiaoItem::RULES),
        member("export_business_policy_code", &[ListedNumbers(&[1, 2, 3])]),
        member("vat_refund_levy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])]),
        member("fapiao_bill_type", &[Listed(FapiaoBillType::TEXTS)]),
        within("transaction_information", TransactionInformation::RULES),
    }
}

/// 发票行信息
///
/// `RefinedOilFapiaoItem::builder().tax_code(…).goods_name(…).total_amount(…).tax_rate(…).discount(…).build()`.
/// For an `Option`, use setters such as `maybe_specification`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RefinedOilFapiaoItem {
    /// 货物或应税劳务、服务编码: such as `3010101020203000000` (unconfirmed)
    pub tax_code: String,
    /// 货物或应税劳务、服务名称: such as `出租汽车客运服务` (unconfirmed)
    pub goods_name: String,
    /// 规格型号: such as `A4`
    pub specification: Option<String>,
    /// 成品油单位: such as `TON`
    pub unit: Option<RefinedOilUnit>,
    /// 数量: in hundred-millionths, such as `100000000`
    pub quantity: Option<i64>,
    /// 单行金额合计: such as `429900` (unconfirmed)
    pub total_amount: Fen,
    /// 税率: in ten-thousandths, such as `1300` (unconfirmed)
    pub tax_rate: i64,
    /// 是否折扣行 (unconfirmed)
    pub discount: bool,
    /// 优惠政策标识: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`, `18`
    pub preferential_policy_code: Option<i64>,
    /// 成品油行业额外信息
    pub refined_oil_information: Option<RefinedOilInformation>,
}

rules! {
    RefinedOilFapiaoItem {
        member("unit", &[Listed(RefinedOilUnit::TEXTS)]),
        member("preferential_policy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])]),
    }
}

/// 成品油行业额外信息
///
/// `RefinedOilInformation::builder().station(…).trade_time(…).gun_number(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RefinedOilInformation {
    /// 成品油站点: such as `中国石油(江北红旗河沟加油站)` (unconfirmed)
    pub station: String,
    /// 交易时间: such as `2025-07-01T00:00:00+08:00` (unconfirmed)
    pub trade_time: DateTime,
    /// 加油枪号码: such as `1号枪` (unconfirmed)
    pub gun_number: String,
}

/// The request of [`FapiaoApplications::issue_real_estate_leasing_fapiao`].
///
/// `IssueRealEstateLeasingFapiaoRequest::builder().fapiao_apply_id(…).buyer_information(…).fapiao_information(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IssueRealEstateLeasingFapiaoRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 发票申请单号: such as `4200000444201910177461284488`
    pub fapiao_apply_id: String,
    /// 购买方信息
    pub buyer_information: UserTitle,
    /// 需要开具的数电发票信息
    pub fapiao_information: RealEstateLeasingFapiaoInformation,
}

rules! {
    IssueRealEstateLeasingFapiaoRequest {
        within("buyer_information", UserTitle::RULES),
        within("fapiao_information", RealEstateLeasingFapiaoInformation::RULES),
    }
}

/// 需要开具的数电发票信息
///
/// `RealEstateLeasingFapiaoInformation::builder().fapiao_id(…).total_amount(…).billing_person_id(…).build()`.
/// For an `Option`, use setters such as `maybe_items`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RealEstateLeasingFapiaoInformation {
    /// 商户发票单号: such as `20200701123456`
    pub fapiao_id: String,
    /// 总价税合计: such as `382895`
    pub total_amount: Fen,
    /// 发票行信息
    pub items: Option<Vec<RealEstateLeasingFapiaoItem>>,
    /// 出口业务适用政策代码: values `1`, `2`, `3`
    pub export_business_policy_code: Option<i64>,
    /// 增值税即征即退代码: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`
    pub vat_refund_levy_code: Option<i64>,
    /// 开票人ID: such as `128279891283`
    pub billing_person_id: String,
    /// 开票人名称: such as `example_billing_person`
    pub billing_person: Option<String>,
    /// 发票类型: such as `COMM_FAPIAO`
    pub fapiao_bill_type: Option<FapiaoBillType>,
    /// 交易信息
    pub transaction_information: Option<Vec<TransactionInformation>>,
    /// 发票备注: such as `备注`
    pub remark: Option<String>,
}

rules! {
    RealEstateLeasingFapiaoInformation {
        within("items", RealEstateLeasingFapiaoItem::RULES),
        member("export_business_policy_code", &[ListedNumbers(&[1, 2, 3])]),
        member("vat_refund_levy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])]),
        member("fapiao_bill_type", &[Listed(FapiaoBillType::TEXTS)]),
        within("transaction_information", TransactionInformation::RULES),
    }
}

/// 发票行信息
///
/// `RealEstateLeasingFapiaoItem::builder().tax_code(…).total_amount(…).discount(…).build()`. For
/// an `Option`, use setters such as `maybe_goods_name`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RealEstateLeasingFapiaoItem {
    /// 货物或应税劳务、服务编码: such as `3010101020203000000`
    pub tax_code: String,
    /// 货物或应税劳务、服务名称: such as `出租汽车客运服务`
    pub goods_name: Option<String>,
    /// 规格型号: such as `A4`
    pub specification: Option<String>,
    /// 单位: such as `次`
    pub unit: Option<String>,
    /// 数量: in hundred-millionths, such as `100000000`
    pub quantity: Option<i64>,
    /// 单行金额合计: such as `429900`
    pub total_amount: Fen,
    /// 税率: in ten-thousandths, such as `1300`
    pub tax_rate: Option<i64>,
    /// 是否折扣行
    pub discount: bool,
    /// 优惠政策标识: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`, `18`
    pub preferential_policy_code: Option<i64>,
    /// 不动产租赁特定行业额外信息
    pub real_estate_leasing_information: Option<RealEstateLeasingInformation>,
}

rules! {
    RealEstateLeasingFapiaoItem {
        member("preferential_policy_code", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])]),
    }
}

/// 不动产租赁特定行业额外信息
///
/// `RealEstateLeasingInformation::builder().address(…).lease_period_start(…).lease_period_end(…).cross_city_flag(…).build()`.
/// For an `Option`, use setters such as `maybe_province`.
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
pub struct RealEstateLeasingInformation {
    /// 不动产坐落省份: such as `重庆市`
    pub province: Option<String>,
    /// 不动产坐落城市: such as `涪陵区`
    pub city: Option<String>,
    /// 不动产坐落地址: such as `xx街道xx小区`
    pub address: String,
    /// 租赁期起: such as `2025-01-01T10:00:00+08:00`
    pub lease_period_start: DateTime,
    /// 租赁期止: such as `2025-07-01T10:00:00+08:00`
    pub lease_period_end: DateTime,
    /// 跨地
    pub cross_city_flag: bool,
    /// 产权证书/不动产权证号: encrypted
    pub certificate_no: Option<Sensitive>,
    /// 车牌号: such as `渝A12345`
    pub plate_no: Option<Vec<String>>,
}

/// The response of [`FapiaoApplications::query_fapiao`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QueryFapiaoResponse {
    /// 发票数量: such as `5`
    pub total_count: i64,
    /// 发票信息
    pub fapiao_information: Vec<Fapiao>,
}

/// 发票信息
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Fapiao {
    /// 商户发票单号: such as `20200701123456`
    pub fapiao_id: String,
    /// 发票状态: such as `ISSUED`
    pub status: FapiaoStatus,
    /// 蓝字发票信息
    pub blue_fapiao: Option<IssuedFapiao>,
    /// 红字发票信息
    pub red_fapiao: Option<IssuedFapiao>,
    /// 电子发票插卡信息
    pub card_information: Option<CardInformation>,
    /// 总价税合计: such as `382895`
    pub total_amount: Fen,
    /// 总税额: such as `44050`
    pub tax_amount: Fen,
    /// 总金额: such as `338845`
    pub amount: Fen,
    /// 销售方信息
    pub seller_information: SellerInformation,
    /// 购买方信息
    pub buyer_information: UserTitle,
    /// 附加信息
    pub extra_information: ExtraInformation,
    /// 发票行信息
    pub items: Option<Vec<FapiaoItem>>,
    /// 备注信息: such as `备注`
    pub remark: Option<String>,
    /// 开票失败错误码: such as `BIZ_ERROR`
    pub fapiao_error_code: Option<String>,
    /// 开票失败原因: such as
    /// `开票失败。授信额度不足，请联系主管税务机关或者登录电子税务局提额/申报。`
    pub fapiao_error_message: Option<String>,
}

/// 蓝字发票信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct IssuedFapiao {
    /// 发票代码: such as `044001911211`
    pub fapiao_code: String,
    /// 发票号码: such as `12897794`
    pub fapiao_number: String,
    /// 校验码: such as `69001808340631374774`
    pub check_code: String,
    /// 密码
    pub password: String,
    /// 开票时间: such as `2020-07-01T12:00:00+08:00`
    pub fapiao_time: DateTime,
}

/// 电子发票插卡信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CardInformation {
    /// 插卡公众号AppID: such as `wxab8acb865bb1637e`
    pub card_appid: String,
    /// 用户在插卡公众号下的OpenID: such as `plN5twRbHym_j-QcqCzstl0HmwEs`
    pub card_openid: String,
    /// 电子发票卡券模板ID: such as `p4gLgvlAYSEOpeXGFVJRFxgop6iY`
    pub card_id: Option<String>,
    /// 电子发票在卡包中的编码: such as `379550244162`
    pub card_code: Option<String>,
    /// 发票卡券状态: such as `INSERT_ACCEPTED`
    pub card_status: Option<CardStatus>,
}

/// 发票行信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FapiaoItem {
    /// 货物或应税劳务、服务编码: such as `3010101020203000000`
    pub tax_code: String,
    /// 货物或应税劳务、服务名称: such as `出租汽车客运服务`
    pub goods_name: String,
    /// 规格型号: such as `A4`
    pub specification: Option<String>,
    /// 单位: such as `次`
    pub unit: Option<String>,
    /// 数量: in hundred-millionths, such as `100000000`
    pub quantity: i64,
    /// 单价: in hundred-millionths of a yuan, such as `380442000000`
    pub unit_price: i64,
    /// 单行金额: such as `380442`
    pub amount: Fen,
    /// 单行税额: such as `49458`
    pub tax_amount: Fen,
    /// 单行金额合计: such as `429900`
    pub total_amount: Fen,
    /// 税率: in ten-thousandths, such as `1300`
    pub tax_rate: i64,
    /// 税收优惠政策标识: such as `NO_FAVORABLE`
    pub tax_prefer_mark: Option<TaxPreferMark>,
    /// 是否折扣行
    pub discount: bool,
}

/// The request of [`FapiaoApplications::reverse_fapiao`].
///
/// `ReverseFapiaoRequest::builder().reverse_reason(…).fapiao_information(…).build()`. For an
/// `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReverseFapiaoRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 冲红原因
    pub reverse_reason: ReverseReason,
    /// 需要冲红的发票信息
    pub fapiao_information: Vec<ReverseFapiaoInformation>,
}

rules! {
    ReverseFapiaoRequest {
        member("reverse_reason", &[Listed(ReverseReason::TEXTS)]),
    }
}

/// 需要冲红的发票信息
///
/// `ReverseFapiaoInformation::builder().fapiao_id(…).fapiao_number(…).build()`. For an `Option`,
/// use setters such as `maybe_fapiao_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReverseFapiaoInformation {
    /// 商户发票单号: such as `20200701123456`
    pub fapiao_id: String,
    /// 发票代码: such as `044001911211`
    pub fapiao_code: Option<String>,
    /// 发票号码: such as `12897794`
    pub fapiao_number: String,
}

open_enum! {
    /// 支付渠道
    pub enum PayChannel {
        WechatPay = "WECHAT_PAY",
    }
}

open_enum! {
    /// 出行人证件类型
    pub enum CertificateType {
        IdentityCard = "IDENTITY_CARD",
        Passport = "PASSPORT",
        HongKongPermit = "HONG_KONG_PERMIT",
        MacaoPermit = "MACAO_PERMIT",
        TaiwanPermit = "TAIWAN_PERMIT",
        ForeignerResidencePermit = "FOREIGNER_RESIDENCE_PERMIT",
        HongKongResidentCard = "HONG_KONG_RESIDENT_CARD",
        MacaoResidentCard = "MACAO_RESIDENT_CARD",
        TaiwanResidentCard = "TAIWAN_RESIDENT_CARD",
        MilitaryOfficerCard = "MILITARY_OFFICER_CARD",
        ArmedPoliceOfficerCard = "ARMED_POLICE_OFFICER_CARD",
        SoldierCard = "SOLDIER_CARD",
        HomecomingCert = "HOMECOMING_CERT",
        TaiwanCompatriotCert = "TAIWAN_COMPATRIOT_CERT",
    }
}

open_enum! {
    /// 交通工具类型
    pub enum TransportationType {
        LongDistanceBus = "LONG_DISTANCE_BUS",
        PublicTransportation = "PUBLIC_TRANSPORTATION",
        Car = "CAR",
        Ship = "SHIP",
        OtherTransportation = "OTHER_TRANSPORTATION",
    }
}

open_enum! {
    /// 交通工具等级
    pub enum TransportationClass {
        ShipFirstClassCabin = "SHIP_FIRST_CLASS_CABIN",
        ShipSecondClassCabin = "SHIP_SECOND_CLASS_CABIN",
        ShipThirdClassCabin = "SHIP_THIRD_CLASS_CABIN",
    }
}

open_enum! {
    /// 成品油单位
    pub enum RefinedOilUnit {
        Ton = "TON",
        Leter = "LETER",
    }
}

open_enum! {
    /// 发票状态
    pub enum FapiaoStatus {
        IssueAccepted = "ISSUE_ACCEPTED",
        Issued = "ISSUED",
        ReverseAccepted = "REVERSE_ACCEPTED",
        Reversed = "REVERSED",
        IssueFailed = "ISSUE_FAILED",
        ReverseFailed = "REVERSE_FAILED",
    }
}

open_enum! {
    /// 发票卡券状态
    pub enum CardStatus {
        InsertAccepted = "INSERT_ACCEPTED",
        Inserted = "INSERTED",
        DiscardAccepted = "DISCARD_ACCEPTED",
        Discarded = "DISCARDED",
    }
}

open_enum! {
    /// 税收优惠政策标识
    pub enum TaxPreferMark {
        NoFavorable = "NO_FAVORABLE",
        OutsideVat = "OUTSIDE_VAT",
        VatExempt = "VAT_EXEMPT",
        NormalZeroRated = "NORMAL_ZERO_RATED",
        ExportZeroRated = "EXPORT_ZERO_RATED",
    }
}

open_enum! {
    /// 冲红原因
    pub enum ReverseReason {
        IssueError = "ISSUE_ERROR",
        SalesReturn = "SALES_RETURN",
        ServiceSuspention = "SERVICE_SUSPENTION",
        SalesDiscount = "SALES_DISCOUNT",
    }
}
