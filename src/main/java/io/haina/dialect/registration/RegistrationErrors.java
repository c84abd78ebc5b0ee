package io.haina.dialect.registration;

import io.haina.dialect.Asked;
import io.haina.dialect.Wording;
import io.haina.dialect.registration.CustomersWire.Obstacle;
import io.haina.dialect.registration.RegistrationWire.Refusal;
import io.haina.problem.Problem;
import io.haina.tenant.Role;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The words and HTTP statuses of document 000 for every problem. */
final class RegistrationErrors implements Wording {

    @Override
    public ResponseEntity<Refusal> answer(Problem problem, Asked asked) {
        return switch (problem) {
            case Problem.NoCredential() -> unauthorized("未提供认证令牌");
            case Problem.BadCredential() -> unauthorized("认证令牌无效或已过期");
            case Problem.ConflictingCredentials() -> refuse(HttpStatus.BAD_REQUEST, "请求中包含多个不同的认证令牌");
            case Problem.BadPassword() -> refuse(HttpStatus.UNAUTHORIZED, "用户名或密码错误");
            case Problem.TooManyFailures(Duration delay) -> wait(HttpStatus.TOO_MANY_REQUESTS, delay, "登录失败次数过多");
            case Problem.AccountDisabled() -> refuse(HttpStatus.FORBIDDEN, "账号已停用,请联系管理员");
            case Problem.WrongOldPassword() -> refuse(HttpStatus.BAD_REQUEST, "原密码错误");
            case Problem.RoleRequired(Set<Role> roles) ->
                refuse(HttpStatus.FORBIDDEN, "权限不足,需要以下角色之一: " + words(roles));
            case Problem.SignatureRefused _ -> unauthorized("请求签名无效");
            case Problem.AddressRefused() -> refuse(HttpStatus.FORBIDDEN, "来源地址不在允许范围内");
            case Problem.RateExceeded(Duration delay) -> wait(HttpStatus.TOO_MANY_REQUESTS, delay, "请求过于频繁");
            case Problem.AppRightRequired _ -> refuse(HttpStatus.FORBIDDEN, "应用没有此权限");
            case Problem.NotFound(Problem.Kind kind) -> refuse(HttpStatus.NOT_FOUND, word(kind) + "不存在");
            case Problem.Invalid invalid -> refuse(HttpStatus.BAD_REQUEST, message(invalid, asked));
            case Problem.Unreadable() -> refuse(HttpStatus.BAD_REQUEST, "请求格式错误,无法解析");
            case Problem.TooLarge(long bytes) ->
                refuse(HttpStatus.CONTENT_TOO_LARGE, "请求内容过大,最多 " + (bytes >> 20) + " MB");
            case Problem.FileTypeRefused() -> refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持的文件类型");
            case Problem.SignInNameTaken(String field) ->
                refuse(HttpStatus.CONFLICT, field.equals("phone") ? "手机号已被使用" : "用户名已存在");
            case Problem.DuplicateCustomer duplicate -> duplicate(duplicate, asked);
            case Problem.ClaimQuotaUsed(int limit) -> refuse(HttpStatus.BAD_REQUEST, "今日领取次数已达上限(" + limit + "次)");
            case Problem.HoldingLimitReached(int limit) -> refuse(HttpStatus.BAD_REQUEST, "持有客户数已达上限(" + limit + "个)");
            case Problem.CoolingDown cooling ->
                refuse(
                        HttpStatus.BAD_REQUEST,
                        "冷却期内不能领取自己原来的客户,请在" + RegistrationNames.time(cooling.until(), asked.zone()) + "后再试");
            case Problem.InPool() -> refuse(HttpStatus.CONFLICT, "客户在公海中,请先领取");
            case Problem.NotInPool() -> refuse(HttpStatus.CONFLICT, "客户不在公海中,无法领取");
            case Problem.AlreadyOwner() -> refuse(HttpStatus.CONFLICT, "您已是该客户的负责人");
            case Problem.CustomerLocked() -> refuse(HttpStatus.CONFLICT, "客户已锁定,不能操作");
            case Problem.CustomerWon() -> refuse(HttpStatus.CONFLICT, "已成交客户不能释放到公海");
            case Problem.NotOwner() -> refuse(HttpStatus.FORBIDDEN, "只有客户负责人可以执行此操作");
            case Problem.ProtectionEnded() -> refuse(HttpStatus.CONFLICT, "保护期已结束");
            case Problem.ChangedMeanwhile() -> refuse(HttpStatus.PRECONDITION_FAILED, "数据已被他人修改,请刷新后重试");
            case Problem.CrossSite() -> refuse(HttpStatus.FORBIDDEN, "不接受其他网站发起的请求");
            case Problem.RecordRefused(long _, Problem why) -> answer(why, asked);
            case Problem.ScopeRequired _ -> refuse(HttpStatus.FORBIDDEN, "令牌的权限不足");
            case Problem.TooBroad _ -> refuse(HttpStatus.BAD_REQUEST, "数据量过大,请缩小查询范围");
            case Problem.CursorTooOld() -> refuse(HttpStatus.GONE, "游标已过期");
            case Problem.OwnRequest() -> refuse(HttpStatus.FORBIDDEN, "不能处理自己提交的审批");
            case Problem.AlreadyDecided() -> refuse(HttpStatus.CONFLICT, "该审批已处理");
            case Problem.RequestOutdated() -> refuse(HttpStatus.CONFLICT, "客户归属已变更,该审批已失效");
            case Problem.ValueTaken(Problem.Kind kind, String field, String label) ->
                refuse(HttpStatus.CONFLICT, label + "已存在");
            case Problem.FieldReadOnly(String label) -> refuse(HttpStatus.FORBIDDEN, label + "不允许修改");
            case Problem.ValuesWouldBeLost(String label, long records) ->
                refuse(HttpStatus.CONFLICT, label + "已有" + records + "条数据,修改将丢失数据");
            case Problem.RecordInUse(Problem.Kind kind) -> refuse(HttpStatus.CONFLICT, word(kind) + "存在关联数据,不能删除");
            case Problem.RestsOnDeleted _ -> refuse(HttpStatus.CONFLICT, "所属数据已删除,请先恢复所属数据");
            case Problem.ChangedSince _ -> refuse(HttpStatus.CONFLICT, "数据已再次修改,不能恢复");
            case Problem.NotRestorable() -> refuse(HttpStatus.CONFLICT, "没有可以恢复的内容");
            case Problem.AlreadyConverted() -> refuse(HttpStatus.CONFLICT, "线索已转化,不能再次转化");
            case Problem.SheetRefused refused -> refuse(HttpStatus.BAD_REQUEST, sheet(refused));
            case Problem.JobNotFinished() -> refuse(HttpStatus.CONFLICT, "任务尚未结束");
            case Problem.AlreadyUndone() -> refuse(HttpStatus.CONFLICT, "已经撤销过");
            case Problem.OpportunityEnded() -> refuse(HttpStatus.CONFLICT, "商机已结束,不能再次结束");
            case Problem.SceneOfSystem() -> refuse(HttpStatus.FORBIDDEN, "系统场景不能修改");
            case Problem.KeyReused() -> refuse(HttpStatus.CONFLICT, "Idempotency-Key 已用于其他请求");
            case Problem.LinkRefused(boolean expired) -> refuse(HttpStatus.FORBIDDEN, expired ? "链接已过期" : "链接无效");
            case Problem.NoSuchPath() -> refuse(HttpStatus.NOT_FOUND, "接口不存在");
            case Problem.MethodNotAllowed(Set<String> allowed) -> methodNotAllowed(allowed);
            case Problem.MediaTypeRefused() -> refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持的内容类型");
            case Problem.Unavailable(Duration delay) -> wait(HttpStatus.SERVICE_UNAVAILABLE, delay, "服务器繁忙");
            case Problem.Failure(String requestId) ->
                ResponseEntity.internalServerError().body(new Refusal(false, "服务器内部错误,请稍后重试", null, requestId));
        };
    }

