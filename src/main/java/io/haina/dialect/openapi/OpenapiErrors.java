package io.haina.dialect.openapi;

import io.haina.audit.RequestId;
import io.haina.dialect.Asked;
import io.haina.dialect.Wording;
import io.haina.dialect.openapi.OpenapiWire.Envelope;
import io.haina.problem.Problem;
import io.haina.problem.Problem.SignatureFault;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The words and codes of document 004 for every problem. The HTTP status is 200 and the code tells, but for too many
 * requests: there clients and what lies between look at the status and at {@code Retry-After}.
 */
final class OpenapiErrors implements Wording {

    private static final String BAD = "400";
    private static final String UNSIGNED = "401";
    private static final String FORBIDDEN = "403";
    private static final String MISSING = "404";
    private static final String CONFLICT = "409";
    private static final String TOO_MANY = "429";
    private static final String FAILED = "500";
    private static final String UNAVAILABLE = "503";

    @Override
    public ResponseEntity<?> answer(Problem problem, Asked asked) {
        return switch (problem) {
            case Problem.NoCredential() -> refuse(UNSIGNED, "缺少签名请求头: appid, nonce, timestamp, signature");
            case Problem.BadCredential() -> refuse(UNSIGNED, "凭证无效或已过期");
            case Problem.SignatureRefused(SignatureFault fault) -> refuse(UNSIGNED, signature(fault));
            case Problem.ConflictingCredentials() -> refuse(BAD, "请求中包含多个不同的凭证");
            case Problem.BadPassword() -> refuse(UNSIGNED, "用户名或密码错误");
            case Problem.AccountDisabled() -> refuse(FORBIDDEN, "账号已停用");
            case Problem.AddressRefused() -> refuse(FORBIDDEN, "来源地址不在应用的IP白名单内");
            case Problem.AppRightRequired required -> refuse(FORBIDDEN, missing(required));
            case Problem.RoleRequired _ -> refuse(FORBIDDEN, "没有权限");
            case Problem.NotOwner() -> refuse(FORBIDDEN, "只有客户负责人可以执行此操作");
            case Problem.ChangedMeanwhile() -> refuse(CONFLICT, "数据已被他人修改,请刷新后重试");
            case Problem.CrossSite() -> refuse(FORBIDDEN, "不接受其他网站发起的请求");
            case Problem.RecordRefused(long _, Problem why) -> answer(why, asked);
            case Problem.ScopeRequired _ -> refuse(FORBIDDEN, "令牌的权限不足");
            case Problem.TooBroad _ -> refuse(BAD, "数据量过大,请缩小查询范围");
            case Problem.CursorTooOld() -> refuse(FORBIDDEN, "游标已过期");
            case Problem.OwnRequest() -> refuse(FORBIDDEN, "不能处理自己提交的审批");
            case Problem.FieldReadOnly(String label) -> refuse(FORBIDDEN, label + "不允许修改");
            case Problem.SceneOfSystem() -> refuse(FORBIDDEN, "系统场景不能修改");
            case Problem.RateExceeded(Duration delay) -> wait(HttpStatus.TOO_MANY_REQUESTS, TOO_MANY, delay, "请求过于频繁");
            case Problem.TooManyFailures(Duration delay) ->
                wait(HttpStatus.TOO_MANY_REQUESTS, TOO_MANY, delay, "失败次数过多");
            case Problem.NotFound(Problem.Kind kind) -> refuse(MISSING, word(kind) + "不存在");
            case Problem.NoSuchPath() -> refuse(MISSING, "接口不存在");
            case Problem.Invalid invalid -> refuse(BAD, message(invalid));
            case Problem.Unreadable() -> refuse(BAD, "请求格式错误,无法解析");
            case Problem.TooLarge(long bytes) -> refuse(BAD, "请求内容过大,最多 " + (bytes >> 20) + " MB");
            case Problem.FileTypeRefused() -> refuse(BAD, "不支持的文件类型");
            case Problem.MediaTypeRefused() -> refuse(BAD, "不支持的内容类型,请使用 application/json");
            case Problem.MethodNotAllowed(Set<String> allowed) -> refuse(BAD, "不支持的请求方法" + listed(allowed));
            case Problem.WrongOldPassword() -> refuse(BAD, "原密码错误");
            case Problem.ClaimQuotaUsed(int limit) -> refuse(CONFLICT, "今日领取次数已达上限(" + limit + "次)");
            case Problem.HoldingLimitReached(int limit) -> refuse(CONFLICT, "持有客户数已达上限(" + limit + "个)");
            case Problem.CoolingDown cooling ->
                refuse(CONFLICT, "前负责人在" + OpenapiNames.time(cooling.until(), asked.zone()) + "之前不能领取该客户");
            case Problem.SheetRefused _ -> refuse(BAD, "文件无法读取");
            case Problem.SignInNameTaken _ -> refuse(CONFLICT, "用户名或手机号已存在");
            case Problem.DuplicateCustomer _ -> refuse(CONFLICT, "客户名称已存在");
            case Problem.ValueTaken(Problem.Kind _, String _, String label) -> refuse(CONFLICT, label + "已存在");
            case Problem.ValuesWouldBeLost(String label, long _) -> refuse(CONFLICT, label + "已有数据,修改将丢失数据");
            case Problem.InPool() -> refuse(CONFLICT, "客户在公海中");
            case Problem.NotInPool() -> refuse(CONFLICT, "客户不在公海中");
            case Problem.AlreadyOwner() -> refuse(CONFLICT, "已是该客户的负责人");
            case Problem.CustomerLocked() -> refuse(CONFLICT, "客户已锁定,不能操作");
            case Problem.CustomerWon() -> refuse(CONFLICT, "已成交客户不能放入公海");
            case Problem.ProtectionEnded() -> refuse(CONFLICT, "保护期已结束");
            case Problem.AlreadyDecided() -> refuse(CONFLICT, "该审批已处理");
            case Problem.RequestOutdated() -> refuse(CONFLICT, "客户归属已变更,该审批已失效");
            case Problem.RecordInUse(Problem.Kind kind) -> refuse(CONFLICT, word(kind) + "存在关联数据,不能删除");
            case Problem.RestsOnDeleted _ -> refuse(CONFLICT, "所属数据已删除,请先恢复所属数据");
            case Problem.ChangedSince _ -> refuse(CONFLICT, "数据已再次修改,不能恢复");
            case Problem.NotRestorable() -> refuse(CONFLICT, "没有可以恢复的内容");
            case Problem.AlreadyConverted() -> refuse(CONFLICT, "线索已转化");
            case Problem.JobNotFinished() -> refuse(CONFLICT, "任务尚未结束");
            case Problem.AlreadyUndone() -> refuse(CONFLICT, "已经撤销过");
            case Problem.OpportunityEnded() -> refuse(CONFLICT, "商机已结束");
            case Problem.KeyReused() -> refuse(CONFLICT, "Idempotency-Key 已用于其他请求");
            case Problem.LinkRefused _ -> refuse(FORBIDDEN, "链接无效或已过期");
            case Problem.Unavailable(Duration delay) ->
                wait(HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE, delay, "服务器繁忙");
            case Problem.Failure(String requestId) ->
                ResponseEntity.ok(new Envelope<>(false, "服务器内部错误,请稍后重试", FAILED, null, requestId));
        };
    }

