//! 电子发票.

use wechatpay_client::Deserialize;

use crate::open_enum::open_enum;

/// The resource of `FAPIAO.USER_APPLIED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FapiaoApplication {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 微信支付分配的子商户号
    pub sub_mchid: Option<String>,
    /// 发票申请单号
    pub fapiao_apply_id: Option<String>,
    /// 用户完成发票抬头填写的时间
    pub apply_time: Option<String>,
}

/// The resource of `FAPIAO.ISSUED`, `FAPIAO.REVERSED`, `FAPIAO.CARD_INSERTED`,
/// `FAPIAO.CARD_DISCARDED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FapiaoChange {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 微信支付分配的子商户号
    pub sub_mchid: Option<String>,
    /// 冲红时指定的发票申请单号
    pub fapiao_apply_id: Option<String>,
    /// 发票申请单下关联的所有发票信息
    pub fapiao_information: Option<Vec<FapiaoInformation>>,
}

/// 发票申请单下关联的所有发票信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FapiaoInformation {
    /// 商户发票单号
    pub fapiao_id: Option<String>,
    /// 发票状态
    pub fapiao_status: Option<FapiaoStatus>,
    /// 发票卡券状态
    pub card_status: Option<FapiaoCardStatus>,
}

open_enum! {
    /// 发票状态
    pub enum FapiaoStatus {
        IssueAccepted = "ISSUE_ACCEPTED",
        Issued = "ISSUED",
        ReverseAccepted = "REVERSE_ACCEPTED",
        Reversed = "REVERSED",
    }
}

open_enum! {
    /// 发票卡券状态
    pub enum FapiaoCardStatus {
        InsertAccepted = "INSERT_ACCEPTED",
        Inserted = "INSERTED",
        DiscardAccepted = "DISCARD_ACCEPTED",
        Discarded = "DISCARDED",
    }
}
