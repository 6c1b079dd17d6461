//! 分账接收方.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, UploadFile, wechatpay_api};

use super::ReceiverType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账接收方
#[wechatpay_api(defaults)]
pub trait ProfitSharingReceivers {
    /// 上传文件
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchant-storage/file/upload`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_11.shtml>
    #[wechatpay_api(POST "/v3/global/merchant-storage/file/upload", upload, global)]
    async fn upload_global_profit_sharing_file(
        &self,
        file: &UploadFile,
    ) -> Result<UploadGlobalProfitSharingFileResponse>;

    /// 添加分账接收方
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/profit-sharing/receivers`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_6.shtml>
    #[wechatpay_api(POST "/v3/global/profit-sharing/receivers", global)]
    async fn add_global_profit_sharing_receiver(
        &self,
        body: &AddGlobalProfitSharingReceiverRequest,
    ) -> Result<AddGlobalProfitSharingReceiverResponse>;

    /// 查询分账接收方添加结果
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/profit-sharing/receivers/{account}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_7.shtml>
    ///
    /// - `account` 接收方账号: such as `86693852`
    #[wechatpay_api(GET "/v3/global/profit-sharing/receivers/{account}", global)]
    async fn query_global_profit_sharing_receiver(
        &self,
        account: &str,
        query: &QueryGlobalProfitSharingReceiverQuery,
    ) -> Result<Receiver>;

    /// 删除分账接收方
    ///
    /// `DELETE apihk.mch.weixin.qq.com/v3/global/profit-sharing/receivers`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_8.shtml>
    #[wechatpay_api(DELETE "/v3/global/profit-sharing/receivers", global)]
    async fn delete_global_profit_sharing_receiver(
        &self,
        body: &DeleteGlobalProfitSharingReceiverRequest,
    ) -> Result<()>;
}

/// The response of [`ProfitSharingReceivers::upload_global_profit_sharing_file`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadGlobalProfitSharingFileResponse {
    /// 文件标识ID: such as `b6a17e2a-1dc4-4376-8630-e73d06490c0d`
    pub file_id: Option<String>,
}

/// The request of [`ProfitSharingReceivers::add_global_profit_sharing_receiver`].
///
/// `AddGlobalProfitSharingReceiverRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddGlobalProfitSharingReceiverRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 应用ID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 子商户应用ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: Option<ReceiverType>,
    /// 分账接收方帐号: such as `86693852`
    pub account: Option<String>,
    /// 分账个人接收方姓名: encrypted
    pub name: Option<Sensitive>,
    /// 是否已经获取用户实名信息授权: such as `true`
    pub authorized: Option<bool>,
    /// 与分账方的关系类型: such as `SERVICE_PROVIDER`
    pub relation_type: Option<RelationType>,
    /// 自定义的分账关系: such as `代理商`
    pub custom_relation: Option<String>,
    /// 分账场景详细描述: such as
    /// `该分账接收方是境内税费服务提供方，帮助商户向境内海关代扣代缴税费。`
    pub scene: Option<String>,
    /// 接收方商户的主营业务范围: such as `税务准备服务`
    pub major_service: Option<String>,
    /// 分账接收方预计分账比例: such as `2000`
    pub expected_ratio: Option<i64>,
    /// 增加分账接收方申请函文件ID: such as `de851a06-5a38-9d31-a102-275a17c477de`
    pub application_file_id: Option<String>,
    /// A text, such as `de851a06-5a38-9d31-a102-275a17c477de`
    pub partnership_file_id: Option<String>,
}

rules! {
    AddGlobalProfitSharingReceiverRequest {
        member("type", &[Listed(ReceiverType::TEXTS)]),
        member("relation_type", &[Listed(RelationType::TEXTS)]),
    }
}

