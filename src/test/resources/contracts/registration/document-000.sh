# The 28 calls of document 000, as they stand there.

curl -X POST http://localhost:3000/api/auth/login \
-H "Content-Type: application/json" \
-d '{
"username": "admin",
"password": "admin123"
}'

curl -X GET http://localhost:3000/api/stats/dashboard \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/customers/check-duplicate?customer_name=腾讯科技" \
-H "Authorization: Bearer $TOKEN"

curl -X POST http://localhost:3000/api/customers \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"customer_name": "阿里云计算有限公司",
"industry": "互联网/软件",
"region": "杭州",
"contact_person": "李先生",
"contact_phone": "13800138000",
"demand_description": "需要企业级CRM系统,预计预算50万元,决策周期2个月",
"source": "展会"
}'

curl -X GET "http://localhost:3000/api/customers?status=following&page=1&limit=10" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/customers?keyword=阿里&page=1&limit=10" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/customers/$CUSTOMER_ID" \
-H "Authorization: Bearer $TOKEN"

curl -X POST http://localhost:3000/api/customers/followup \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"customer_id": "customer-uuid-here",
"followup_type": "visit",
"content": "上门拜访,与技术负责人进行了深入沟通,客户对产品功能很满意",
"next_plan": "下周提交方案和报价"
}'

curl -X PATCH "http://localhost:3000/api/customers/$CUSTOMER_ID/status" \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"status": "won"
}'

curl -X PATCH "http://localhost:3000/api/customers/$CUSTOMER_ID/status" \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"status": "lost"
}'

curl -X GET "http://localhost:3000/api/pool/customers?page=1&limit=20" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/pool/customers?industry=互联网/软件" \
-H "Authorization: Bearer $TOKEN"

curl -X POST http://localhost:3000/api/pool/claim \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"customer_id": "pool-customer-uuid-here"
}'

curl -X POST http://localhost:3000/api/pool/release \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"customer_id": "customer-uuid-here",
"release_reason": "客户暂时没有采购计划,延期到明年"
}'

curl -X GET "http://localhost:3000/api/pool/my-claims?page=1&limit=20" \
-H "Authorization: Bearer $TOKEN"

curl -X POST http://localhost:3000/api/approvals \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"type": "extension",
"customer_id": "customer-uuid-here",
"reason": "客户决策流程较长,需要经过董事会审批,希望延长保护期",
"extension_days": 15
}'

curl -X GET "http://localhost:3000/api/approvals/my?page=1&limit=20" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/approvals/pending?page=1&limit=20" \
-H "Authorization: Bearer $TOKEN"

curl -X POST "http://localhost:3000/api/approvals/$APPROVAL_ID/process" \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"status": "approved",
"result_comment": "同意延期15天,请继续跟进"
}'

curl -X POST "http://localhost:3000/api/approvals/$APPROVAL_ID/process" \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"status": "rejected",
"result_comment": "已经延期过一次,建议尽快推进或释放"
}'

curl -X GET "http://localhost:3000/api/stats/team?start_date=2024-01-01&end_date=2024-01-31&period=day" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/stats/team?period=week" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/stats/team?period=month" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/stats/source-analysis?start_date=2024-01-01&end_date=2024-01-31" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/stats/industry-analysis" \
-H "Authorization: Bearer $TOKEN"

curl -X GET "http://localhost:3000/api/stats/pool-utilization" \
-H "Authorization: Bearer $TOKEN"

curl -X POST http://localhost:3000/api/auth/register \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"username": "sales003",
"password": "123456",
"real_name": "王五",
"email": "wangwu@example.com",
"phone": "13800138003",
"role": "sales",
"department": "销售部",
"team": "华南团队"
}'

curl -X POST http://localhost:3000/api/auth/change-password \
-H "Authorization: Bearer $TOKEN" \
-H "Content-Type: application/json" \
-d '{
"old_password": "admin123",
"new_password": "newpassword123"
}'
