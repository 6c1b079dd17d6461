//! 交易拦截.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 交易拦截
#[wechatpay_api(defaults)]
pub trait TransactionBlocks {
    /// 查询交易拦截记录列表
    ///
    /// `GET /v3/transaction-block/transaction-block-records/sub-mchid/{sub_mchid}`
    ///
    /// - `sub_mchid` 子商户号: such as `123000110`
    /// - `limit` 最大资源条数: such as `5`
    /// - `offset` 请求资源起始位置: such as `10`
    #[wechatpay_api(GET "/v3/transaction-block/transaction-block-records/sub-mchid/{sub_mchid}")]
    async fn list_transaction_block_records(
        &self,
        sub_mchid: &str,
        #[query] limit: i64,
        #[query] offset: Option<i64>,
    ) -> Result<ListTransactionBlockRecordsResponse>;

    /// 查询子商户交易拦截记录详情
    ///
    /// `GET /v3/transaction-block/transaction-block-records/{block_record_id}`
    ///
    /// - `block_record_id` 交易拦截记录ID: such as `123400`
    /// - `sub_mchid` 子商户号: such as `123000110`
    #[wechatpay_api(GET "/v3/transaction-block/transaction-block-records/{block_record_id}")]
    async fn query_transaction_block_record(
        &self,
        block_record_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<TransactionBlockRecord>;

    /// 发起交易拦截申诉
    ///
    /// `POST /v3/transaction-block/transaction-block-submissions/sub-mchid/{sub_mchid}`
    ///
    /// - `sub_mchid` 子商户号: such as `123000110`
    #[wechatpay_api(POST "/v3/transaction-block/transaction-block-submissions/sub-mchid/{sub_mchid}")]
    async fn create_transaction_block_submission(
        &self,
        sub_mchid: &str,
        body: &CreateTransactionBlockSubmissionRequest,
    ) -> Result<TransactionBlockSubmission>;

    /// 查询交易拦截申诉详情
    ///
    /// `GET /v3/transaction-block/transaction-block-submissions/{block_submission_id}`
    ///
    /// - `block_submission_id` 交易拦截申诉ID: such as `B021234566799876aacsecd`
    #[wechatpay_api(GET "/v3/transaction-block/transaction-block-submissions/{block_submission_id}")]
    async fn query_transaction_block_submission(
        &self,
        block_submission_id: &str,
    ) -> Result<TransactionBlockSubmission>;
}

/// The response of [`TransactionBlocks::list_transaction_block_records`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListTransactionBlockRecordsResponse {
    /// 请求资源起始位置: such as `10`
    pub offset: Option<i64>,
    /// 最大资源条数: such as `5`
    pub limit: Option<i64>,
    /// 资源总条数: such as `1234`
    pub total_count: Option<i64>,
    /// 交易拦截记录详情列表
    pub data: Option<Vec<TransactionBlockRecord>>,
}

/// 交易拦截记录详情列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransactionBlockRecord {
    /// 交易拦截记录ID: such as `123400`
    pub block_record_id: Option<String>,
    /// 拦截时间: such as `2018-06-08T10:34:56+08:00`
    pub block_time: Option<DateTime>,
    /// 拦截原因: such as `涉嫌信用卡套现`
    pub block_reason: Option<String>,
    /// 拦截笔数: such as `LESS_THAN_TWENTY`
    pub number_of_block: Option<NumberOfBlock>,
    /// 解除管控方式: such as `SUBMIT_INFORMATION`
    pub recover_way: Option<BlockRecordRecoverWay>,
    /// 商户提交资料内容: the JSON text of a `RequestedItemInfo`
    pub requested_item_info: Option<String>,
}

/// The request of [`TransactionBlocks::create_transaction_block_submission`].
///
/// `CreateTransactionBlockSubmissionRequest::builder().merchant_submit_id(…).submit_data(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransactionBlockSubmissionRequest {
    /// 商户侧申诉单号: such as `ABC123456789`
    pub merchant_submit_id: String,
    /// 商户提交资料内容: the JSON text of a `SubmitData`
    pub submit_data: String,
}

rules! { CreateTransactionBlockSubmissionRequest {} }

/// The response of [`TransactionBlocks::create_transaction_block_submission`],
/// [`TransactionBlocks::query_transaction_block_submission`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransactionBlockSubmission {
    /// 交易拦截申诉ID: such as `B021234566799876aacsecd`
    pub block_submission_id: Option<String>,
    /// 提交时间: such as `2018-06-08T10:34:56+08:00`
    pub submit_time: Option<DateTime>,
    /// 审核结果: such as `EMPTY`
    pub review_result: Option<ReviewResult>,
    /// 审核时间: such as `2018-06-08T10:34:56+08:00`
    pub review_time: Option<DateTime>,
    /// 审核驳回原因: such as `身份证图片有遮挡，请上传清晰的身份证图片`
    pub review_reject_reason: Option<String>,
}

open_enum! {
    /// 拦截笔数
    pub enum NumberOfBlock {
        LessThanTwenty = "LESS_THAN_TWENTY",
        LessThanOneHundred = "LESS_THAN_ONE_HUNDRED",
        LessThanOneThousand = "LESS_THAN_ONE_THOUSAND",
        OverOneThousand = "OVER_ONE_THOUSAND",
    }
}

open_enum! {
    /// 解除管控方式
    pub enum BlockRecordRecoverWay {
        SubmitInformation = "SUBMIT_INFORMATION",
    }
}

open_enum! {
    /// 审核结果
    pub enum ReviewResult {
        Empty = "EMPTY",
        Pass = "PASS",
        Reject = "REJECT",
    }
}
