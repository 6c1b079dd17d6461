//! 消费者投诉.

use wechatpay_endpoints::complaints::consumer::*;

use crate::operation::*;

operations! {
    "GET /v3/merchant-service/complaints-v2" => list_complaints,
    "GET /v3/merchant-service/complaints-v2/{complaint_id}" => query_complaint,
    "GET /v3/merchant-service/complaints-v2/{complaint_id}/negotiation-historys" => list_negotiation_histories,
    "POST /v3/merchant-service/complaints-v2/{complaint_id}/response" => respond_complaint,
    "POST /v3/merchant-service/complaints-v2/{complaint_id}/response-immediate-service" => respond_immediate_service_complaint,
    "POST /v3/merchant-service/complaints-v2/{complaint_id}/update-refund-progress" => update_complaint_refund_progress,
    "POST /v3/merchant-service/complaints-v2/{complaint_id}/complete" => complete_complaint,
    "POST /v3/merchant-service/complaint-notifications" => create_complaint_notification,
    "GET /v3/merchant-service/complaint-notifications" => query_complaint_notification,
    "PUT /v3/merchant-service/complaint-notifications" => update_complaint_notification,
    "DELETE /v3/merchant-service/complaint-notifications" => delete_complaint_notification,
    "POST /v3/merchant-service/images/upload" => upload_complaint_image,
    "GET /v3/merchant-service/images/{media_id}" => download_complaint_image,
    "GET /v3/merchant-service/complaints" => list_complaints_v1,
    "GET /v3/merchant-service/complaints/{transaction_id}" => query_complaint_v1,
    "GET /v3/merchant-service/complaints/{transaction_id}/negotiation-historys" => list_negotiation_histories_v1,
    "POST /v3/merchant-service/feedbacks" => create_complaint_feedback_v1,
}

async fn list_complaints(client: &Client) -> Result<Value> {
    let response = client
        .list_complaints(
            Some(5),
            Some(10),
            "2019-01-01",
            "2019-01-01",
            Some("1900012181"),
        )
        .await;
    json(response)
}

async fn query_complaint(client: &Client) -> Result<Value> {
    let response = client.query_complaint("200201820200101080076610000").await;
    json(response)
}

async fn list_negotiation_histories(client: &Client) -> Result<Value> {
    let response = client
        .list_negotiation_histories("200201820200101080076610000", Some(50), Some(10))
        .await;
    json(response)
}

async fn respond_complaint(client: &Client) -> Result<Value> {
    let body = RespondComplaintRequest::builder()
        .complainted_mchid("1900012181")
        .response_content("已与用户沟通解决")
        .response_images(vec!["file23578_21798531.jpg".into()])
        .jump_url("https://www.xxx.com/notify")
        .jump_url_text("查看订单详情")
        .mini_program_jump_info(
            MiniProgramJumpInfo::builder()
                .appid("example_appid")
                .path("example_path")
                .text("example_text")
                .build(),
        )
        .build();
    let response = client
        .respond_complaint("200201820200101080076610000", &body)
        .await;
    json(response)
}

async fn respond_immediate_service_complaint(client: &Client) -> Result<Value> {
    let body = RespondImmediateServiceComplaintRequest::builder()
        .complainted_mchid("1900012181")
        .message(
            Message::builder()
                .blocks(vec![
                    Block::builder()
                        .r#type(BlockType::Text)
                        .text(
                            Text::builder()
                                .text("example_text")
                                .color(TextColor::Default)
                                .build(),
                        )
                        .image(
                            Image::builder()
                                .media_id("example_media_id")
                                .image_style_type(ImageStyleType::Narrow)
                                .build(),
                        )
                        .link(
                            Link::builder()
                                .text("example_text")
                                .action(
                                    Action::builder()
                                        .action_type(ActionType::SendMessage)
                                        .jump_url("example_jump_url")
                                        .mini_program_jump_info(
                                            MessageMiniProgramJumpInfo::builder()
                                                .appid("example_appid")
                                                .path("example_path")
                                                .text("example_text")
                                                .build(),
                                        )
                                        .message_info(
                                            MessageInfo::builder()
                                                .content("example_content")
                                                .custom_data("example_custom_data")
                                                .build(),
                                        )
                                        .action_id("example_action_id")
                                        .build(),
                                )
                                .invalid_info(
                                    InvalidInfo::builder()
                                        .expired_time("2015-05-20T13:29:35+08:00")
                                        .build(),
                                )
                                .build(),
                        )
                        .faq_list(
                            FaqList::builder()
                                .faqs(vec![
                                    Faq::builder()
                                        .faq_id("example_faq_id")
                                        .faq_title("example_faq_title")
                                        .action(
                                            Action::builder()
                                                .action_type(ActionType::SendMessage)
                                                .jump_url("example_jump_url")
                                                .mini_program_jump_info(
                                                    MessageMiniProgramJumpInfo::builder()
                                                        .appid("example_appid")
                                                        .path("example_path")
                                                        .text("example_text")
                                                        .build(),
                                                )
                                                .message_info(
                                                    MessageInfo::builder()
                                                        .content("example_content")
                                                        .custom_data("example_custom_data")
                                                        .build(),
                                                )
                                                .action_id("example_action_id")
                                                .build(),
                                        )
                                        .build(),
                                ])
                                .build(),
                        )
                        .button(
                            Link::builder()
                                .text("example_text")
                                .action(
                                    Action::builder()
                                        .action_type(ActionType::SendMessage)
                                        .jump_url("example_jump_url")
                                        .mini_program_jump_info(
                                            MessageMiniProgramJumpInfo::builder()
                                                .appid("example_appid")
                                                .path("example_path")
                                                .text("example_text")
                                                .build(),
                                        )
                                        .message_info(
                                            MessageInfo::builder()
                                                .content("example_content")
                                                .custom_data("example_custom_data")
                                                .build(),
                                        )
                                        .action_id("example_action_id")
                                        .build(),
                                )
                                .invalid_info(
                                    InvalidInfo::builder()
                                        .expired_time("2015-05-20T13:29:35+08:00")
                                        .build(),
                                )
                                .build(),
                        )
                        .button_group(
                            ButtonGroup::builder()
                                .buttons(vec![
                                    Link::builder()
                                        .text("example_text")
                                        .action(
                                            Action::builder()
                                                .action_type(ActionType::SendMessage)
                                                .jump_url("example_jump_url")
                                                .mini_program_jump_info(
                                                    MessageMiniProgramJumpInfo::builder()
                                                        .appid("example_appid")
                                                        .path("example_path")
                                                        .text("example_text")
                                                        .build(),
                                                )
                                                .message_info(
                                                    MessageInfo::builder()
                                                        .content("example_content")
                                                        .custom_data("example_custom_data")
                                                        .build(),
                                                )
                                                .action_id("example_action_id")
                                                .build(),
                                        )
                                        .invalid_info(
                                            InvalidInfo::builder()
                                                .expired_time("2015-05-20T13:29:35+08:00")
                                                .build(),
                                        )
                                        .build(),
                                ])
                                .button_layout(ButtonLayout::Horizontal)
                                .invalid_info(
                                    InvalidInfo::builder()
                                        .expired_time("2015-05-20T13:29:35+08:00")
                                        .build(),
                                )
                                .build(),
                        )
                        .build(),
                ])
                .sender_identity(SenderIdentity::Unknown)
                .custom_data("example_custom_data")
                .build(),
        )
        .idempotent_id("550e8400-e29b-41d4-a716-446655440000")
        .build();
    let response = client
        .respond_immediate_service_complaint("200201820200101080076610000", &body)
        .await;
    json(response)
}

