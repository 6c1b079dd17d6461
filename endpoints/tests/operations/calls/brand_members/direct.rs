//! 商家名片会员 品牌直连.

use wechatpay_endpoints::brand_members::direct::*;

use crate::operation::*;

operations! {
    "POST /brand/card-member/cards" => create_brand_member_card,
    "GET /brand/card-member/cards/{card_id}" => query_brand_member_card,
    "GET /brand/card-member/cards" => list_brand_member_cards,
    "PATCH /brand/card-member/cards/{card_id}" => update_brand_member_card,
    "POST /brand/card-member/cards/{card_id}/invalidate" => invalidate_brand_member_card,
    "POST /brand/card-member/pre-auth-tokens" => create_brand_pre_auth_token,
    "POST /brand/card-member/user-cards/{user_card_code}/confirm" => confirm_brand_user_card,
    "POST /brand/card-member/user-cards/import-by-openid" => import_brand_user_cards_by_openid,
    "GET /brand/card-member/user-cards/{user_card_code}" => query_brand_user_card,
    "GET /brand/card-member/user-cards" => list_brand_user_cards,
    "PATCH /brand/card-member/user-cards/{user_card_code}" => update_brand_user_card,
    "POST /brand/card-member/user-cards/{user_card_code}/invalidate" => invalidate_brand_user_card,
    "POST /brand/card-member/user-points/sync" => sync_brand_user_points,
    "POST /brand/card-member/user-points/exchange-coupon/confirm" => confirm_brand_coupon_exchange,
    "POST /brand/card-member/user-feeds" => create_brand_user_feed,
}

async fn create_brand_member_card(client: &Client) -> Result<Value> {
    let body = CreateBrandMemberCardRequest::builder()
        .appid("wxea9c30890f48d5ae")
        .card_type(CardType::Purchase)
        .card_title("测试卡")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .code_mode(CodeMode::SystemAllocate)
        .code_type(CodeType::NoneCode)
        .code_jump_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .benefits("会员折扣、专属价")
        .notify_url("https://www.weixin.qq.com/wxpay/notify.php")
        .init_level("白银会员")
        .service_phone("010-8877xxxx")
        .legal_agreement("商家需在 48 小时内发货，若商品存在质量问题，用户可在 7 天内申请退货。")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .points_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .balance_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .purchase_information(
            PurchaseInformation::builder()
                .price(Fen(100))
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/purchase/purchase")
                .build(),
        )
        .user_information(
            UserInformationForm::builder()
                .custom_field_list(vec![
                    CustomField::builder()
                        .name("喜欢的运动")
                        .values(vec!["篮球".into()])
                        .build(),
                ])
                .build(),
        )
        .member_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .out_request_no("100002322019090134234sfdf")
        .build();
    let response = client.create_brand_member_card(&body).await;
    json(response)
}

async fn query_brand_member_card(client: &Client) -> Result<Value> {
    let response = client
        .query_brand_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .await;
    json(response)
}

async fn list_brand_member_cards(client: &Client) -> Result<Value> {
    let response = client.list_brand_member_cards(None, None, Some(20)).await;
    json(response)
}

