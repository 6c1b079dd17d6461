//! 商户管理记录.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, UploadFile, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 商户管理记录
#[wechatpay_api(defaults)]
pub trait ManageRecords {
    /// 查询商户管理记录列表
    ///
    /// `GET /v3/mch-manage/mch-manage-records/sub-mchid/{sub_mchid}`
    ///
    /// - `sub_mchid` 子商户号: such as `123000110`
    /// - `limit` 最大资源条数: such as `5`
    /// - `offset` 请求资源起始位置: such as `10`
    /// - `manage_record_type` 商户管理记录类型: such as `FUNCTIONAL_LIMIT_RECORD`
    /// - `manage_record_state` 商户管理记录状态: such as `PENDING`
    #[wechatpay_api(GET "/v3/mch-manage/mch-manage-records/sub-mchid/{sub_mchid}")]
    async fn list_manage_records(
        &self,
        sub_mchid: &str,
        #[query] limit: i64,
        #[query] offset: Option<i64>,
        #[query] manage_record_type: Option<&ManageRecordType>,
        #[query] manage_record_state: Option<&ManageRecordState>,
    ) -> Result<ListManageRecordsResponse>;

    /// 查询子商户下指定商户管理记录
    ///
    /// `GET /v3/mch-manage/mch-manage-records/{manage_record_id}`
    ///
    /// - `manage_record_id` 商户管理记录ID: such as `M1210999900435123451697535102441`
    /// - `sub_mchid` 子商户号: such as `123000110`
    #[wechatpay_api(GET "/v3/mch-manage/mch-manage-records/{manage_record_id}")]
    async fn query_manage_record(
        &self,
        manage_record_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<ManageRecord>;

    /// 上传商户提交资料文件
    ///
    /// `POST /v3/mch-manage/submission-files/sub-mchid/{sub_mchid}/upload`
    ///
    /// - `sub_mchid` 子商户号: such as `123000110`
    /// - `file` 资料文件, with `UploadFile::with_part_name("submission_file")`
    /// - `item_id` 资料项唯一id: such as `56`; a text of the form: `UploadFile::with_text`
    /// - `manage_record_id` 商户管理记录ID: such as `56`; a text of the form:
    ///   `UploadFile::with_text`
    #[wechatpay_api(POST "/v3/mch-manage/submission-files/sub-mchid/{sub_mchid}/upload", upload)]
    async fn upload_submission_file(
        &self,
        sub_mchid: &str,
        body: &SubmissionFileMeta,
        file: &UploadFile,
    ) -> Result<UploadFileResponse>;

    /// 对指定商户管理记录提交资料
    ///
    /// `POST /v3/mch-manage/mch-manage-records/{manage_record_id}/mch-manage-submissions`
    ///
    /// - `manage_record_id` 商户管理记录ID: such as `M1210999900435123451697535102441`
    #[wechatpay_api(POST "/v3/mch-manage/mch-manage-records/{manage_record_id}/mch-manage-submissions")]
    async fn create_manage_submission(
        &self,
        manage_record_id: &str,
        body: &CreateManageSubmissionRequest,
    ) -> Result<CreateManageSubmissionResponse>;
}

/// The response of [`ManageRecords::list_manage_records`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListManageRecordsResponse {
    /// 请求资源起始位置: such as `10`
    pub offset: Option<i64>,
    /// 最大资源条数: such as `5`
    pub limit: Option<i64>,
    /// 资源总条数: such as `1234`
    pub total_count: Option<i64>,
    /// 商户管理记录详情列表
    pub data: Option<Vec<ManageRecord>>,
}

/// 商户管理记录详情列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ManageRecord {
    /// 子商户号: such as `123000110`
    pub sub_mchid: Option<String>,
    /// 商户管理记录ID: such as `M1210999900435123451697535102441`
    pub manage_record_id: Option<String>,
    /// 商户管理记录类型: such as `FUNCTIONAL_LIMIT_RECORD`
    pub manage_record_type: Option<ManageRecordType>,
    /// 管控时间: such as `2018-06-08T10:34:56+08:00`
    pub manage_time: Option<DateTime>,
    /// 管控原因: such as `涉嫌信用卡套现`
    pub manage_reason: Option<String>,
    /// 限制功能: such as `关闭支付权限，关闭提现权限`
    pub limit_ability: Option<String>,
    /// 解除管控方式: such as `SUBMIT_INFORMATION`
    pub recover_way: Option<ManageRecordRecoverWay>,
    /// 是否允许提交资料
    pub allow_submit: Option<bool>,
    /// 禁止提交资料原因: such as `应平台管理要求，此单据不支持申诉`
    pub forbid_submit_reason: Option<String>,
    /// 可提交资料开始时间: such as `2018-06-08T10:34:56+08:00`
    pub submit_start_time: Option<DateTime>,
    /// 可提交资料结束时间: such as `2018-06-08T10:34:56+08:00`
    pub submit_end_time: Option<DateTime>,
    /// 商户管理记录状态: such as `PENDING`
    pub manage_record_state: Option<ManageRecordState>,
    /// 解除管控时间: such as `2018-06-08T10:34:56+08:00`
    pub recover_time: Option<DateTime>,
    /// 解除管控原因: such as `MERCHANT_SUBMIT_RECOVER`
    pub recover_reason: Option<RecoverReason>,
    /// 申诉驳回原因: such as `身份证信息遮挡，请上传清晰的身份证图片`
    pub reject_reason: Option<String>,
    /// 审核通过时间: such as `2018-06-08T10:34:56+08:00`
    pub approve_time: Option<DateTime>,
    /// 要求提交的资料: the JSON text of a `RequestedItemInfo`
    pub requested_item_info: Option<String>,
}

