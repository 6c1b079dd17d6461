//! 医保支付.

use wechatpay_endpoints::industries::medical_insurance::*;

use crate::operation::*;

operations! {
    "POST /v3/med-ins/orders" => create_medical_insurance_order,
    "GET /v3/med-ins/orders/mix-trade-no/{mix_trade_no}" => query_medical_insurance_order_by_mix_trade_no,
    "GET /v3/med-ins/orders/out-trade-no/{out_trade_no}" => query_medical_insurance_order_by_out_trade_no,
    "POST /v3/med-ins/refunds/notify" => notify_medical_insurance_refund,
}

async fn create_medical_insurance_order(client: &Client) -> Result<Value> {
    let body = CreateMedicalInsuranceOrderRequest::builder()
        .mix_pay_type(MixPayType::CashAndInsurance)
        .order_type(OrderType::RegPay)
        .appid("wx8888888888888888")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .payer(
            Payer::builder()
                .name("string")
                .id_digest("string")
                .card_type(CardType::IdCard)
                .build(),
        )
        .relative(
            Payer::builder()
                .name("string")
                .id_digest("string")
                .card_type(CardType::IdCard)
                .build(),
        )
        .out_trade_no("202204022005169952975171534816")
        .serial_no("1217752501201")
        .pay_order_id("ORD530100202204022006350000021")
        .pay_auth_no("AUTH530100202204022006310000034")
        .geo_location("102.682296,25.054260")
        .city_id("530100")
        .med_inst_name("北大医院")
        .med_inst_no("1217752501201407033233368318")
        .med_ins_order_create_time("2018-06-08T10:34:56+08:00")
        .total_fee(Fen(202000))
        .med_ins_gov_fee(Fen(100000))
        .med_ins_self_fee(Fen(45000))
        .med_ins_other_fee(Fen(5000))
        .med_ins_cash_fee(Fen(50000))
        .wechat_pay_cash_fee(Fen(42000))
        .cash_add_detail(vec![
            CashAddDetail::builder()
                .cash_add_fee(Fen(2000))
                .cash_add_type(CashAddType::Freight)
                .build(),
        ])
        .cash_reduce_detail(vec![
            CashReduceDetail::builder()
                .cash_reduce_fee(Fen(10000))
                .cash_reduce_type(CashReduceType::DefaultReduceType)
                .build(),
        ])
        .callback_url("https://www.weixin.qq.com/wxpay/pay.php")
        .prepay_id("wx201410272009395522657a690389285100")
        .passthrough_request_content(
            r#"{"payAuthNo":"AUTH****","payOrdId":"ORD****","setlLatlnt":"118.096435,24.485407"}"#,
        )
        .extends("{}")
        .attach("{}")
        .channel_no("AAGN9uhZc5EGyRdairKW7Qnu")
        .build();
    let response = client.create_medical_insurance_order(&body).await;
    json(response)
}

async fn query_medical_insurance_order_by_mix_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_medical_insurance_order_by_mix_trade_no(
            "1217752501201407033233368318",
            Some("1900000109"),
        )
        .await;
    json(response)
}

async fn query_medical_insurance_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_medical_insurance_order_by_out_trade_no(
            "1217752501201407033233368318",
            Some("1900000109"),
        )
        .await;
    json(response)
}

async fn notify_medical_insurance_refund(client: &Client) -> Result<Value> {
    let body = NotifyMedicalInsuranceRefundRequest::builder()
        .sub_mchid("1900000109")
        .med_refund_total_fee(Fen(45000))
        .med_refund_gov_fee(Fen(45000))
        .med_refund_self_fee(Fen(45000))
        .med_refund_other_fee(Fen(45000))
        .refund_time("2018-06-08T10:34:56+08:00")
        .out_refund_no("R202204022005169952975171534816")
        .build();
    let response = client
        .notify_medical_insurance_refund("1217752501201407033233368318", &body)
        .await;
    json(response)
}