async fn update_brand_member_card(client: &Client) -> Result<Value> {
    let body = UpdateBrandMemberCardRequest::builder()
        .card_title("测试卡")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .code_jump_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .benefits("会员折扣、专属价")
        .notify_url("https://www.weixin.qq.com/wxpay/notify.php")
        .init_level("白银会员")
        .service_phone("010-8877xxxx")
        .legal_agreement("商家需在 48 小时内发货，若商品存在质量问题，用户可在 7 天内申请退货。")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .points_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .balance_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .purchase_information(
            PurchaseInformation::builder()
                .price(Fen(100))
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/purchase/purchase")
                .build(),
        )
        .user_information(
            UserInformationForm::builder()
                .custom_field_list(vec![
                    CustomField::builder()
                        .name("喜欢的运动")
                        .values(vec!["篮球".into()])
                        .build(),
                ])
                .build(),
        )
        .member_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .build();
    let response = client
        .update_brand_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn invalidate_brand_member_card(client: &Client) -> Result<Value> {
    let response = client
        .invalidate_brand_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .await;
    json(response)
}

async fn create_brand_pre_auth_token(client: &Client) -> Result<Value> {
    let body = CreateBrandPreAuthTokenRequest::builder()
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .build();
    let response = client.create_brand_pre_auth_token(&body).await;
    json(response)
}

async fn confirm_brand_user_card(client: &Client) -> Result<Value> {
    let body = ConfirmBrandUserCardRequest::builder()
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .phone_number("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
        .level("钻石会员")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .user_information(
            UserInformation::builder()
                .common_field_list(vec![
                    UserCommonField::builder()
                        .value("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
                        .build(),
                ])
                .custom_field_list(vec![
                    UserCustomField::builder()
                        .name("喜欢的运动")
                        .user_chosen_values(vec!["vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==".into()])
                        .build(),
                ])
                .build(),
        )
        .attach("自定义数据说明")
        .user_card_confirm_state(UserCardConfirmState::Success)
        .build();
    let response = client
        .confirm_brand_user_card("478515832665", "pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn import_brand_user_cards_by_openid(client: &Client) -> Result<Value> {
    let body = ImportBrandUserCardsByOpenidRequest::builder()
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .user_card_code("478515832665")
        .phone_number("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
        .user_information(
            UserInformation::builder()
                .common_field_list(vec![
                    UserCommonField::builder()
                        .value("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
                        .build(),
                ])
                .custom_field_list(vec![
                    UserCustomField::builder()
                        .name("喜欢的运动")
                        .user_chosen_values(vec!["vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==".into()])
                        .build(),
                ])
                .build(),
        )
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .pickup_time("2020-05-20T13:29:35.120+08:00")
        .build();
    let response = client.import_brand_user_cards_by_openid(&body).await;
    json(response)
}

async fn query_brand_user_card(client: &Client) -> Result<Value> {
    let response = client
        .query_brand_user_card(
            "478515832665",
            "pbLatjvWOibDc5-TBnbUk1pD12o0",
            "obLatjnx9gnqzS4myYGmLZ7LgLBA",
        )
        .await;
    json(response)
}

async fn list_brand_user_cards(client: &Client) -> Result<Value> {
    let response = client
        .list_brand_user_cards("obLatjnx9gnqzS4myYGmLZ7LgLBA", None, 0, 20)
        .await;
    json(response)
}

async fn update_brand_user_card(client: &Client) -> Result<Value> {
    let body = UpdateBrandUserCardRequest::builder()
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .phone_number("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
        .level("钻石会员")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .pickup_time("2020-05-20T13:29:35.120+08:00")
        .user_information(
            UserInformation::builder()
                .common_field_list(vec![
                    UserCommonField::builder()
                        .value("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
                        .build(),
                ])
                .custom_field_list(vec![
                    UserCustomField::builder()
                        .name("喜欢的运动")
                        .user_chosen_values(vec!["vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==".into()])
                        .build(),
                ])
                .build(),
        )
        .attach("自定义数据说明")
        .build();
    let response = client
        .update_brand_user_card("478515832665", "pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn invalidate_brand_user_card(client: &Client) -> Result<Value> {
    let body = InvalidateBrandUserCardRequest::builder()
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .invalid_reason("传入的自定义作废原因")
        .build();
    let response = client
        .invalidate_brand_user_card("478515832665", "pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn sync_brand_user_points(client: &Client) -> Result<Value> {
    let body = SyncUserPointsRequest::builder()
        .out_request_no("100002322019090134234sfdf")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .user_card_code("478515832665")
        .point_balance(1000)
        .build();
    let response = client.sync_brand_user_points(&body).await;
    json(response)
}

async fn confirm_brand_coupon_exchange(client: &Client) -> Result<Value> {
    let body = ConfirmCouponExchangeRequest::builder()
        .record_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .exchange_coupon_template_id("0Flpo7FqTQ")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .user_card_code("478515832665")
        .state(CouponExchangeState::Success)
        .coupon_code("123446565767")
        .fail_reason("积分不足")
        .build();
    let response = client.confirm_brand_coupon_exchange(&body).await;
    json(response)
}

async fn create_brand_user_feed(client: &Client) -> Result<Value> {
    let body = CreateUserFeedRequest::builder()
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .user_card_code("478515832665")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .out_request_no("100002322019090134234sfdf")
        .cell("15_1200_1")
        .build();
    let response = client.create_brand_user_feed(&body).await;
    json(response)
}
