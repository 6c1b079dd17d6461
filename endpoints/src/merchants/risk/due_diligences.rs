//! 强化尽调.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, UploadFile, wechatpay_api};

use super::{Relation, UploadFileResponse};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 强化尽调
#[wechatpay_api(defaults)]
pub trait DueDiligences {
    /// 查询子商户强化尽调单信息
    ///
    /// `GET /v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}`
    ///
    /// - `due_diligence_id` 尽调单号: such as `123000110_2_2190381dakdajois1283i12jo`
    /// - `sub_mchid` 子商户号: such as `123000110`
    #[wechatpay_api(GET "/v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}")]
    async fn query_due_diligence(
        &self,
        due_diligence_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<DueDiligence>;

    /// 上传尽调资料文件
    ///
    /// `POST /v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/upload`
    ///
    /// - `due_diligence_id` 尽调单号: such as `123000110_2_2190381dakdajois1283i12jo`
    /// - `file` 图片文件, with `UploadFile::with_part_name("due_diligence_file")`
    #[wechatpay_api(POST "/v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/upload", upload)]
    async fn upload_due_diligence_file(
        &self,
        due_diligence_id: &str,
        body: &DueDiligenceFileMeta,
        file: &UploadFile,
    ) -> Result<UploadFileResponse>;

    /// 提交尽调资料
    ///
    /// `POST /v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/submit`
    ///
    /// - `due_diligence_id` 尽调单号: such as `123000110_2_2190381dakdajois1283i12jo`
    #[wechatpay_api(POST "/v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/submit")]
    async fn submit_due_diligence(
        &self,
        due_diligence_id: &str,
        body: &SubmitDueDiligenceRequest,
    ) -> Result<SubmitDueDiligenceResponse>;
}

/// The response of [`DueDiligences::query_due_diligence`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DueDiligence {
    /// 尽调单号: such as `123000110_2_2190381dakdajois1283i12jo`
    pub due_diligence_id: String,
    /// 子商户号: such as `123000110`
    pub sub_mchid: String,
    /// 尽调单状态: such as `DUE_DILIGENCE_STATE_COLLECTING`
    pub due_diligence_state: DueDiligenceState,
    /// 驳回原因: the JSON text of a `DueDiligenceRejectReason`
    pub reject_reason: Option<String>,
    /// 截止时间: such as `2015-05-20T13:29:35+08:00`
    pub deadline_time: DateTime,
    /// 终止时间: such as `2015-05-20T13:29:35+08:00`
    pub terminal_time: Option<DateTime>,
    /// 提交时间: such as `2015-05-20T13:29:35+08:00`
    pub submit_time: Option<DateTime>,
    /// 驳回时间: such as `2015-05-20T13:29:35+08:00`
    pub reject_time: Option<DateTime>,
    /// 完成时间: such as `2015-05-20T13:29:35+08:00`
    pub complete_time: Option<DateTime>,
    /// 尽调要求提交的资料: the JSON text of a `DueDiligenceTemplate`
    pub submission_template: Option<String>,
    /// 尽调已经提交的资料: the JSON text of a `DueDiligenceData`
    pub submission_data: Option<String>,
}

/// 驳回原因
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DueDiligenceRejectReason {
    /// 审核原因集合
    pub audit_detail_by_item: Option<Vec<ItemAuditDetail>>,
}

/// 审核原因集合
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ItemAuditDetail {
    /// 审核结果
    pub audit_result: Option<i64>,
    /// 审核的资料项ID
    pub item_id: Option<i64>,
    /// 展示给商户的审核结果
    pub reject_reason_to_merchant: Option<String>,
}

/// 尽调要求提交的资料
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DueDiligenceTemplate {
    /// 资料项集合
    pub record_fields: Option<Vec<DueDiligenceTemplateField>>,
}

/// 资料项集合
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DueDiligenceTemplateField {
    /// 校验规则
    pub check_rule: Option<DueDiligenceCheckRule>,
    /// 是否允许修改内容: values `0`, `1`
    pub disabled: Option<i64>,
    /// 资料项值
    pub field_data: Option<String>,
    /// 资料项英文名
    pub field_name: Option<String>,
    /// 是否隐藏资料项
    pub hidden: Option<i64>,
    /// 资料项ID
    pub item_id: Option<String>,
    /// 资料项中文名
    pub name: Option<String>,
    /// 提交内容需要加密
    pub need_encrypt: Option<bool>,
    /// 输入占位文案
    pub placeholder: Option<String>,
    /// 是否必填: values `0`, `1`
    pub required: Option<i64>,
    /// 资料项填写提示
    pub tips: Option<String>,
    /// 叹号悬浮提示语
    pub tooltip: Option<String>,
    /// 资料项类型: values `1`, `2`, `11`, `15`
    pub r#type: Option<i64>,
    /// 日期类型是否可勾选“长期有效”: values `0`, `1`
    pub use_permanently_date: Option<i64>,
}