    private static ResponseEntity<Envelope<Object>> refuse(String code, String message) {
        return ResponseEntity.ok(refusal(code, message));
    }

    private static Envelope<Object> refusal(String code, String message) {
        return new Envelope<>(false, message, code, null, Objects.requireNonNullElse(RequestId.current(), "-"));
    }

    private static ResponseEntity<Envelope<Object>> wait(
            HttpStatus status, String code, Duration delay, String reason) {
        long seconds = Wording.seconds(delay);
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(refusal(code, reason + ",请" + seconds + "秒后再试"));
    }

    private static String signature(SignatureFault fault) {
        return switch (fault) {
            case HEADERS -> "签名请求头缺失、重复或格式错误: appid, nonce, timestamp, signature";
            case VERSION -> "不支持的签名版本: signature-version";
            case APP -> "应用不存在或已停用: appid";
            case TIMESTAMP -> "时间戳与服务器时间相差超过300秒: timestamp";
            case SIGNATURE -> "签名错误: signature";
            case NONCE -> "重复的请求: nonce";
        };
    }

    private static String missing(Problem.AppRightRequired required) {
        return required.right() == null ? "应用不能执行此操作" : "应用没有权限: " + OpenapiNames.right(required.right());
    }

    private static String listed(Set<String> allowed) {
        return allowed.isEmpty() ? "" : ",请使用 " + allowed.stream().sorted().collect(Collectors.joining(", "));
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
            case HANDOVER -> "交接记录";
            case OUTREACH -> "联系记录";
            case APP -> "应用";
            case CONTRACT -> "合同";
            case SATISFACTION -> "满意度记录";
            case ACTIVITY -> "跟进记录";
            case DEMAND -> "需求记录";
        };
    }

    private static String message(Problem.Invalid invalid) {
        String bound = invalid.bound() == null ? "" : "(" + invalid.bound() + ")";
        return invalid.named(OpenapiNames::field) + " "
                + switch (invalid.rule()) {
                    case REQUIRED -> "不能为空" + bound;
                    case WRONG_TYPE -> "类型错误";
                    case TOO_LONG -> "超过最大长度" + bound;
                    case TOO_SHORT -> "长度不足" + bound;
                    case NOT_A_CHOICE ->
                        invalid.bound() == null
                                ? "不是允许的取值"
                                : "不支持 "
                                        + (invalid.isSent() ? invalid.bound() : OpenapiNames.operator(invalid.bound()));
                    case OUT_OF_RANGE -> "超出允许范围" + bound;
                    case MALFORMED -> "格式错误";
                    case UNKNOWN -> "是未知字段";
                    case FORBIDDEN_CHARACTER -> "包含非法字符";
                };
    }
}