    private static ResponseEntity<Refusal> refuse(HttpStatus status, String message) {
        return refuse(status, message, null);
    }

    private static ResponseEntity<Refusal> refuse(HttpStatus status, String message, @Nullable Object data) {
        return ResponseEntity.status(status).body(new Refusal(message, data));
    }

    private static ResponseEntity<Refusal> unauthorized(String message) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(new Refusal(message));
    }

    private static ResponseEntity<Refusal> wait(HttpStatus status, Duration delay, String reason) {
        long seconds = Wording.seconds(delay);
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(new Refusal(reason + ",请" + seconds + "秒后再试"));
    }

    private static ResponseEntity<Refusal> methodNotAllowed(Set<String> allowed) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED);
        if (!allowed.isEmpty()) {
            answer.header(HttpHeaders.ALLOW, allowed.stream().sorted().collect(Collectors.joining(", ")));
        }
        return answer.body(new Refusal("不支持的请求方法"));
    }

    private static ResponseEntity<Refusal> duplicate(Problem.DuplicateCustomer duplicate, Asked asked) {
        return refuse(
                HttpStatus.CONFLICT,
                duplicate.pooled() ? "该客户已在公海中,请到公海领取" : "发现完全重复的客户,不能重复报备",
                new Obstacle(
                        duplicate.ownerName(),
                        duplicate.team(),
                        RegistrationNames.time(duplicate.reportedAt(), asked.zone()),
                        duplicate.pooled()));
    }

    private static String words(Set<Role> roles) {
        return roles.stream()
                .sorted(Comparator.reverseOrder())
                .map(RegistrationNames::role)
                .collect(Collectors.joining(", "));
    }

    private static String sheet(Problem.SheetRefused refused) {
        return switch (refused.fault()) {
            case NOT_A_SHEET -> "不是Excel文件";
            case NO_HEADER -> "Excel文件没有表头";
            case DAMAGED -> "Excel文件已损坏,无法读取";
            case ENCRYPTED -> "不支持加密的Excel文件";
            case MACROS -> "不支持含有宏的Excel文件";
            case EMBEDDED -> "不支持含有嵌入对象的Excel文件";
            case ENTITIES -> "Excel文件含有不允许的内容";
            case INFLATED -> "Excel文件解压后过大";
            case TOO_MANY_COLUMNS -> "Excel文件列数过多";
            case TOO_MANY_ROWS -> "Excel文件行数过多" + (refused.bound() == null ? "" : "(" + refused.bound() + ")");
            case CELL_TOO_LONG -> "Excel单元格内容过长";
        };
    }

    private static String word(Problem.Kind kind) {
        return switch (kind) {
            case CUSTOMER -> "客户";
            case TOKEN -> "令牌";
            case CHANGE -> "变更记录";
            case STAFF -> "员工";
            case TEAM -> "团队";
            case APPROVAL -> "审批";
            case ATTACHMENT -> "附件";
            case LEAD -> "线索";
            case CONTACT -> "联系人";
            case OPPORTUNITY -> "商机";
            case PRODUCT -> "产品";
            case PIPELINE -> "商机组";
            case SCENE -> "场景";
            case FIELD -> "字段";
            case POOL -> "公海";
            case DEPARTMENT -> "部门";
            case MENU_ITEM -> "菜单项";
            case JOB -> "任务";
            case OUTREACH -> "联系记录";
            case APP -> "应用";
            case CONTRACT -> "合同";
            case SATISFACTION -> "满意度记录";
            case HANDOVER -> "交接记录";
            case ACTIVITY -> "跟进记录";
            case DEMAND -> "需求记录";
        };
    }

    private static String message(Problem.Invalid invalid, Asked asked) {
        String rule = switch (invalid.rule()) {
            case REQUIRED -> "不能为空";
            case WRONG_TYPE -> "类型错误";
            case TOO_LONG -> "超过最大长度" + bound(invalid);
            case TOO_SHORT -> "长度不足" + bound(invalid);
            case NOT_A_CHOICE -> "不是允许的取值";
            case OUT_OF_RANGE -> "超出允许范围" + bound(invalid);
            case MALFORMED -> "格式错误";
            case UNKNOWN -> "是未知字段";
            case FORBIDDEN_CHARACTER -> "包含非法字符";
        };
        return invalid.named(field -> RegistrationNames.field(field, asked.path())) + " " + rule;
    }

    private static String bound(Problem.Invalid invalid) {
        return invalid.bound() == null ? "" : "(" + invalid.bound() + ")";
    }
}
