//! 音箱与小票机.

use wechatpay_endpoints::devices::peripherals::*;

use crate::operation::*;

operations! {
    "POST /v3/pay-devices/open-scenario-speaker/{device_sn}/prebind" => prebind_speaker,
    "POST /v3/pay-devices/open-scenario-speaker/{device_sn}/bind" => bind_speaker,
    "GET /v3/pay-devices/open-scenario-speaker/{device_sn}" => query_speaker,
    "POST /v3/pay-devices/open-scenario-speakerorder/{transaction_id}/report" => report_speaker_order,
    "POST /v3/pay-devices/open-scenario-speaker/{device_sn}/unbind" => unbind_speaker,
    "POST /v3/pay-devices/printers/{device_id}/print-orders" => create_print_order,
    "GET /v3/pay-devices/printers/{device_id}/print-orders/{print_order_no}" => query_print_order,
}

async fn prebind_speaker(client: &Client) -> Result<Value> {
    let body = PrebindSpeakerRequest::builder()
        .code_url("URl:weixin://wxpay/s/An4baqw")
        .build();
    let response = client.prebind_speaker("ABCDEF", &body).await;
    json(response)
}

async fn bind_speaker(client: &Client) -> Result<Value> {
    let body = BindSpeakerRequest::builder()
        .sub_mchid("1900000001")
        .code_url("URl:weixin://wxpay/s/An4baqw")
        .build();
    let response = client.bind_speaker("ABCDEF", &body).await;
    json(response)
}

async fn query_speaker(client: &Client) -> Result<Value> {
    let response = client.query_speaker("ABCDEF").await;
    json(response)
}

async fn report_speaker_order(client: &Client) -> Result<Value> {
    let body = ReportSpeakerOrderRequest::builder()
        .sub_mchid("1900000001")
        .code_url("URl:weixin://wxpay/s/An4baqw")
        .out_trade_no("example_out_trade_no")
        .device_sn("example_device_sn")
        .build();
    let response = client
        .report_speaker_order("20190611222222222200000000012122", &body)
        .await;
    json(response)
}

async fn unbind_speaker(client: &Client) -> Result<Value> {
    let response = client.unbind_speaker("ABCDEF").await;
    json(response)
}

async fn create_print_order(client: &Client) -> Result<Value> {
    let body = CreatePrintOrderRequest::builder()
        .print_order_no("wx8888888888888888")
        .template_id("pt_02583429616371386640209536")
        .notify_url("https://payapp.weixin.qq.com/callback")
        .build();
    let response = client.create_print_order("WINCIE*EIXHRB", &body).await;
    json(response)
}

async fn query_print_order(client: &Client) -> Result<Value> {
    let response = client
        .query_print_order("WINCIE*EIXHRB", "wx8888888888888888")
        .await;
    json(response)
}
