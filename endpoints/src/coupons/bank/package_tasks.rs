//! 定向用户导入.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, UploadFile, wechatpay_api};

use crate::open_enum::parameter_enum;
use crate::rules::rules;

/// 定向用户导入
#[wechatpay_api(defaults)]
pub trait PackageTasks {
    /// 导入定向用户协议号
    ///
    /// `POST /v3/marketing/bank/packages/{package_id}/tasks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_8_1.shtml>
    ///
    /// - `package_id` 号码包id: such as `8473295`
    #[wechatpay_api(POST "/v3/marketing/bank/packages/{package_id}/tasks", upload)]
    async fn create_package_task(
        &self,
        package_id: &str,
        body: &PackageTaskMeta,
        file: &UploadFile,
    ) -> Result<CreatePackageTaskResponse>;

    /// 查询上传任务列表
    ///
    /// `GET /v3/marketing/bank/packages/{package_id}/tasks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter9_8_2.shtml>
    ///
    /// - `package_id` 号码包id: such as `8473295`
    #[wechatpay_api(GET "/v3/marketing/bank/packages/{package_id}/tasks")]
    async fn list_package_tasks(
        &self,
        package_id: &str,
        query: &ListPackageTasksQuery,
    ) -> Result<ListPackageTasksResponse>;
}

/// The `meta` of [`PackageTasks::create_package_task`].
///
/// `PackageTaskMeta::builder().build()`. For an `Option`, use setters such as `maybe_bank_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PackageTaskMeta {
    /// 银行类型: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
    /// 文件名: such as `active_user.csv`
    pub filename: Option<String>,
    /// 文件摘要
    pub sha256: Option<String>,
}

rules! { PackageTaskMeta {} }

/// The response of [`PackageTasks::create_package_task`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreatePackageTaskResponse {
    /// 银行类型: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
    /// 创建上传任务的时间: such as `2020-05-20T13:29:35+08:00`
    pub create_time: DateTime,
    /// 失败数: such as `20`
    pub fail_count: Option<i64>,
    /// 文件名: such as `active_user.csv`
    pub filename: String,
    /// 号码包id: such as `8473295`
    pub package_id: String,
    /// 任务状态: such as `PROCESSING`
    pub status: Option<String>,
    /// 成功数: such as `1000`
    pub success_count: Option<i64>,
    /// 匹配成功的微信用户数: such as `1000`
    pub success_user_count: Option<i64>,
    /// 上传任务: such as `101`
    pub task_id: String,
    /// 上传任务最近一次更新的时间: such as `2020-05-20T13:29:35+08:00`
    pub update_time: Option<DateTime>,
}

/// The query of [`PackageTasks::list_package_tasks`].
///
/// `ListPackageTasksQuery::builder().build()`. For an `Option`, use setters such as `maybe_status`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListPackageTasksQuery {
    /// 任务状态: such as `PROCESSING`
    pub status: Option<PackageTaskStatusFilter>,
    /// 文件名: such as `active_user.csv`
    pub filename: Option<String>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`PackageTasks::list_package_tasks`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListPackageTasksResponse {
    /// 上传任务列表
    pub data: Option<Vec<PackageTask>>,
    /// 总数量: such as `20`
    pub total_count: Option<i64>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

/// 上传任务列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PackageTask {
    /// 上传任务: such as `101`
    pub task_id: Option<String>,
    /// 号码包id: such as `8473295`
    pub package_id: Option<String>,
    /// 文件名: such as `active_user.csv`
    pub filename: Option<String>,
    /// 创建上传任务的时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 上传任务最近一次更新的时间: such as `2020-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// 任务状态: such as `PROCESSING`
    pub status: Option<String>,
    /// 成功数: such as `1000`
    pub success_count: Option<i64>,
    /// 失败数: such as `20`
    pub fail_count: Option<i64>,
    /// 匹配成功的微信用户数: such as `1000`
    pub success_user_count: Option<i64>,
    /// 银行类型: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
}

parameter_enum! {
    /// 任务状态
    pub enum PackageTaskStatusFilter {
        Processing = "PROCESSING",
        Finished = "FINISHED",
    }
}