/// The response of [`ProfitSharingReceivers::add_global_profit_sharing_receiver`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct AddGlobalProfitSharingReceiverResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: Option<ReceiverType>,
    /// 分账接收方账号: such as `86693852`
    pub account: Option<String>,
    /// 分账接收方全称: encrypted
    pub name: Option<Sensitive>,
    /// 与分账方的关系类型: such as `SERVICE_PROVIDER`
    pub relation_type: Option<RelationType>,
    /// 自定义的分账关系: such as `代理商`
    pub custom_relation: Option<String>,
    /// 分账场景详细描述: such as
    /// `该分账接收方是境内税费服务提供方，帮助商户向境内海关代扣代缴税费。`
    pub scene: Option<String>,
    /// 接收方商户的主营业务范围: such as `税务准备服务`
    pub major_service: Option<String>,
    /// 分账接收方预计分账比例: such as `2000`
    pub expected_ratio: Option<i64>,
    /// 微信文件标识ID: such as `de851a06-5a38-9d31-a102-275a17c477de`
    pub file_id: Option<String>,
    /// 接收方关系状态
    pub state: Option<String>,
    /// 接收关系添加失败原因
    pub fail_reason: Option<String>,
    /// 增加分账接收方申请函文件ID: such as `de851a06-5a38-9d31-a102-275a17c477de`
    pub application_file_id: Option<String>,
    /// A text, such as `de851a06-5a38-9d31-a102-275a17c477de`
    pub partnership_file_id: Option<String>,
}

/// The query of [`ProfitSharingReceivers::query_global_profit_sharing_receiver`].
///
/// `QueryGlobalProfitSharingReceiverQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryGlobalProfitSharingReceiverQuery {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: Option<String>,
    /// 应用ID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 子商户应用ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: Option<ReceiverType>,
}

/// The response of [`ProfitSharingReceivers::query_global_profit_sharing_receiver`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Receiver {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: Option<ReceiverType>,
    /// 分账接收方账号: such as `86693852`
    pub account: Option<String>,
    /// 分账接收方全称: such as `hu89ohu89ohu89o`
    pub name: Option<String>,
    /// 与分账方的关系类型: such as `SERVICE_PROVIDER`
    pub relation_type: Option<RelationType>,
    /// 自定义的分账关系: such as `代理商`
    pub custom_relation: Option<String>,
    /// 分账场景详细描述: such as
    /// `该分账接收方是境内税费服务提供方，帮助商户向境内海关代扣代缴税费。`
    pub scene: Option<String>,
    /// 接收方商户的主营业务范围: such as `税务准备服务`
    pub major_service: Option<String>,
    /// 分账接收方预计分账比例: such as `2000`
    pub expected_ratio: Option<i64>,
    /// 微信文件标识ID: such as `de851a06-5a38-9d31-a102-275a17c477de`
    pub file_id: Option<String>,
    /// 接收方关系状态
    pub state: Option<String>,
    /// 接收关系添加失败原因
    pub fail_reason: Option<String>,
}

/// The request of [`ProfitSharingReceivers::delete_global_profit_sharing_receiver`].
///
/// `DeleteGlobalProfitSharingReceiverRequest::builder().build()`. For an `Option`, use setters such
/// as `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeleteGlobalProfitSharingReceiverRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 应用ID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 子商户应用ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: Option<ReceiverType>,
    /// 分账接收方帐号: such as `86693852`
    pub account: Option<String>,
}

rules! {
    DeleteGlobalProfitSharingReceiverRequest {
        member("type", &[Listed(ReceiverType::TEXTS)]),
    }
}

open_enum! {
    /// 与分账方的关系类型
    pub enum RelationType {
        Supplier = "SUPPLIER",
        Distributor = "DISTRIBUTOR",
        TaxServiceProvider = "TAX_SERVICE_PROVIDER",
        ItServiceProvider = "IT_SERVICE_PROVIDER",
        Custom = "CUSTOM",
        ServiceProvider = "SERVICE_PROVIDER",
    }
}