/// 校验规则
///
/// `DueDiligenceCheckRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_min_length`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct DueDiligenceCheckRule {
    /// 字符串最小长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<i64>,
    /// 字符串最大长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<i64>,
    /// 限制提交的文件后缀
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_file_exts: Option<Vec<DueDiligenceFileExt>>,
    /// 限制文件提交大小
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_file_size: Option<i64>,
    /// `enum_keys`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_keys: Option<Vec<i64>>,
    /// `enum_values`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_values: Option<Vec<String>>,
}

rules! {
    DueDiligenceCheckRule {
        member("enum_file_exts", &[Listed(DueDiligenceFileExt::TEXTS)]),
    }
}

/// 尽调已经提交的资料
///
/// `DueDiligenceData::builder().build()`. For an `Option`, use setters such as
/// `maybe_record_fields`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct DueDiligenceData {
    /// 资料项集合
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_fields: Option<Vec<DueDiligenceRecordField>>,
}

rules! {
    DueDiligenceData {
        within("record_fields", DueDiligenceRecordField::RULES),
    }
}

/// 资料项集合
///
/// `DueDiligenceRecordField::builder().build()`. For an `Option`, use setters such as
/// `maybe_item_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DueDiligenceRecordField {
    /// 资料项ID
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_id: Option<String>,
    /// 资料项英文名
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field_name: Option<String>,
    /// 资料项中文名
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 资料项类型: values `1`, `2`, `11`, `15`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<i64>,
    /// 资料项填写提示
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tips: Option<String>,
    /// 输入框占位文案
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placeholder: Option<String>,
    /// 叹号悬浮提示语
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tooltip: Option<String>,
    /// 是否必须提交: values `0`, `1`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<i64>,
    /// 校验规则
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_rule: Option<DueDiligenceCheckRule>,
    /// 资料项关联规则集合
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relations: Option<Vec<Relation>>,
    /// 提交内容需要加密
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need_encrypt: Option<bool>,
}

rules! {
    DueDiligenceRecordField {
        member("type", &[ListedNumbers(&[1, 2, 11, 15])]),
        member("required", &[ListedNumbers(&[0, 1])]),
        within("check_rule", DueDiligenceCheckRule::RULES),
    }
}

/// The `meta` of [`DueDiligences::upload_due_diligence_file`].
///
/// `DueDiligenceFileMeta::builder().build()`. For an `Option`, use setters such as
/// `maybe_file_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DueDiligenceFileMeta {
    /// 文件名称: such as `demo.png`
    pub file_name: Option<String>,
    /// 文件摘要
    pub file_digest: Option<String>,
    /// 子商户号: such as `1230001104`
    pub sub_mchid: Option<String>,
    /// 资料项唯一id: such as `130013`
    pub item_id: Option<i64>,
}

rules! { DueDiligenceFileMeta {} }

/// The request of [`DueDiligences::submit_due_diligence`].
///
/// `SubmitDueDiligenceRequest::builder().sub_mchid(…).build()`. For an `Option`, use setters such
/// as `maybe_submit_data`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitDueDiligenceRequest {
    /// 子商户号: such as `123000110`
    pub sub_mchid: String,
    /// 提交资料内容: the JSON text of a `DueDiligenceData`
    pub submit_data: Option<String>,
}

rules! { SubmitDueDiligenceRequest {} }

/// The response of [`DueDiligences::submit_due_diligence`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubmitDueDiligenceResponse {
    /// 尽调单状态: such as `DUE_DILIGENCE_STATE_COLLECTING`
    pub due_diligence_state: Option<DueDiligenceState>,
    /// 提交时间: such as `2015-05-20T13:29:35+08:00`
    pub submit_time: Option<DateTime>,
    /// 尽调要求提交的资料: the JSON text of a `DueDiligenceTemplate`
    pub submission_template: Option<String>,
    /// 尽调已经提交的资料: the JSON text of a `DueDiligenceData`
    pub submission_data: Option<String>,
}

open_enum! {
    /// 尽调单状态
    pub enum DueDiligenceState {
        Collecting = "DUE_DILIGENCE_STATE_COLLECTING",
        Auditing = "DUE_DILIGENCE_STATE_AUDITING",
        Rejected = "DUE_DILIGENCE_STATE_REJECTED",
        Expired = "DUE_DILIGENCE_STATE_EXPIRED",
        Cancelled = "DUE_DILIGENCE_STATE_CANCELLED",
        Finished = "DUE_DILIGENCE_STATE_FINISHED",
    }
}

open_enum! {
    /// 限制提交的文件后缀
    pub enum DueDiligenceFileExt {
        Png = "png",
        Jpg = "jpg",
        Jpeg = "jpeg",
    }
}
