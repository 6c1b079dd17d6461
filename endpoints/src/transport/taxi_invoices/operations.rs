//! 出租车电子发票.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, UploadFile, wechatpay_api};

use crate::rules::rules;

/// 出租车电子发票
#[wechatpay_api(defaults)]
pub trait TaxiInvoices {
    /// 上传出租车电子发票文件
    ///
    /// `POST /v3/taxi-invoice/cards/upload-file`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/taxi-invoice-card/upload-taxi-invoice-card-file.html>
    #[wechatpay_api(POST "/v3/taxi-invoice/cards/upload-file", upload)]
    async fn upload_taxi_invoice_file(
        &self,
        body: &FileMeta,
        file: &UploadFile,
    ) -> Result<UploadTaxiInvoiceFileResponse>;

    /// 发票插入用户卡包
    ///
    /// `POST /v3/taxi-invoice/cards`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/taxi-invoice-card/create-taxi-invoice-card.html>
    #[wechatpay_api(POST "/v3/taxi-invoice/cards")]
    async fn insert_taxi_invoice_card(
        &self,
        body: &InsertTaxiInvoiceCardRequest,
    ) -> Result<InsertTaxiInvoiceCardResponse>;
}

/// The `meta` of [`TaxiInvoices::upload_taxi_invoice_file`].
///
/// `FileMeta::builder().build()`. For an `Option`, use setters such as `maybe_company_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FileMeta {
    /// 出租车经营主体商户号: such as `1900000109`
    pub company_mchid: Option<String>,
    /// 文件摘要
    pub digest: Option<String>,
    /// 文件摘要算法: such as `DIGEST_ALGORITHM_SM3`
    pub digest_algorithm: Option<String>,
    /// 行政区划代码: such as `310100`
    pub region_id: Option<i64>,
}

rules! { FileMeta {} }

/// The response of [`TaxiInvoices::upload_taxi_invoice_file`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadTaxiInvoiceFileResponse {
    /// 出租车电子发票文件ID: such as `ASNFZ4mrze/+3LqYdlQyEA==`
    pub fapiao_media_id: String,
}

/// The request of [`TaxiInvoices::insert_taxi_invoice_card`].
///
/// `InsertTaxiInvoiceCardRequest::builder().company_mchid(…).openid(…).region_id(…).fapiao_card_information(…).build()`.
/// For an `Option`, use setters such as `maybe_trade_number`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InsertTaxiInvoiceCardRequest {
    /// 出租车经营主体商户号: such as `1900000109`
    pub company_mchid: String,
    /// 面对面付款单号: such as `10001071012021110600437180176110`
    pub trade_number: Option<String>,
    /// 应用ID: such as `wxb1170446a4c0a5a2`
    pub appid: Option<String>,
    /// 用户标识: such as `oUypO5aQ1oOCaSiNZUpT5kxxJHuc`
    pub openid: String,
    /// 行政区划代码: such as `310100`
    pub region_id: i64,
    /// 营运资格证号: such as `6298416`
    pub driver_license: Option<String>,
    /// 车牌号: such as `浙AD12345`
    pub plate_number: Option<String>,
    /// 发票卡券信息
    pub fapiao_card_information: FapiaoCardInformation,
    /// 获取乘客行程单详情的凭证: such as `ESvqG19gjw0qiiy1eeRA4VusLrOmIYQOMJ8rXX2V`
    pub token: Option<String>,
}

rules! { InsertTaxiInvoiceCardRequest {} }

