//! 支付分 服务商.

use wechatpay_endpoints::payscore::partner::*;

use crate::operation::*;

operations! {
    "POST /v3/payscore/partner/serviceorder" => create_partner_service_order,
    "POST /v3/payscore/partner/serviceorder/direct-complete" => direct_complete_partner_service_order,
    "POST /v3/payscore/partner/servicepayondeliveryorder" => create_partner_pay_on_delivery_order,
    "GET /v3/payscore/partner/serviceorder" => query_partner_service_order,
    "POST /v3/payscore/partner/serviceorder/{out_order_no}/modify" => modify_partner_service_order,
    "POST /v3/payscore/partner/serviceorder/{out_order_no}/complete" => complete_partner_service_order,
    "POST /v3/payscore/partner/serviceorder/{out_order_no}/cancel" => cancel_partner_service_order,
    "POST /v3/payscore/partner/serviceorder/{out_order_no}/pay" => pay_partner_service_order,
    "POST /v3/payscore/partner/serviceorder/{out_order_no}/sync" => sync_partner_service_order,
    "POST /v3/payscore/partner/serviceorder/{out_order_no}/send-pendingmessage" => send_partner_pending_message,
    "POST /v3/payscore/partner/serviceorder/{out_order_no}/send-prepaidmessage" => send_partner_prepaid_message,
    "POST /v3/payscore/partner/permissions" => create_partner_permission,
    "POST /v3/payscore/partner/permissions/apply-for-scene" => apply_partner_permission_for_scene,
    "GET /v3/payscore/partner/permissions/authorization-code/{authorization_code}" => query_partner_permission_by_authorization_code,
    "GET /v3/payscore/partner/permissions/search" => query_partner_permission_by_openid,
    "POST /v3/payscore/partner/permissions/authorization-code/{authorization_code}/terminate" => terminate_partner_permission_by_authorization_code,
    "POST /v3/payscore/partner/permissions/terminate" => terminate_partner_permission_by_openid,
    "POST /v3/payscore/partner/permissions/assess-user-risk-level" => assess_partner_user_risk_level,
    "GET /v3/payscore/partner/servicequotas/service-id/{service_id}" => list_service_quotas,
    "POST /v3/payscore/partner/service-account-applications" => create_service_account_application,
    "GET /v3/payscore/partner/service-account-applications/{out_apply_no}" => query_service_account_application,
}

