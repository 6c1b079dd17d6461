//! 收付通转账.

use wechatpay_endpoints::ecommerce::transfers::*;

use crate::operation::*;

operations! {
    "POST /v3/ecommerce/mch-transfer/authorizations" => create_ecommerce_transfer_authorization,
    "GET /v3/ecommerce/mch-transfer/authorizations/{sub_mchid}" => query_ecommerce_transfer_authorization,
    "POST /v3/ecommerce/mch-transfer/transfer-bills" => create_ecommerce_transfer_bill,
    "GET /v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}" => query_ecommerce_transfer_bill_by_out_bill_no,
    "GET /v3/ecommerce/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}" => query_ecommerce_transfer_bill_by_transfer_bill_no,
    "POST /v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel" => cancel_ecommerce_transfer_bill,
}

async fn create_ecommerce_transfer_authorization(client: &Client) -> Result<Value> {
    let body = CreateEcommerceTransferAuthorizationRequest::builder()
        .sub_mchid("1900001109")
        .agreement_list(vec![
            Agreement::builder()
                .agreement_code("1")
                .agreement_version("20230101")
                .sign_organization("示例有限责任公司")
                .sign_time("2015-05-20T13:29:35.120+08:00")
                .build(),
        ])
        .build();
    let response = client.create_ecommerce_transfer_authorization(&body).await;
    json(response)
}

async fn query_ecommerce_transfer_authorization(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_transfer_authorization("1900001109")
        .await;
    json(response)
}

async fn create_ecommerce_transfer_bill(client: &Client) -> Result<Value> {
    let body = CreateEcommerceTransferBillRequest::builder()
        .sub_mchid("1900001109")
        .appid("wxf636efh567hg4356")
        .out_bill_no("plfk2020042013")
        .transfer_scene_id("1000")
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .transfer_amount(Fen(400000))
        .transfer_remark("2020年4月报销")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.create_ecommerce_transfer_bill(&body).await;
    json(response)
}

async fn query_ecommerce_transfer_bill_by_out_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_transfer_bill_by_out_bill_no("plfk2020042013", "1900001121")
        .await;
    json(response)
}

async fn query_ecommerce_transfer_bill_by_transfer_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_transfer_bill_by_transfer_bill_no(
            "1330000071100999991182020050700019480001",
            "1900001121",
        )
        .await;
    json(response)
}

async fn cancel_ecommerce_transfer_bill(client: &Client) -> Result<Value> {
    let body = CancelEcommerceTransferBillRequest::builder()
        .sub_mchid("1900001109")
        .build();
    let response = client
        .cancel_ecommerce_transfer_bill("plfk2020042013", &body)
        .await;
    json(response)
}
