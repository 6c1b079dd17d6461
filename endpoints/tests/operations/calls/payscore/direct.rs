//! 支付分.

use wechatpay_endpoints::payscore::direct::*;

use crate::operation::*;

operations! {
    "POST /v3/payscore/serviceorder" => create_service_order,
    "POST /v3/payscore/serviceorder/direct-complete" => direct_complete_service_order,
    "POST /v3/payscore/servicepayondeliveryorder" => create_pay_on_delivery_order,
    "GET /v3/payscore/serviceorder" => query_service_order,
    "POST /v3/payscore/serviceorder/{out_order_no}/modify" => modify_service_order,
    "POST /v3/payscore/serviceorder/{out_order_no}/complete" => complete_service_order,
    "POST /v3/payscore/serviceorder/{out_order_no}/cancel" => cancel_service_order,
    "POST /v3/payscore/serviceorder/{out_order_no}/pay" => pay_service_order,
    "POST /v3/payscore/serviceorder/{out_order_no}/sync" => sync_service_order,
    "POST /v3/payscore/serviceorder/{out_order_no}/send-pendingmessage" => send_pending_message,
    "POST /v3/payscore/serviceorder/{out_order_no}/send-prepaidmessage" => send_prepaid_message,
    "POST /v3/payscore/payafter-orders" => create_pay_after_order,
    "GET /v3/payscore/payafter-orders" => query_pay_after_order,
    "POST /v3/payscore/payafter-orders/{out_order_no}/complete" => complete_pay_after_order,
    "POST /v3/payscore/payafter-orders/{out_order_no}/cancel" => cancel_pay_after_order,
    "POST /v3/payscore/payafter-orders/{out_order_no}/sync" => sync_pay_after_order,
    "POST /v3/payscore/smartretail-orders" => create_smart_retail_order,
    "GET /v3/payscore/smartretail-orders" => query_smart_retail_order,
    "POST /v3/payscore/smartretail-orders/{out_order_no}/complete" => complete_smart_retail_order,
    "POST /v3/payscore/smartretail-orders/{out_order_no}/cancel" => cancel_smart_retail_order,
    "POST /v3/payscore/permissions" => create_permission,
    "GET /v3/payscore/permissions/authorization-code/{authorization_code}" => query_permission_by_authorization_code,
    "GET /v3/payscore/permissions/openid/{openid}" => query_permission_by_openid,
    "POST /v3/payscore/permissions/authorization-code/{authorization_code}/terminate" => terminate_permission_by_authorization_code,
    "POST /v3/payscore/permissions/openid/{openid}/terminate" => terminate_permission_by_openid,
    "POST /v3/payscore/users/{openid}/permissions/{service_id}/terminate" => terminate_permission_by_service_id,
    "GET /v3/payscore/user-service-state" => query_user_service_state,
    "POST /v3/payscore/permissions/assess-user-risk-level" => assess_user_risk_level,
    "GET /v3/payscore/merchant-bill" => get_payscore_merchant_bill,
}