async fn create_partner_service_order(client: &Client) -> Result<Value> {
    let body = CreatePartnerServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6999")
        .out_order_no("1234323JKHDFE1243252")
        .service_introduction("XX充电宝")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(Fen(40000))
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
        .risk_fund(
            RiskFund::builder()
                .name(RiskFundName::Deposit)
                .amount(Fen(10000))
                .description("就餐的预估费用")
                .build(),
        )
        .time_range(
            TimeRange::builder()
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
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .notify_url("https://api.test.com")
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .device(
            Device::builder()
                .start_device_id("HG123456")
                .end_device_id("HG123456")
                .materiel_no("example_materiel_no")
                .build(),
        )
        .build();
    let response = client.create_partner_service_order(&body).await;
    json(response)
}

async fn direct_complete_partner_service_order(client: &Client) -> Result<Value> {
    let body = DirectCompletePartnerServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .out_order_no("1234323JKHDFE1243252")
        .service_introduction("XX充电宝")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(Fen(40000))
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
            CreatePartnerServiceOrderTimeRange::builder()
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
        .goods_tag("goods_tag")
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .notify_url("https://api.test.com")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client.direct_complete_partner_service_order(&body).await;
    json(response)
}

async fn create_partner_pay_on_delivery_order(client: &Client) -> Result<Value> {
    let body = CreatePartnerPayOnDeliveryOrderRequest::builder()
        .out_order_no("1234323JKHDFE1243252")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6999")
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
            PayOnDeliveryOrderRiskFund::builder()
                .name(RiskFundName::Deposit)
                .amount(Fen(10000))
                .description("就餐的预估费用")
                .build(),
        )
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .notify_url("https://api.test.com")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .mchid("1230000109")
        .shopping_info(
            PayOnDeliveryOrderShoppingInfo::builder()
                .real_merchant_appid("wxd678efh567hg6787")
                .goods(vec![
                    PayOnDeliveryOrderGoods::builder()
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
    let response = client.create_partner_pay_on_delivery_order(&body).await;
    json(response)
}

async fn query_partner_service_order(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_service_order(
            Some("2002000000000558128851361561536"),
            "1900000109",
            Some("1234323JKHDFE1243252"),
            None,
        )
        .await;
    json(response)
}

async fn modify_partner_service_order(client: &Client) -> Result<Value> {
    let body = ModifyPartnerServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(Fen(40000))
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
        .modify_partner_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn complete_partner_service_order(client: &Client) -> Result<Value> {
    let body = CompletePartnerServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .post_payments(vec![
            PostPayment::builder()
                .name("就餐费用")
                .description("就餐人均100元")
                .amount(Fen(40000))
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
        .complete_time("2019-11-11T16:24:05+08:00")
        .goods_tag("goods_tag")
        .device(
            Device::builder()
                .start_device_id("HG123456")
                .end_device_id("HG123456")
                .materiel_no("example_materiel_no")
                .build(),
        )
        .build();
    let response = client
        .complete_partner_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn cancel_partner_service_order(client: &Client) -> Result<Value> {
    let body = CancelOrTerminateRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .reason("用户投诉")
        .build();
    let response = client
        .cancel_partner_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn pay_partner_service_order(client: &Client) -> Result<Value> {
    let body = PayPartnerServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .build();
    let response = client
        .pay_partner_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn sync_partner_service_order(client: &Client) -> Result<Value> {
    let body = SyncPartnerServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .r#type("Order_Paid")
        .detail(
            SyncServiceOrderDetail::builder()
                .seq(1)
                .paid_time("20091225091210")
                .paid_amount(Fen(1))
                .build(),
        )
        .build();
    let response = client
        .sync_partner_service_order("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn send_partner_pending_message(client: &Client) -> Result<Value> {
    let body = SendMessageRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .post_payments(vec![
            MessagePostPayment::builder()
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
    let response = client.send_partner_pending_message("string", &body).await;
    json(response)
}

async fn send_partner_prepaid_message(client: &Client) -> Result<Value> {
    let body = SendMessageRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sub_mchid("1900000109")
        .post_payments(vec![
            MessagePostPayment::builder()
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
    let response = client.send_partner_prepaid_message("string", &body).await;
    json(response)
}

async fn create_partner_permission(client: &Client) -> Result<Value> {
    let body = CreatePartnerPermissionRequest::builder()
        .service_id("service_id")
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .authorization_code("1234323JKHDFE1243252")
        .notify_url("http://www.qq.com")
        .build();
    let response = client.create_partner_permission(&body).await;
    json(response)
}

async fn apply_partner_permission_for_scene(client: &Client) -> Result<Value> {
    let body = ApplyPartnerPermissionForSceneRequest::builder()
        .service_id("500001")
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .authorization_code("实例1234323JKHDFE1243252")
        .notify_url("http://www.qq.com")
        .scene("TRANSACTION")
        .transaction_scene_info(
            TransactionSceneInfo::builder()
                .mchid("1230000109")
                .sub_mchid("1230000109")
                .build(),
        )
        .build();
    let response = client.apply_partner_permission_for_scene(&body).await;
    json(response)
}

async fn query_partner_permission_by_authorization_code(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_permission_by_authorization_code(
            "1234323JKHDFE1243252",
            "500001",
            "1230000109",
        )
        .await;
    json(response)
}

async fn query_partner_permission_by_openid(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_permission_by_openid(
            "500001",
            "wxd678efh567hg6787",
            "1230000109",
            Some("wxd678efh567hg6787"),
            Some("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
            Some("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
        )
        .await;
    json(response)
}

async fn terminate_partner_permission_by_authorization_code(client: &Client) -> Result<Value> {
    let body = CancelOrTerminateRequest::builder()
        .service_id("500001")
        .sub_mchid("1230000109")
        .reason("撤销原因")
        .build();
    let response = client
        .terminate_partner_permission_by_authorization_code("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn terminate_partner_permission_by_openid(client: &Client) -> Result<Value> {
    let body = TerminatePartnerPermissionByOpenidRequest::builder()
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .service_id("500001")
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .reason("reason")
        .build();
    let response = client.terminate_partner_permission_by_openid(&body).await;
    json(response)
}

async fn assess_partner_user_risk_level(client: &Client) -> Result<Value> {
    let body = AssessPartnerUserRiskLevelRequest::builder()
        .service_id("500001")
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6787")
        .authorization_code("1234323JKHDFE1243252")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
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
    let response = client
        .assess_partner_user_risk_level("1230000109", &body)
        .await;
    json(response)
}

async fn list_service_quotas(client: &Client) -> Result<Value> {
    let response = client
        .list_service_quotas(
            "2002000000000558128851361561536",
            "1230000109",
            "wxd678efh567hg6787",
            Some("wxd678efh567hg6787"),
            1,
        )
        .await;
    json(response)
}

async fn create_service_account_application(client: &Client) -> Result<Value> {
    let body = CreateServiceAccountApplicationRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .out_apply_no("1234323JKHDFE1243252")
        .result_notify_url("https://api.test.com")
        .build();
    let response = client.create_service_account_application(&body).await;
    json(response)
}

async fn query_service_account_application(client: &Client) -> Result<Value> {
    let response = client
        .query_service_account_application("1234323JKHDFE1243252")
        .await;
    json(response)
}
