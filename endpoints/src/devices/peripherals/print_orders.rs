//! 小票打印.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 小票打印
#[wechatpay_api(defaults)]
pub trait PrintOrders {
    /// 小票机打印
    ///
    /// `POST /v3/pay-devices/printers/{device_id}/print-orders`
    ///
    /// - `device_id` 小票机设备号: such as `WINCIE*EIXHRB`
    #[wechatpay_api(POST "/v3/pay-devices/printers/{device_id}/print-orders")]
    async fn create_print_order(
        &self,
        device_id: &str,
        body: &CreatePrintOrderRequest,
    ) -> Result<()>;

    /// 查询订单
    ///
    /// `GET /v3/pay-devices/printers/{device_id}/print-orders/{print_order_no}`
    ///
    /// - `device_id` 小票机设备号: such as `WINCIE*EIXHRB`
    /// - `print_order_no` 打印单号: such as `wx8888888888888888`
    #[wechatpay_api(GET "/v3/pay-devices/printers/{device_id}/print-orders/{print_order_no}")]
    async fn query_print_order(&self, device_id: &str, print_order_no: &str) -> Result<PrintOrder>;
}

/// The request of [`PrintOrders::create_print_order`].
///
/// `CreatePrintOrderRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_print_order_no`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePrintOrderRequest {
    /// 打印单号: such as `wx8888888888888888`
    pub print_order_no: Option<String>,
    /// 模板ID: such as `pt_02583429616371386640209536`
    pub template_id: Option<String>,
    /// 回调通知地址: such as `https://payapp.weixin.qq.com/callback`
    pub notify_url: Option<String>,
    /// 变量列表
    pub variable_list: Option<Vec<PrintVariable>>,
    /// 表格变量列表
    pub table_list: Option<Vec<PrintTable>>,
}

rules! {
    CreatePrintOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 变量列表
///
/// `PrintVariable::builder().build()`. For an `Option`, use setters such as `maybe_key`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PrintVariable {
    /// Key字段
    pub key: Option<String>,
    /// Value值字段
    pub value: Option<String>,
}

/// 表格变量列表
///
/// `PrintTable::builder().build()`. For an `Option`, use setters such as `maybe_key`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PrintTable {
    /// Key字段
    pub key: Option<String>,
    /// Value值列表
    pub row_list: Option<Vec<PrintRow>>,
}

/// Value值列表
///
/// `PrintRow::builder().build()`. For an `Option`, use setters such as `maybe_cell_list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct PrintRow {
    /// 值列表
    pub cell_list: Option<Vec<String>>,
}

/// The response of [`PrintOrders::query_print_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrintOrder {
    /// 打印单号: such as `wx8888888888888888`
    pub print_order_no: Option<String>,
    /// 模板ID: such as `pt_02583429616371386640209536`
    pub template_id: Option<String>,
    /// 回调通知地址: such as `https://payapp.weixin.qq.com/callback`
    pub notify_url: Option<String>,
    /// 打印状态
    pub print_state: Option<PrintState>,
    /// 打印状态描述
    pub print_state_description: Option<String>,
    /// 变量列表
    pub variable_list: Option<Vec<PrintVariable>>,
    /// 表格变量列表
    pub table_list: Option<Vec<PrintTable>>,
}

open_enum! {
    /// 打印状态
    pub enum PrintState {
        Wait = "PRINT_STATE_WAIT",
        Success = "PRINT_STATE_SUCCESS",
        Fail = "PRINT_STATE_FAIL",
        Cached = "PRINT_STATE_CACHED",
    }
}