async fn update_complaint_refund_progress(client: &Client) -> Result<Value> {
    let body = UpdateComplaintRefundProgressRequest::builder()
        .action(RefundProgressAction::Reject)
        .launch_refund_day(3)
        .reject_reason("拒绝退款")
        .reject_media_list(vec!["file23578_21798531.jpg".into()])
        .remark("已处理完成")
        .build();
    let response = client
        .update_complaint_refund_progress("200201820200101080076610000", &body)
        .await;
    json(response)
}

async fn complete_complaint(client: &Client) -> Result<Value> {
    let body = CompleteComplaintRequest::builder()
        .complainted_mchid("1900012181")
        .build();
    let response = client
        .complete_complaint("200201820200101080076610000", &body)
        .await;
    json(response)
}

async fn create_complaint_notification(client: &Client) -> Result<Value> {
    let body = ComplaintNotificationRequest::builder()
        .url("https://www.xxx.com/notify")
        .build();
    let response = client.create_complaint_notification(&body).await;
    json(response)
}

async fn query_complaint_notification(client: &Client) -> Result<Value> {
    let response = client.query_complaint_notification().await;
    json(response)
}

async fn update_complaint_notification(client: &Client) -> Result<Value> {
    let body = ComplaintNotificationRequest::builder()
        .url("https://www.xxx.com/notify")
        .build();
    let response = client.update_complaint_notification(&body).await;
    json(response)
}

async fn delete_complaint_notification(client: &Client) -> Result<Value> {
    let response = client.delete_complaint_notification().await;
    json(response)
}

async fn upload_complaint_image(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let response = client.upload_complaint_image(&file).await;
    json(response)
}

async fn download_complaint_image(client: &Client) -> Result<Value> {
    let response = client.download_complaint_image("xxxxx").await;
    file(response).await
}

async fn list_complaints_v1(client: &Client) -> Result<Value> {
    let response = client
        .list_complaints_v1(
            Some(5),
            Some(10),
            "2019-01-01",
            "2019-01-01",
            Some("1900012181"),
        )
        .await;
    json(response)
}

async fn query_complaint_v1(client: &Client) -> Result<Value> {
    let response = client
        .query_complaint_v1("4200000404201909069117582536")
        .await;
    json(response)
}

async fn list_negotiation_histories_v1(client: &Client) -> Result<Value> {
    let response = client
        .list_negotiation_histories_v1("4200000404201909069117582536")
        .await;
    json(response)
}

async fn create_complaint_feedback_v1(client: &Client) -> Result<Value> {
    let body = CreateComplaintFeedbackV1Request::builder()
        .transaction_id("4200000404201909069117582536")
        .complainted_mchid("9980456248")
        .feedback_type(1)
        .feedback_content("已与用户协商解决")
        .feedback_images(vec![
            "BB04A5DEEFEA18D4F2554C1EDD3B610B.bmp".into(),
            "BB04A5DEEFEA18D4F2554C1EDD3B610B.bmp".into(),
        ])
        .build();
    let response = client.create_complaint_feedback_v1(&body).await;
    json(response)
}