async fn create_service_order(client: &Client) -> Result<Value> {
    let body = CreateServiceOrderRequest::builder()
        .out_order_no("1234323JKHDFE1243252")
        .appid("wxd678efh567hg6787")
        .service_id("2002000000000558128851361561536")
        .service_introduction("某某酒店")
        .post_payments(vec![
            PostPaymentInput::builder()
                .name("就餐费用")
                .amount(Fen(40000))
                .description("就餐人均100元")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            CreateServiceOrderPostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .count(2)
                .build(),
        ])
        .time_range(
            TimeRange::builder()
                .start_time("20091225091010")
                .end_time("20091225121010")
                .start_time_remark("备注1")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .risk_fund(
            CreateServiceOrderRiskFund::builder()
                .name("DEPOSIT")
                .amount(Fen(10000))
                .description("就餐的预估费用")
                .build(),
        )
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .notify_url("https://api.test.com")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .need_user_confirm(false)
        .device(
            Device::builder()
                .start_device_id("HG123456")
                .end_device_id("HG123456")
                .materiel_no("example_materiel_no")
                .build(),
        )
        .build();
    let response = client.create_service_order(&body).await;
    json(response)
}

async fn direct_complete_service_order(client: &Client) -> Result<Value> {
    let body = DirectCompleteServiceOrderRequest::builder()
        .out_order_no("1234323JKHDFE1243252")
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .post_payments(vec![
            DirectCompleteServiceOrderPostPayment::builder()
                .name("就餐费用, 服务费")
                .amount(Fen(40000))
                .description("就餐人均100元，服务费：100/小时")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            DirectCompleteServiceOrderPostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .time_range(
            DirectCompleteServiceOrderTimeRange::builder()
                .start_time("20091225091010")
                .start_time_remark("开始租借时间")
                .end_time("20091225121010")
                .end_time_remark("租借结束时间")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .service_introduction("某某酒店")
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .notify_url("https://api.test.com")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .total_amount(Fen(50000))
        .build();
    let response = client.direct_complete_service_order(&body).await;
    json(response)
}

async fn create_pay_on_delivery_order(client: &Client) -> Result<Value> {
    let body = CreatePayOnDeliveryOrderRequest::builder()
        .out_order_no("1234323JKHDFE1243252")
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .service_introduction("某某酒店")
        .post_payments(vec![
            PayOnDeliveryOrderPostPayment::builder()
                .name("就餐费用, 服务费")
                .amount(Fen(40000))
                .description("就餐人均100元，服务费：100/小时")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PayOnDeliveryOrderPostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .time_range(
            PayOnDeliveryOrderTimeRange::builder()
                .start_time("20091225091010")
                .start_time_remark("备注1")
                .end_time("20091225121010")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .risk_fund(
            RiskFund::builder()
                .name(RiskFundName::Deposit)
                .amount(Fen(10000))
                .description("就餐的预估费用")
                .build(),
        )
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .notify_url("https://api.test.com")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .mchid("1230000109")
        .shopping_info(
            PayOnDeliveryOrderShoppingInfo::builder()
                .real_merchant_appid("wxd678efh567hg6787")
                .jump_link(JumpLink::builder().build())
                .goods(vec![
                    Goods::builder()
                        .name("森海塞尔 MOMENTUM 4 无线耳机大馒头4 头戴式蓝牙音乐耳机自适应降噪")
                        .picture(
                            "http://mmbiz.qpic.cn/mmbiz_png/ldTw9dg46zkjOrzyTkbQAvQkysliaiblZhdthZWewgQMyqLZwStaNEsJrYmjwh2MlK7G4wibAFOEuISQKplSnxMWA/640?wx_fmt=png&wxfrom=200",
                        )
                        .amount(Fen(40000))
                        .count(4)
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.create_pay_on_delivery_order(&body).await;
    json(response)
}

async fn query_service_order(client: &Client) -> Result<Value> {
    let response = client
        .query_service_order(
            Some("1234323JKHDFE1243252"),
            None,
            "2002000000000558128851361561536",
            "wxd678efh567hg6787",
        )
        .await;
    json(response)
}

async fn modify_service_order(client: &Client) -> Result<Value> {
    let body = ModifyServiceOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("2002000000000558128851361561536")
        .post_payments(vec![
            PostPaymentInput::builder()
                .name("就餐费用")
                .amount(Fen(40000))
                .description("就餐人均100元")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .total_amount(Fen(50000))
        .reason("用户投诉")
        .device(
            Device::builder()
                .start_device_id("HG123456")
                .end_device_id("HG123456")
                .materiel_no("example_materiel_no")
                .build(),
        )
        .build();
    let response = client
        .modify_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn complete_service_order(client: &Client) -> Result<Value> {
    let body = CompleteServiceOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("2002000000000558128851361561536")
        .post_payments(vec![
            PostPaymentInput::builder()
                .name("就餐费用")
                .amount(Fen(40000))
                .description("就餐人均100元")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .total_amount(Fen(50000))
        .time_range(
            TimeRange::builder()
                .start_time("20091225091010")
                .end_time("20091225121010")
                .start_time_remark("备注1")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            CompleteServiceOrderLocation::builder()
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .profit_sharing(false)
        .goods_tag("goods_tag")
        .device(
            Device::builder()
                .start_device_id("HG123456")
                .end_device_id("HG123456")
                .materiel_no("example_materiel_no")
                .build(),
        )
        .build();
    let response = client.complete_service_order("string", &body).await;
    json(response)
}

async fn cancel_service_order(client: &Client) -> Result<Value> {
    let body = CancelServiceOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .reason("用户投诉")
        .build();
    let response = client.cancel_service_order("string", &body).await;
    json(response)
}

async fn pay_service_order(client: &Client) -> Result<Value> {
    let body = PayServiceOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .build();
    let response = client.pay_service_order("string", &body).await;
    json(response)
}

async fn sync_service_order(client: &Client) -> Result<Value> {
    let body = SyncServiceOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .r#type("Order_Paid")
        .detail(
            SyncServiceOrderDetail::builder()
                .paid_time("20091225091210")
                .build(),
        )
        .build();
    let response = client
        .sync_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn send_pending_message(client: &Client) -> Result<Value> {
    let body = SendMessageRequest::builder()
        .service_id("2002000000000558128851361561536")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .amount(Fen(40000))
                .description("就餐人均100元")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .total_amount(Fen(50000))
        .prepaid_time("20231218")
        .build();
    let response = client.send_pending_message("string", &body).await;
    json(response)
}

async fn send_prepaid_message(client: &Client) -> Result<Value> {
    let body = SendMessageRequest::builder()
        .service_id("2002000000000558128851361561536")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .amount(Fen(40000))
                .description("就餐人均100元")
                .count(4)
                .build(),
        ])
        .post_discounts(vec![
            PostDiscount::builder()
                .name("满20减1元")
                .description("不与其他优惠叠加")
                .amount(Fen(100))
                .count(2)
                .build(),
        ])
        .total_amount(Fen(50000))
        .prepaid_time("20231218")
        .build();
    let response = client.send_prepaid_message("string", &body).await;
    json(response)
}

async fn create_pay_after_order(client: &Client) -> Result<Value> {
    let body = CreatePayAfterOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .out_order_no("1234323JKHDFE1243252")
        .service_id("500001")
        .discounts(vec![
            CreatePayAfterOrderDiscount::builder()
                .discount_name("满20减1元")
                .discount_desc("不与其他优惠叠加")
                .build(),
        ])
        .build();
    let response = client.create_pay_after_order(&body).await;
    json(response)
}

async fn query_pay_after_order(client: &Client) -> Result<Value> {
    let query = QueryPayAfterOrderQuery::builder().build();
    let response = client.query_pay_after_order(&query).await;
    json(response)
}

async fn complete_pay_after_order(client: &Client) -> Result<Value> {
    let body = CompleteOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .discounts(vec![
            Discount::builder()
                .discount_name("满20减1元")
                .discount_desc("不与其他优惠叠加")
                .build(),
        ])
        .build();
    let response = client
        .complete_pay_after_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn cancel_pay_after_order(client: &Client) -> Result<Value> {
    let body = CancelOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .reason("用户投诉")
        .build();
    let response = client
        .cancel_pay_after_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn sync_pay_after_order(client: &Client) -> Result<Value> {
    let body = SyncPayAfterOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .detail(
            SyncPayAfterOrderDetail::builder()
                .paid_time("20091225091010")
                .build(),
        )
        .build();
    let response = client.sync_pay_after_order("string", &body).await;
    json(response)
}

async fn create_smart_retail_order(client: &Client) -> Result<Value> {
    let body = CreateSmartRetailOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .out_order_no("1234323JKHDFE1243252")
        .service_id("500001")
        .discounts(vec![
            CreatePayAfterOrderDiscount::builder()
                .discount_name("满20减1元")
                .discount_desc("不与其他优惠叠加")
                .build(),
        ])
        .build();
    let response = client.create_smart_retail_order(&body).await;
    json(response)
}

async fn query_smart_retail_order(client: &Client) -> Result<Value> {
    let query = QuerySmartRetailOrderQuery::builder().build();
    let response = client.query_smart_retail_order(&query).await;
    json(response)
}

async fn complete_smart_retail_order(client: &Client) -> Result<Value> {
    let body = CompleteOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .discounts(vec![
            Discount::builder()
                .discount_name("满20减1元")
                .discount_desc("不与其他优惠叠加")
                .build(),
        ])
        .build();
    let response = client.complete_smart_retail_order("string", &body).await;
    json(response)
}

async fn cancel_smart_retail_order(client: &Client) -> Result<Value> {
    let body = CancelOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id("500001")
        .reason("用户投诉")
        .build();
    let response = client.cancel_smart_retail_order("string", &body).await;
    json(response)
}

async fn create_permission(client: &Client) -> Result<Value> {
    let body = CreatePermissionRequest::builder()
        .service_id("500001")
        .appid("wxd678efh567hg6787")
        .authorization_code("1234323JKHDFE1243252")
        .notify_url("http://www.qq.com")
        .build();
    let response = client.create_permission(&body).await;
    json(response)
}

async fn query_permission_by_authorization_code(client: &Client) -> Result<Value> {
    let response = client
        .query_permission_by_authorization_code("1234323JKHDFE1243252", "500001")
        .await;
    json(response)
}

async fn query_permission_by_openid(client: &Client) -> Result<Value> {
    let response = client
        .query_permission_by_openid(
            "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "2002000000000558128851361561536",
            "wxd678efh567hg6787",
        )
        .await;
    json(response)
}

async fn terminate_permission_by_authorization_code(client: &Client) -> Result<Value> {
    let body = TerminatePermissionByAuthorizationCodeRequest::builder()
        .service_id("500001")
        .reason("撤销原因")
        .build();
    let response = client
        .terminate_permission_by_authorization_code("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn terminate_permission_by_openid(client: &Client) -> Result<Value> {
    let body = TerminatePermissionByOpenidRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .reason("reason")
        .build();
    let response = client
        .terminate_permission_by_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", &body)
        .await;
    json(response)
}

async fn terminate_permission_by_service_id(client: &Client) -> Result<Value> {
    let body = TerminatePermissionByServiceIdRequest::builder()
        .appid("string")
        .reason("string")
        .build();
    let response = client
        .terminate_permission_by_service_id("string", "string", &body)
        .await;
    json(response)
}

async fn query_user_service_state(client: &Client) -> Result<Value> {
    let response = client
        .query_user_service_state("string", "string", "string")
        .await;
    json(response)
}

async fn assess_user_risk_level(client: &Client) -> Result<Value> {
    let body = AssessUserRiskLevelRequest::builder()
        .service_id("500001")
        .appid("wxd678efh567hg6787")
        .authorization_code("1234323JKHDFE1243252")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .shopping_info(
            ShoppingInfo::builder()
                .goods(vec![
                    Goods::builder()
                        .name("森海塞尔 MOMENTUM 4 无线耳机大馒头4 头戴式蓝牙音乐耳机自适应降噪")
                        .picture(
                            "http://mmbiz.qpic.cn/mmbiz_png/ldTw9dg46zkjOrzyTkbQAvQkysliaiblZhdthZWewgQMyqLZwStaNEsJrYmjwh2MlK7G4wibAFOEuISQKplSnxMWA/640?wx_fmt=png&wxfrom=200",
                        )
                        .amount(Fen(550))
                        .count(1)
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.assess_user_risk_level(&body).await;
    json(response)
}

async fn get_payscore_merchant_bill(client: &Client) -> Result<Value> {
    let response = client
        .get_payscore_merchant_bill(
            "2019-06-11",
            Some(&TarType::Gzip),
            "AEAD_AES_256_GCM",
            "2002000000000558128851361561536",
        )
        .await;
    json(response)
}
