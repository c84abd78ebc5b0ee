package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.Asked;
import io.haina.dialect.Wording;
import io.haina.dialect.wukong.WukongWire.Refusal;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import java.time.Duration;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The words and codes of document 002 for every problem. HTTP says 200 but for a path that is none. */
final class WukongErrors implements Wording {

    private static final int REFUSED = 500;
    private static final int NOT_SIGNED_IN = 302;

    /** The fields of a kind as somebody sees them, for they go by names that people gave them. */
    private final BiFunction<Actor, RecordKind, FieldCatalog> catalogs;

    WukongErrors(BiFunction<Actor, RecordKind, FieldCatalog> catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public ResponseEntity<Refusal> answer(Problem problem, Asked asked) {
        return switch (problem) {
            case Problem.NoCredential() -> signInFirst();
            case Problem.BadCredential() -> signInFirst();
            case Problem.ConflictingCredentials() -> refuse("请求中包含多个不同的登录凭证");
            case Problem.BadPassword() -> refuse("用户名或密码错误！");
            case Problem.TooManyFailures(Duration delay) -> refuse("密码错误次数过多，请等" + Wording.seconds(delay) + "秒后在重试！");
            case Problem.AccountDisabled() -> refuse("账号被禁用！");
            case Problem.WrongOldPassword() -> refuse("原密码错误");
            case Problem.RoleRequired _ -> refuse("没有权限");
            case Problem.SignatureRefused _ -> signInFirst();
            case Problem.AddressRefused() -> refuse("来源地址不在允许范围内");
            case Problem.RateExceeded(Duration delay) -> refuse("请求过于频繁，请等" + Wording.seconds(delay) + "秒后再试");
            case Problem.AppRightRequired _ -> refuse("没有权限");
            case Problem.NotFound(Problem.Kind kind) -> refuse(word(kind) + "不存在或没有权限");
            case Problem.Invalid invalid -> refuse(message(invalid, asked));
            case Problem.Unreadable() -> refuse("请求格式错误");
            case Problem.TooLarge(long bytes) -> refuse("请求内容过大，最多" + (bytes >> 20) + "MB");
            case Problem.FileTypeRefused() -> refuse("不支持的文件类型");
            case Problem.SignInNameTaken(String field) -> refuse(field.equals("phone") ? "手机号已存在" : "用户名已存在");
            case Problem.DuplicateCustomer _ -> refuse("客户名称已存在");
            case Problem.ClaimQuotaUsed(int limit) -> refuse("今日领取客户数已达上限（" + limit + "次）");
            case Problem.HoldingLimitReached(int limit) -> refuse("拥有客户数已达上限（" + limit + "个）");
            case Problem.CoolingDown cooling ->
                refuse("前负责人在" + WukongNames.time(cooling.until(), asked.zone()) + "之前不能领取该客户");
            case Problem.InPool() -> refuse("客户在公海中，请先领取");
            case Problem.NotInPool() -> refuse("选中的客户不在公海中");
            case Problem.AlreadyOwner() -> refuse("您已是该客户的负责人");
            case Problem.CustomerLocked() ->
                refuse(asked.path().endsWith("/updateCustomerByIds") ? "选中的客户有被锁定的，不能放入公海！" : "客户已锁定");
            case Problem.CustomerWon() -> refuse("已成交的客户不能放入公海");
            case Problem.NotOwner() -> refuse("没有权限");
            case Problem.ProtectionEnded() -> refuse("保护期已结束");
            case Problem.ChangedMeanwhile() -> refuse("数据已被他人修改,请刷新后重试");
            case Problem.CrossSite() -> refuse("不接受其他网站发起的请求");
            case Problem.RecordRefused(long _, Problem why) -> answer(why, asked);
            case Problem.ScopeRequired _ -> refuse("令牌的权限不足");
            case Problem.TooBroad _ -> refuse("数据量过大，请缩小查询范围");
            case Problem.CursorTooOld() -> refuse("游标已过期");
            case Problem.OwnRequest() -> refuse("不能处理自己提交的审批");
            case Problem.AlreadyDecided() -> refuse("该审批已处理");
            case Problem.RequestOutdated() -> refuse("客户归属已变更，该审批已失效");
            case Problem.ValueTaken(Problem.Kind _, String _, String label) -> refuse(label + "已存在");
            case Problem.FieldReadOnly(String label) -> refuse(label + "不允许修改");
            case Problem.ValuesWouldBeLost(String label, long records) ->
                refuse(label + "已有" + records + "条数据，修改将丢失数据");
            case Problem.RecordInUse _ -> refuse("该条数据与其他数据有必要关联，请勿删除");
            case Problem.RestsOnDeleted _ -> refuse("所属数据已删除,请先恢复所属数据");
            case Problem.ChangedSince _ -> refuse("数据已再次修改,不能恢复");
            case Problem.NotRestorable() -> refuse("没有可以恢复的内容");
            case Problem.AlreadyConverted() -> refuse("已转化线索不能再次转化");
            case Problem.SheetRefused refused -> refuse(sheet(refused));
            case Problem.JobNotFinished() -> refuse("任务尚未结束");
            case Problem.AlreadyUndone() -> refuse("已经撤销过");
            case Problem.OpportunityEnded() -> refuse("商机已结束，不能再次结束");
            case Problem.SceneOfSystem() -> refuse("系统场景不能修改");
            case Problem.KeyReused() -> refuse("Idempotency-Key 已用于其他请求");
            case Problem.LinkRefused(boolean expired) -> refuse(expired ? "链接已过期" : "链接无效");
            case Problem.NoSuchPath() ->
                ResponseEntity.status(HttpStatus.NOT_FOUND).body(new Refusal(HttpStatus.NOT_FOUND.value(), "404 请求失败"));
            case Problem.MethodNotAllowed _ -> refuse("不支持的请求方法");
            case Problem.MediaTypeRefused() -> refuse("不支持的内容类型");
            case Problem.Unavailable(Duration delay) -> refuse("服务器繁忙，请等" + Wording.seconds(delay) + "秒后再试");
            case Problem.Failure(String requestId) -> refuse("服务器内部错误，请稍后重试（" + requestId + "）");
        };
    }

    private static ResponseEntity<Refusal> signInFirst() {
        return ResponseEntity.ok(new Refusal(NOT_SIGNED_IN, "请先登录！"));
    }

    private static ResponseEntity<Refusal> refuse(String message) {
        return ResponseEntity.ok(new Refusal(REFUSED, message));
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

    private static String sheet(Problem.SheetRefused refused) {
        String bound = refused.bound() == null ? "" : "（最多" + refused.bound() + "）";
        return switch (refused.fault()) {
            case NOT_A_SHEET -> "文件不是Excel文件";
            case NO_HEADER -> "请使用最新的模板";
            case DAMAGED -> "Excel文件已损坏，无法读取";
            case ENCRYPTED -> "Excel文件已加密，无法读取";
            case MACROS -> "Excel文件不能含有宏";
            case EMBEDDED -> "Excel文件不能含有嵌入对象";
            case ENTITIES -> "Excel文件含有非法内容";
            case INFLATED -> "Excel文件解压后过大";
            case TOO_MANY_COLUMNS -> "Excel文件列数过多" + bound;
            case TOO_MANY_ROWS -> "Excel文件行数过多" + bound;
            case CELL_TOO_LONG -> "Excel单元格内容过长" + bound;
        };
    }

    private String message(Problem.Invalid invalid, Asked asked) {
        if (invalid.rule() == Rule.UNKNOWN) {
            return "参数包含非法字段";
        }
        String bound = invalid.bound() == null ? "" : "（" + invalid.bound() + "）";
        return invalid.named(field -> WukongNames.field(catalogs, field, asked))
                + switch (invalid.rule()) {
                    case REQUIRED -> "不能为空";
                    case WRONG_TYPE -> "类型错误";
                    case TOO_LONG -> "超过最大长度" + bound;
                    case TOO_SHORT -> "长度不足" + bound;
                    case NOT_A_CHOICE -> "不是允许的取值";
                    case OUT_OF_RANGE -> "超出允许范围" + bound;
                    case MALFORMED -> "格式错误";
                    case UNKNOWN -> "是非法字段";
                    case FORBIDDEN_CHARACTER -> "包含非法字符";
                };
    }
}
