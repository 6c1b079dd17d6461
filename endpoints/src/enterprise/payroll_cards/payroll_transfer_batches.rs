//! 批量转账.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::EmploymentType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 批量转账
#[wechatpay_api(defaults)]
pub trait PayrollTransferBatches {
    /// 发起批量转账
    ///
    /// `POST /v3/payroll-card/transfer-batches`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_6.shtml>
    #[wechatpay_api(POST "/v3/payroll-card/transfer-batches")]
    async fn create_payroll_transfer_batch(
        &self,
        body: &CreatePayrollTransferBatchRequest,
    ) -> Result<CreatePayrollTransferBatchResponse>;
}

/// The request of [`PayrollTransferBatches::create_payroll_transfer_batch`].
///
/// `CreatePayrollTransferBatchRequest::builder().sub_mchid(…).authorization_type(…).out_batch_no(…).batch_name(…).batch_remark(…).total_amount(…).total_num(…).transfer_detail_list(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePayrollTransferBatchRequest {
    /// 特约商户号: such as `1111111`
    pub sub_mchid: String,
    /// 特约商户AppID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 特约商户授权类型: such as `INFORMATION_AUTHORIZATION_TYPE`
    pub authorization_type: AuthorizationType,
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 批次名称: such as `2019年1月深圳分部报销单`
    pub batch_name: String,
    /// 批次备注: such as `2019年1月深圳分部报销单`
    pub batch_remark: String,
    /// 转账总金额: such as `4000000`
    pub total_amount: Fen,
    /// 转账总笔数: such as `200`
    pub total_num: i64,
    /// 转账明细列表
    pub transfer_detail_list: Vec<TransferDetailInput>,
    /// 服务商的AppID: such as `wxf636efh567hg4388`
    pub sp_appid: Option<String>,
    /// 用工类型: such as `LONG_TERM_EMPLOYMENT`
    pub employment_type: Option<EmploymentType>,
    /// 用工场景: such as `LOGISTICS`
    pub employment_scene: Option<EmploymentScene>,
    /// `business_type`
    pub business_type: Option<BusinessType>,
}

rules! {
    CreatePayrollTransferBatchRequest {
        member("authorization_type", &[Listed(AuthorizationType::TEXTS)]),
        sum("/total_amount", &["/transfer_detail_list/*/transfer_amount"], &[]),
        count("/total_num", "/transfer_detail_list"),
        member("employment_type", &[Listed(EmploymentType::TEXTS)]),
        member("employment_scene", &[Listed(EmploymentScene::TEXTS)]),
        member("business_type", &[Listed(BusinessType::TEXTS)]),
    }
}

/// 转账明细列表
///
/// `TransferDetailInput::builder().out_detail_no(…).transfer_amount(…).transfer_remark(…).openid(…).user_name(…).build()`
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
pub struct TransferDetailInput {
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 转账金额: such as `200000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub user_name: Sensitive,
}

/// The response of [`PayrollTransferBatches::create_payroll_transfer_batch`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreatePayrollTransferBatchResponse {
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付批次单号: such as `1030000071100999991182020050700019480001`
    pub batch_id: String,
    /// 批次创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
}

open_enum! {
    /// 特约商户授权类型
    pub enum AuthorizationType {
        InformationAuthorizationType = "INFORMATION_AUTHORIZATION_TYPE",
        FundAuthorizationType = "FUND_AUTHORIZATION_TYPE",
        InformationAndFundAuthorizationType = "INFORMATION_AND_FUND_AUTHORIZATION_TYPE",
    }
}

open_enum! {
    /// 用工场景
    pub enum EmploymentScene {
        Logistics = "LOGISTICS",
        Manufacturing = "MANUFACTURING",
        Hotel = "HOTEL",
        Catering = "CATERING",
        Event = "EVENT",
        Retail = "RETAIL",
        Others = "OTHERS",
    }
}

open_enum! {
    /// The values of `business_type`.
    pub enum BusinessType {
        Undefine = "UNDEFINE",
        Promotion = "PROMOTION",
    }
}
