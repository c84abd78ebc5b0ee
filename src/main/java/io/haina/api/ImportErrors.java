package io.haina.api;

import io.haina.exchange.ErrorWords;
import io.haina.exchange.RowProblem;
import io.haina.field.Field;
import io.haina.problem.Problem.Rule;
import org.jspecify.annotations.Nullable;

/** What the file of refused rows says, in Chinese for whoever asks for that and else in English. */
final class ImportErrors implements ErrorWords {

    private final boolean chinese;

    private ImportErrors(boolean chinese) {
        this.chinese = chinese;
    }

    /**
     * @param language {@code zh-CN} or {@code en}; null to go by the languages
     * @param languages what the client would like to read, as in {@code Accept-Language}; the first counts
     * @throws io.haina.problem.Refused for a language that there is not
     */
    static ImportErrors in(@Nullable String language, @Nullable String languages) {
        return new ImportErrors(ApiNames.isChinese(language, languages, false));
    }

    private String say(String inChinese, String inEnglish) {
        return chinese ? inChinese : inEnglish;
    }

    @Override
    public String sheetName() {
        return say("未导入的行", "Refused rows");
    }

    @Override
    public String reasonTitle() {
        return say("原因", "Reason");
    }

    @Override
    public String reason(RowProblem problem, @Nullable Field field) {
        String label = field == null ? "" : field.label();
        String text = switch (problem.reason()) {
            case REQUIRED -> say("必填项为空", "required, but empty");
            case OUTDATED_TEMPLATE -> say("字段已变化,请重新选择对应关系", "the fields have changed: map the columns anew");
            case NO_SUCH_CUSTOMER -> say("没有这个客户", "there is no such customer");
            case NO_SUCH_NAME -> say("没有这个名称", "nothing has this name");
            case SEVERAL_MATCHES -> say("与多条记录重复", "its unique values belong to several records");
            case NOT_OVERWRITABLE -> say("已有记录无权修改", "it would overwrite a record that you may not change");
            case TAKEN -> say("已存在", "it exists already");
            case INVALID -> rule(problem.rule());
            case LIMIT -> say("持有数量已达上限", "its owner holds as many as allowed");
            case LOCKED -> say("已锁定", "it is locked");
            case WON -> say("已成交,不能放入公海", "it is won, and stays with its owner");
            case IN_POOL -> say("在公海中", "it is in a pool");
            case NOT_IN_POOL -> say("不在公海中", "it is in no pool");
            case COOLING_DOWN -> say("冷却期内不能领取", "its former owner has to wait");
            case CONVERTED -> say("已转化过", "it was converted before");
            case ENDED -> say("已结束", "it has ended");
            case IN_USE -> say("有关联数据", "other records rest on it");
            case NO_RIGHT -> say("没有权限", "you may not do this");
            case FAILED -> say("未能写入,请重试", "it could not be written; try again");
        };
        return label.isEmpty() ? text : label + say(":", ": ") + text;
    }

    private String rule(@Nullable Rule rule) {
        return switch (rule) {
            case null -> say("不正确", "it is not right");
            case REQUIRED -> say("必填项为空", "required, but empty");
            case WRONG_TYPE -> say("类型不对", "of the wrong type");
            case TOO_LONG -> say("太长", "too long");
            case TOO_SHORT -> say("太短", "too short");
            case NOT_A_CHOICE -> say("不在选项中", "none of the choices");
            case OUT_OF_RANGE -> say("超出范围", "out of range");
            case MALFORMED -> say("格式不对", "malformed");
            case UNKNOWN -> say("没有这个字段", "there is no such field");
            case FORBIDDEN_CHARACTER -> say("含有不允许的字符", "it has a character that is not allowed");
        };
    }
}