/// 发票卡券信息
///
/// `FapiaoCardInformation::builder().fapiao_media_id(…).fapiao_number(…).fapiao_code(…).fapiao_time(…).check_code(…).password(…).total_amount(…).tax_amount(…).amount(…).buyer_information(…).seller_information(…).extra_information(…).build()`.
/// For an `Option`, use setters such as `maybe_items`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FapiaoCardInformation {
    /// 电子发票文件ID: such as `ASNFZ4mrze/+3LqYdlQyEA==`
    pub fapiao_media_id: String,
    /// 发票号码: such as `12897794`
    pub fapiao_number: String,
    /// 发票代码: such as `044001911211`
    pub fapiao_code: String,
    /// 开票时间: such as `2020-07-01T12:00:00+08:00`
    pub fapiao_time: DateTime,
    /// 校验码: such as `69001808340631374774`
    pub check_code: String,
    /// 密码
    pub password: String,
    /// 总价税合计: such as `382895`
    pub total_amount: Fen,
    /// 总税额: such as `44050`
    pub tax_amount: Fen,
    /// 总金额: such as `338845`
    pub amount: Fen,
    /// 购买方信息
    pub buyer_information: BuyerInformation,
    /// 销售方信息
    pub seller_information: SellerInformation,
    /// 附加信息
    pub extra_information: ExtraInformation,
    /// 发票行信息
    pub items: Option<Vec<FapiaoItem>>,
    /// 备注信息: such as `备注`
    pub remark: Option<String>,
}

/// 购买方信息
///
/// `BuyerInformation::builder().r#type(…).name(…).build()`. For an `Option`, use setters such as
/// `maybe_taxpayer_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BuyerInformation {
    /// 购买方类型: such as `CORPORATION`
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
}

/// 销售方信息
///
/// `SellerInformation::builder().name(…).taxpayer_id(…).build()`. For an `Option`, use setters
/// such as `maybe_address`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SellerInformation {
    /// 名称: such as `深圳市南山区测试公司`
    pub name: String,
    /// 纳税人识别号: such as `202003261233701778`
    pub taxpayer_id: String,
    /// 地址: such as `深圳市南山区深南大道10000号`
    pub address: Option<String>,
    /// 电话: such as `075512345678`
    pub telephone: Option<String>,
    /// 开户银行: such as `测试银行`
    pub bank_name: Option<String>,
    /// 银行账号: such as `62001234567890`
    pub bank_account: Option<String>,
}

/// 附加信息
///
/// `ExtraInformation::builder().drawer(…).build()`. For an `Option`, use setters such as
/// `maybe_payee`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ExtraInformation {
    /// 收款人: such as `张三`
    pub payee: Option<String>,
    /// 复核人: such as `李四`
    pub reviewer: Option<String>,
    /// 开票人: such as `王五`
    pub drawer: String,
}

/// 发票行信息
///
/// `FapiaoItem::builder().tax_code(…).goods_name(…).quantity(…).unit_price(…).amount(…).tax_amount(…).total_amount(…).tax_rate(…).tax_prefer_mark(…).discount(…).build()`.
/// For an `Option`, use setters such as `maybe_specification`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
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
    /// 单价: such as `380442000000`
    pub unit_price: Fen,
    /// 单行金额: such as `380442`
    pub amount: Fen,
    /// 单行税额: such as `49458`
    pub tax_amount: Fen,
    /// 单行金额合计: such as `429900`
    pub total_amount: Fen,
    /// 税率: in ten-thousandths, such as `1300`
    pub tax_rate: i64,
    /// 税收优惠政策标识: such as `NO_FAVORABLE`
    pub tax_prefer_mark: String,
    /// 是否折扣行
    pub discount: bool,
}

/// The response of [`TaxiInvoices::insert_taxi_invoice_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InsertTaxiInvoiceCardResponse {
    /// 插入用户卡包的公众号AppID: such as `wxab8acb865bb1637e`
    pub card_appid: Option<String>,
    /// 用户在插卡公众号下的OpenID: such as `plN5twRbHym_j-QcqCzstl0HmwEs`
    pub card_openid: Option<String>,
    /// 出租车电子发票卡券模板ID: such as `p4gLgvlAYSEOpeXGFVJRFxgop6iY`
    pub card_id: Option<String>,
    /// 出租车电子发票在卡包中的编码: such as `379550244162`
    pub card_code: Option<String>,
}
