//! 退款.

use wechatpay_endpoints::payments::refunds::*;

use crate::operation::*;

operations! {
    "POST /v3/refund/domestic/refunds" => create_refund,
    "GET /v3/refund/domestic/refunds/{out_refund_no}" => query_refund,
    "POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund" => apply_abnormal_refund,
}

async fn create_refund(client: &Client) -> Result<Value> {
    let body = CreateRefundRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("1217752501201407033233368018")
        .out_trade_no("1217752501201407033233368018")
        .out_refund_no("1217752501201407033233368018")
        .reason("商品已售完")
        .notify_url("https://weixin.qq.com")
        .funds_account(CreateRefundFundsAccount::Available)
        .amount(
            CreateRefundAmount::builder()
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
        .goods_detail(vec![
            GoodsDetail::builder()
                .merchant_goods_id("1217752501201407033233368018")
                .wechatpay_goods_id("1001")
                .goods_name("iPhone6s 16G")
                .unit_price(Fen(528800))
                .refund_amount(Fen(528800))
                .refund_quantity(1)
                .build(),
        ])
        .build();
    let response = client.create_refund(&body).await;
    json(response)
}

async fn query_refund(client: &Client) -> Result<Value> {
    let response = client
        .query_refund("sdk12345678920210326144648", Some("1900000109"))
        .await;
    json(response)
}

async fn apply_abnormal_refund(client: &Client) -> Result<Value> {
    let body = ApplyAbnormalRefundRequest::builder()
        .sub_mchid("1900000109")
        .out_refund_no("1217752501201407033233368018")
        .r#type(AbnormalRefundType::UserBankCard)
        .bank_account("d+xT+MQCvrLHUVDWv/8MR/dB7TkXLVfSrUxMPZy6jWWYzpRrEEaYQE8ZRGYoeorwC+w==")
        .real_name("UPgQcZSdq3zOayJwZ5XLrHY2dZU1W2Cd")
        .build();
    let response = client
        .apply_abnormal_refund("50000000382019052709732678859", &body)
        .await;
    json(response)
}