/// 要求提交的资料
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct RequestedItemInfo {
    /// 资料项集合
    pub record_fields: Option<Vec<RecordField>>,
}

/// 资料项集合
///
/// `RecordField::builder().build()`. For an `Option`, use setters such as `maybe_item_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct RecordField {
    /// 资料项ID
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_id: Option<String>,
    /// 资料项英文名
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field_name: Option<String>,
    /// 资料项中文名
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 资料项类型: values `1`, `2`, `3`, `4`, `5`, `6`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<i64>,
    /// 补充资料项多值`JSON`格式: the JSON text of a list of `RepeatedFieldData`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeated_field_data: Option<String>,
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
    /// 提交内容需要加密
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need_encrypt: Option<bool>,
    /// 字符串校验规则
    #[serde(skip_serializing_if = "Option::is_none")]
    pub string_check_rule: Option<StringCheckRule>,
    /// 枚举校验规则
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_check_rule: Option<EnumCheckRule>,
    /// 文件校验规则
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_check_rule: Option<FileCheckRule>,
    /// 时间区间校验规则
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_interval_check_rule: Option<TimeIntervalCheckRule>,
    /// 订单类型校验规则
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_interval_check_rule: Option<FileCheckRule>,
    /// 资料项关联规则集合
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relations: Option<Vec<Relation>>,
}

rules! {
    RecordField {
        member("type", &[ListedNumbers(&[1, 2, 3, 4, 5, 6])]),
        member("required", &[ListedNumbers(&[0, 1])]),
        within("string_check_rule", StringCheckRule::RULES),
        within("file_check_rule", FileCheckRule::RULES),
        within("order_interval_check_rule", FileCheckRule::RULES),
    }
}

/// 补充资料项多值`JSON`格式
///
/// `RepeatedFieldData::builder().build()`. For an `Option`, use setters such as `maybe_longitude`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RepeatedFieldData {
    /// 经度值
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<String>,
    /// 纬度值
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<String>,
    /// 省份
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// 城市
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// 区域
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// 街道
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// 详细地址
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// 地址名
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 微信支付订单号
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wechat_order_id: Option<String>,
    /// 商户订单号
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_order_id: Option<String>,
    /// 交易时间+08
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_time: Option<DateTime>,
    /// 交易金额
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_money_amount: Option<String>,
    /// 调单商品
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_goods: Option<String>,
    /// 是否物流: values `0`, `1`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logistic_flag: Option<i64>,
    /// 凭证图片信息: such as `凭证图片1`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence_img_list: Option<Vec<String>>,
    /// 补充资料项
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field_data: Option<Vec<FieldData>>,
}

rules! {
    RepeatedFieldData {
        member("logistic_flag", &[ListedNumbers(&[0, 1])]),
    }
}

/// 补充资料项
///
/// `FieldData::builder().build()`. For an `Option`, use setters such as `maybe_longitude`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FieldData {
    /// 经度值
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<String>,
    /// 纬度值
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<String>,
    /// 省份
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// 城市
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// 区域
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// 街道
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// 详细地址
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// 地址名
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 微信支付订单号
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wechat_order_id: Option<String>,
    /// 商户订单号
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_order_id: Option<String>,
    /// 交易时间+08
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_time: Option<DateTime>,
    /// 交易金额
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_money_amount: Option<String>,
    /// 调单商品
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_goods: Option<String>,
    /// 是否物流
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logistic_flag: Option<i64>,
    /// 凭证图片信息
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence_img_list: Option<Vec<String>>,
}

/// 字符串校验规则
///
/// `StringCheckRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_min_string_length`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct StringCheckRule {
    /// 字符串最小长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_string_length: Option<i64>,
    /// 字符串最大长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_string_length: Option<i64>,
    /// 校验规则
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validator: Option<StringValidator>,
}

rules! {
    StringCheckRule {
        member("validator", &[Listed(StringValidator::TEXTS)]),
    }
}

