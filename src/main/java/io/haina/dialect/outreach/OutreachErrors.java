package io.haina.dialect.outreach;

import io.haina.dialect.Asked;
import io.haina.dialect.Wording;
import io.haina.dialect.outreach.OutreachWire.Refusal;
import io.haina.problem.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The words and codes of document 003 for every problem. The HTTP status is the code. */
final class OutreachErrors implements Wording {

    /** How a problem is told. */
    record Told(HttpStatus status, String message) {}

    @Override
    public ResponseEntity<Refusal> answer(Problem problem, Asked asked) {
        Told told = words(problem);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(told.status());
        if (told.status() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem instanceof Problem.MethodNotAllowed(Set<String> allowed) && !allowed.isEmpty()) {
            answer.header(HttpHeaders.ALLOW, allowed.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (problem instanceof Problem.Later later) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Wording.seconds(later.delay())));
        }
        String requestId = problem instanceof Problem.Failure(String id) ? id : null;
        return answer.body(new Refusal(told.status().value(), told.message(), requestId));
    }

    /** The words for a problem, in an answer of its own or beside one of several records. */
    static Told words(Problem problem) {
        return switch (problem) {
            case Problem.NoCredential() -> told(HttpStatus.UNAUTHORIZED, "未登录");
            case Problem.BadCredential() -> told(HttpStatus.UNAUTHORIZED, "未登录或 token 无效");
            case Problem.ConflictingCredentials() -> told(HttpStatus.BAD_REQUEST, "请求中包含多个不同的登录凭证");
            case Problem.BadPassword() -> told(HttpStatus.UNAUTHORIZED, "用户名或密码错误");
            case Problem.TooManyFailures(Duration delay) ->
                told(HttpStatus.TOO_MANY_REQUESTS, "登录失败次数过多,请" + Wording.seconds(delay) + "秒后再试");
            case Problem.AccountDisabled() -> told(HttpStatus.FORBIDDEN, "账号已停用");
            case Problem.WrongOldPassword() -> told(HttpStatus.BAD_REQUEST, "原密码错误");
            case Problem.RoleRequired _ -> told(HttpStatus.FORBIDDEN, "没有权限");
            case Problem.SignatureRefused _ -> told(HttpStatus.UNAUTHORIZED, "请求签名无效");
            case Problem.AddressRefused() -> told(HttpStatus.FORBIDDEN, "来源地址不在允许范围内");
            case Problem.RateExceeded(Duration delay) ->
                told(HttpStatus.TOO_MANY_REQUESTS, "请求过于频繁,请" + Wording.seconds(delay) + "秒后再试");
            case Problem.AppRightRequired _ -> told(HttpStatus.FORBIDDEN, "没有权限");
            case Problem.NotFound(Problem.Kind kind) -> told(HttpStatus.NOT_FOUND, OutreachNames.word(kind) + "不存在");
            case Problem.Invalid invalid -> told(HttpStatus.BAD_REQUEST, "请求参数错误: " + message(invalid));
            case Problem.Unreadable() -> told(HttpStatus.BAD_REQUEST, "请求参数错误: 请求格式错误,无法解析");
            case Problem.TooLarge(long bytes) ->
                told(HttpStatus.CONTENT_TOO_LARGE, "请求内容过大,最多 " + (bytes >> 20) + " MB");
            case Problem.FileTypeRefused() -> told(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持的文件类型");
            case Problem.SignInNameTaken _ -> told(HttpStatus.CONFLICT, "用户名或手机号已被使用");
            case Problem.DuplicateCustomer _ -> told(HttpStatus.CONFLICT, "客户名称已存在");
            case Problem.ClaimQuotaUsed(int limit) -> told(HttpStatus.BAD_REQUEST, "今日领取次数已达上限(" + limit + "次)");
            case Problem.HoldingLimitReached(int limit) -> told(HttpStatus.BAD_REQUEST, "持有客户数已达上限(" + limit + "个)");
            case Problem.CoolingDown _ -> told(HttpStatus.BAD_REQUEST, "冷却期内不能领取自己原来的客户");
            case Problem.InPool() -> told(HttpStatus.CONFLICT, "客户在公海中,请先领取");
            case Problem.NotInPool() -> told(HttpStatus.CONFLICT, "客户不在公海中");
            case Problem.AlreadyOwner() -> told(HttpStatus.CONFLICT, "您已是该客户的负责人");
            case Problem.CustomerLocked() -> told(HttpStatus.CONFLICT, "客户已锁定");
            case Problem.CustomerWon() -> told(HttpStatus.CONFLICT, "客户已成交");
            case Problem.NotOwner() -> told(HttpStatus.FORBIDDEN, "没有权限");
            case Problem.ProtectionEnded() -> told(HttpStatus.CONFLICT, "保护期已结束");
            case Problem.ChangedMeanwhile() -> told(HttpStatus.CONFLICT, "数据已被他人修改,请刷新后重试");
            case Problem.CrossSite() -> told(HttpStatus.FORBIDDEN, "不接受其他网站发起的请求");
            case Problem.RecordRefused(long _, Problem why) -> words(why);
            case Problem.ScopeRequired _ -> told(HttpStatus.FORBIDDEN, "令牌的权限不足");
            case Problem.TooBroad _ -> told(HttpStatus.BAD_REQUEST, "数据量过大,请缩小查询范围");
            case Problem.CursorTooOld() -> told(HttpStatus.GONE, "游标已过期");
            case Problem.OwnRequest() -> told(HttpStatus.FORBIDDEN, "不能处理自己提交的审批");
            case Problem.AlreadyDecided() -> told(HttpStatus.CONFLICT, "该审批已处理");
            case Problem.RequestOutdated() -> told(HttpStatus.CONFLICT, "该审批已失效");
            case Problem.ValueTaken(Problem.Kind kind, String _, String label) ->
                told(HttpStatus.CONFLICT, kind == Problem.Kind.OUTREACH ? "相同的联系记录已存在" : label + "已存在");
            case Problem.FieldReadOnly(String label) -> told(HttpStatus.FORBIDDEN, label + "不允许修改");
            case Problem.ValuesWouldBeLost(String label, long records) ->
                told(HttpStatus.CONFLICT, label + "已有" + records + "条数据,修改将丢失数据");
            case Problem.RecordInUse(Problem.Kind kind) ->
                told(HttpStatus.CONFLICT, OutreachNames.word(kind) + "存在关联数据,不能删除");
            case Problem.RestsOnDeleted _ -> told(HttpStatus.CONFLICT, "所属数据已删除,请先恢复所属数据");
            case Problem.ChangedSince _ -> told(HttpStatus.CONFLICT, "数据已再次修改,不能恢复");
            case Problem.NotRestorable() -> told(HttpStatus.CONFLICT, "没有可以恢复的内容");
            case Problem.AlreadyConverted() -> told(HttpStatus.CONFLICT, "线索已转化,不能再次转化");
            case Problem.SheetRefused(Problem.SheetFault fault, @Nullable Long bound) -> sheet(fault, bound);
            case Problem.JobNotFinished() -> told(HttpStatus.CONFLICT, "任务尚未结束");
            case Problem.AlreadyUndone() -> told(HttpStatus.CONFLICT, "已经撤销过");
            case Problem.OpportunityEnded() -> told(HttpStatus.CONFLICT, "商机已结束");
            case Problem.SceneOfSystem() -> told(HttpStatus.FORBIDDEN, "系统场景不能修改");
            case Problem.KeyReused() -> told(HttpStatus.CONFLICT, "Idempotency-Key 已用于其他请求");
            case Problem.LinkRefused(boolean expired) -> told(HttpStatus.FORBIDDEN, expired ? "下载链接已过期" : "下载链接无效");
            case Problem.NoSuchPath() -> told(HttpStatus.NOT_FOUND, "接口不存在");
            case Problem.MethodNotAllowed _ -> told(HttpStatus.METHOD_NOT_ALLOWED, "不支持的请求方法");
            case Problem.MediaTypeRefused() -> told(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持的内容类型");
            case Problem.Unavailable(Duration delay) ->
                told(HttpStatus.SERVICE_UNAVAILABLE, "服务器繁忙,请" + Wording.seconds(delay) + "秒后再试");
            case Problem.Failure _ -> told(HttpStatus.INTERNAL_SERVER_ERROR, "服务器内部错误");
        };
    }

    private static Told told(HttpStatus status, String message) {
        return new Told(status, message);
    }

    private static Told sheet(Problem.SheetFault fault, @Nullable Long bound) {
        return told(
                HttpStatus.BAD_REQUEST,
                fault == Problem.SheetFault.TOO_MANY_ROWS
                        ? "请求参数错误: 记录超过" + bound + "条,请缩小时间范围后再导出"
                        : "请求参数错误: Excel文件无法读取");
    }

    private static String message(Problem.Invalid invalid) {
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
        return invalid.named(OutreachNames::field) + " " + rule;
    }

    private static String bound(Problem.Invalid invalid) {
        return invalid.bound() == null ? "" : "(" + invalid.bound() + ")";
    }
}
