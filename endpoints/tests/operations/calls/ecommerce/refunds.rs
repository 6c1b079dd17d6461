//! 收付通退款与补差.

use wechatpay_endpoints::ecommerce::refunds::*;

use crate::operation::*;

operations! {
    "POST /v3/ecommerce/refunds/apply" => create_ecommerce_refund,
    "GET /v3/ecommerce/refunds/id/{refund_id}" => query_ecommerce_refund_by_refund_id,
    "GET /v3/ecommerce/refunds/out-refund-no/{out_refund_no}" => query_ecommerce_refund_by_out_refund_no,
    "POST /v3/ecommerce/refunds/{refund_id}/apply-abnormal-refund" => apply_ecommerce_abnormal_refund,
    "POST /v3/ecommerce/refunds/{refund_id}/return-advance" => create_return_advance,
    "GET /v3/ecommerce/refunds/{refund_id}/return-advance" => query_return_advance,
    "POST /v3/ecommerce/subsidies/create" => create_subsidy,
    "POST /v3/ecommerce/subsidies/return" => return_subsidy,
    "POST /v3/ecommerce/subsidies/cancel" => cancel_subsidy,
}

async fn create_ecommerce_refund(client: &Client) -> Result<Value> {
    let body = CreateEcommerceRefundRequest::builder()
        .individual_auth_id("1900000109")
        .sub_mchid("1900000109")
        .sp_appid("wx8888888888888888")
        .sub_appid("wx8888888888888888")
        .combine_mchid("1230000109")
        .combine_out_trade_no("P20150806125346")
        .combine_transaction_id("1217752501201407033233368018")
        .transaction_id("1217752501201407033233368018")
        .out_trade_no("1217752501201407033233368018")
        .out_refund_no("1217752501201407033233368018")
        .reason("商品已售完")
        .amount(
            CreateEcommerceRefundAmount::builder()
                .refund(Fen(888))
                .from(vec![
                    FundsFromItem::builder()
                        .account(FundsFromAccount::Available)
                        .amount(Fen(444))
                        .build(),
                ])
                .total(Fen(888))
                .currency("CNY")
                .build(),
        )
        .notify_url("https://weixin.qq.com")
        .funds_account(CreateEcommerceRefundFundsAccount::Available)
        .build();
    let response = client.create_ecommerce_refund(&body).await;
    json(response)
}

async fn query_ecommerce_refund_by_refund_id(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_refund_by_refund_id(
            "50000000382019052709732678859",
            Some("1900000109"),
            Some("1900000109"),
        )
        .await;
    json(response)
}

async fn query_ecommerce_refund_by_out_refund_no(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_refund_by_out_refund_no(
            "1217752501201407033233368018",
            Some("1900000109"),
            Some("1900000109"),
        )
        .await;
    json(response)
}

async fn apply_ecommerce_abnormal_refund(client: &Client) -> Result<Value> {
    let body = ApplyEcommerceAbnormalRefundRequest::builder()
        .sub_mchid("1900000109")
        .individual_auth_id("1900000109")
        .out_refund_no("1217752501201407033233368018")
        .r#type(AbnormalRefundType::UserBankCard)
        .bank_type(BankType::IcbcDebit)
        .bank_account("d+xT+MQCvrLHUVDWv/8MR/dB7TkXLVfSrUxMPZy6jWWYzpRrEEaYQE8ZRGYoeorwC+w==")
        .real_name("UPgQcZSdq3zOayJwZ5XLrHY2dZU1W2Cd")
        .build();
    let response = client
        .apply_ecommerce_abnormal_refund("50000000382019052709732678859", &body)
        .await;
    json(response)
}

async fn create_return_advance(client: &Client) -> Result<Value> {
    let body = CreateReturnAdvanceRequest::builder()
        .sub_mchid("1900000109")
        .build();
    let response = client
        .create_return_advance("50000000382019052709732678859", &body)
        .await;
    json(response)
}

async fn query_return_advance(client: &Client) -> Result<Value> {
    let response = client
        .query_return_advance("50000000382019052709732678859", "1900000109")
        .await;
    json(response)
}

async fn create_subsidy(client: &Client) -> Result<Value> {
    let body = CreateSubsidyRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .amount(Fen(10))
        .description("测试备注")
        .refund_id("3008450740201411110007820472")
        .out_subsidy_no("P20150806125347")
        .build();
    let response = client.create_subsidy(&body).await;
    json(response)
}

async fn return_subsidy(client: &Client) -> Result<Value> {
    let body = ReturnSubsidyRequest::builder()
        .sub_mchid("1900000109")
        .out_order_no("P20150806125346")
        .transaction_id("4208450740201411110007820472")
        .refund_id("3008450740201411110007820472")
        .amount(Fen(10))
        .description("测试备注")
        .subsidy_id("3008450740201411110007820472")
        .from(vec![
            ReturnSubsidyFundsFromItem::builder()
                .amount(Fen(10))
                .build(),
        ])
        .build();
    let response = client.return_subsidy(&body).await;
    json(response)
}

async fn cancel_subsidy(client: &Client) -> Result<Value> {
    let body = CancelSubsidyRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .description("订单退款")
        .build();
    let response = client.cancel_subsidy(&body).await;
    json(response)
}