/// 枚举校验规则
///
/// `EnumCheckRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_min_list_length`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct EnumCheckRule {
    /// 最小列表长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_list_length: Option<i64>,
    /// 最大列表长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_list_length: Option<i64>,
    /// `enum_values`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_values: Option<Vec<String>>,
}

/// 文件校验规则
///
/// `FileCheckRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_min_list_length`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct FileCheckRule {
    /// 最小列表长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_list_length: Option<i64>,
    /// 最大列表长度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_list_length: Option<i64>,
    /// 限制提交的文件后缀
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enum_file_exts: Option<Vec<FileExt>>,
    /// 限制文件提交大小
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_file_size: Option<i64>,
}

rules! {
    FileCheckRule {
        member("enum_file_exts", &[Listed(FileExt::TEXTS)]),
    }
}

/// 时间区间校验规则
///
/// `TimeIntervalCheckRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_min_list_length`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct TimeIntervalCheckRule {
    /// 最小列表长度: such as `2`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_list_length: Option<i64>,
    /// 最大列表长度: such as `2`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_list_length: Option<i64>,
}

/// 资料项关联规则集合
///
/// `Relation::builder().build()`. For an `Option`, use setters such as `maybe_source_key`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Relation {
    /// 关联的资料项ID
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_key: Option<i64>,
    /// 关联的资料项值
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_value: Option<String>,
}

/// The `meta` of [`ManageRecords::upload_submission_file`].
///
/// `SubmissionFileMeta::builder().build()`. For an `Option`, use setters such as `maybe_file_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmissionFileMeta {
    /// 文件名称: such as `demo.png`
    pub file_name: Option<String>,
    /// 文件摘要
    pub file_digest: Option<String>,
}

rules! { SubmissionFileMeta {} }

/// The response of [`ManageRecords::upload_submission_file`],
/// `DueDiligences::upload_due_diligence_file`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadFileResponse {
    /// 文件标识ID: such as `V1_E1W7MchDBewmOMGmKSMCgh5`
    pub file_id: String,
}

/// The request of [`ManageRecords::create_manage_submission`].
///
/// `CreateManageSubmissionRequest::builder().sub_mchid(…).submit_data(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateManageSubmissionRequest {
    /// 子商户号: such as `123000110`
    pub sub_mchid: String,
    /// 商户提交资料内容: the JSON text of a `SubmitData`
    pub submit_data: String,
}

rules! { CreateManageSubmissionRequest {} }

/// 商户提交资料内容
///
/// `SubmitData::builder().build()`. For an `Option`, use setters such as `maybe_record_fields`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitData {
    /// 资料项集合
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_fields: Option<Vec<RecordField>>,
}

rules! {
    SubmitData {
        within("record_fields", RecordField::RULES),
    }
}

/// The response of [`ManageRecords::create_manage_submission`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateManageSubmissionResponse {
    /// 商户管理提交资料记录ID: such as `S0120190217140201012345672111223`
    pub manage_submission_id: Option<String>,
}

parameter_enum! {
    /// 商户管理记录类型
    pub enum ManageRecordType {
        FunctionalLimitRecord = "FUNCTIONAL_LIMIT_RECORD",
        InvestigateRecord = "INVESTIGATE_RECORD",
    }
}

parameter_enum! {
    /// 商户管理记录状态
    pub enum ManageRecordState {
        Pending = "PENDING",
        Submitted = "SUBMITTED",
        Expired = "EXPIRED",
        UnderReview = "UNDER_REVIEW",
        Recovered = "RECOVERED",
        Rejected = "REJECTED",
    }
}

open_enum! {
    /// 解除管控方式
    pub enum ManageRecordRecoverWay {
        SubmitInformation = "SUBMIT_INFORMATION",
        VerifyInactiveMerchantIdentity = "VERIFY_INACTIVE_MERCHANT_IDENTITY",
        ModifyOrganizationInformation = "MODIFY_ORGANIZATION_INFORMATION",
        Other = "OTHER",
    }
}

open_enum! {
    /// 解除管控原因
    pub enum RecoverReason {
        MerchantSubmitRecover = "MERCHANT_SUBMIT_RECOVER",
        MerchantOperateRecover = "MERCHANT_OPERATE_RECOVER",
        PlatformAutoRecover = "PLATFORM_AUTO_RECOVER",
    }
}

open_enum! {
    /// 校验规则
    pub enum StringValidator {
        Number = "number",
        Phone = "phone",
        Idcard = "idcard",
        Url = "url",
        Email = "email",
    }
}

open_enum! {
    /// 限制提交的文件后缀
    pub enum FileExt {
        Png = "png",
        Jpg = "jpg",
        Jpeg = "jpeg",
        Mp4 = "mp4",
        Avi = "avi",
        Mov = "mov",
        Wmv = "wmv",
        Pdf = "pdf",
        Doc = "doc",
        Docx = "docx",
        Csv = "csv",
        Xlsx = "xlsx",
    }
}
