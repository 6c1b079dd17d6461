//! 发票卡券.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{ExtraInformation, FapiaoScene, SellerInformation, TaxPreferMark, UserTitle};
use crate::rules::rules;

/// 发票卡券
#[wechatpay_api(defaults)]
pub trait FapiaoCards {
    /// 创建电子发票卡券模板
    ///
    /// `POST /v3/new-tax-control-fapiao/card-template`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_4.shtml>
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/card-template")]
    async fn create_fapiao_card_template(
        &self,
        body: &CreateFapiaoCardTemplateRequest,
    ) -> Result<CreateFapiaoCardTemplateResponse>;

    /// 将电子发票插入微信用户卡包
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/insert-cards`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_11.shtml>
    ///
    /// - `fapiao_apply_id` 发票申请单号: such as `4200000444201910177461284488`
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/insert-cards", accepted)]
    async fn insert_fapiao_cards(
        &self,
        fapiao_apply_id: &str,
        body: &InsertFapiaoCardsRequest,
    ) -> Result<()>;
}

/// The request of [`FapiaoCards::create_fapiao_card_template`].
///
/// `CreateFapiaoCardTemplateRequest::builder().card_appid(…).card_template_information(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFapiaoCardTemplateRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 插卡公众号AppID: such as `wxb1170446a4c0a5a2`
    pub card_appid: String,
    /// 卡券模板信息
    pub card_template_information: CardTemplateInformation,
}

rules! { CreateFapiaoCardTemplateRequest {} }

/// 卡券模板信息
///
/// `CardTemplateInformation::builder().build()`. For an `Option`, use setters such as
/// `maybe_payee_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CardTemplateInformation {
    /// 收款方名称: such as `某公司`
    pub payee_name: Option<String>,
    /// 卡券logo地址
    pub logo_url: Option<String>,
    /// 卡券自定义cell位配置
    pub custom_cell: Option<CustomCell>,
}

/// 卡券自定义cell位配置
///
/// `CustomCell::builder().words(…).description(…).build()`. For an `Option`, use setters such as
/// `maybe_jump_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CustomCell {
    /// cell位文字: such as `电子发票`
    pub words: String,
    /// cell位描述: such as `查看发票`
    pub description: String,
    /// 点击cell位跳转的地址: such as `http://www.qq.com`
    pub jump_url: Option<String>,
    /// 抬头填写小程序的用户名: such as `gh_86a091e50ad4@app`
    pub miniprogram_user_name: Option<String>,
    /// A text, such as `pages/xxxPage`
    pub miniprogram_path: Option<String>,
}

/// The response of [`FapiaoCards::create_fapiao_card_template`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateFapiaoCardTemplateResponse {
    /// 插卡公众号AppID: such as `wxb1170446a4c0a5a2`
    pub card_appid: String,
    /// 卡券模板id: such as `p4gLgvn_cxVCQez17kaBJnZHPcXs`
    pub card_id: String,
}

/// The request of [`FapiaoCards::insert_fapiao_cards`].
///
/// `InsertFapiaoCardsRequest::builder().scene(…).buyer_information(…).fapiao_card_information(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InsertFapiaoCardsRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 插卡场景: such as `WITH_WECHATPAY`
    pub scene: FapiaoScene,
    /// 购买方信息
    pub buyer_information: UserTitle,
    /// 电子发票卡券信息列表
    pub fapiao_card_information: Vec<FapiaoCardInformation>,
}

rules! {
    InsertFapiaoCardsRequest {
        member("scene", &[Listed(FapiaoScene::TEXTS)]),
        within("buyer_information", UserTitle::RULES),
        within("fapiao_card_information", FapiaoCardInformation::RULES),
    }
}

/// 电子发票卡券信息列表
///
/// `FapiaoCardInformation::builder().fapiao_media_id(…).fapiao_number(…).fapiao_code(…).fapiao_time(…).check_code(…).password(…).total_amount(…).tax_amount(…).amount(…).seller_information(…).extra_information(…).build()`.
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
    /// 密码: such as `006>299-375/326>2+7/*0-+<3510`
    pub password: String,
    /// 总价税合计: such as `382895`
    pub total_amount: Fen,
    /// 总税额: such as `44050`
    pub tax_amount: Fen,
    /// 总金额: such as `338845`
    pub amount: Fen,
    /// 销售方信息
    pub seller_information: SellerInformation,
    /// 附加信息
    pub extra_information: ExtraInformation,
    /// 发票行信息
    pub items: Option<Vec<FapiaoCardItem>>,
    /// 备注信息: such as `备注`
    pub remark: Option<String>,
}

rules! {
    FapiaoCardInformation {
        within("items", FapiaoCardItem::RULES),
    }
}

/// 发票行信息
///
/// `FapiaoCardItem::builder().tax_code(…).goods_name(…).quantity(…).unit_price(…).amount(…).tax_amount(…).total_amount(…).tax_rate(…).tax_prefer_mark(…).discount(…).build()`.
/// For an `Option`, use setters such as `maybe_specification`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FapiaoCardItem {
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
    pub tax_prefer_mark: TaxPreferMark,
    /// 是否折扣行
    pub discount: bool,
}

rules! {
    FapiaoCardItem {
        member("tax_prefer_mark", &[Listed(TaxPreferMark::TEXTS)]),
    }
}
