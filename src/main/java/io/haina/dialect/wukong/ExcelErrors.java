package io.haina.dialect.wukong;

import io.haina.exchange.ErrorWords;
import io.haina.exchange.RowProblem;
import io.haina.field.Field;
import org.jspecify.annotations.Nullable;

/** The words of document 002 for rows that an import did not take. */
final class ExcelErrors implements ErrorWords {

    @Override
    public String sheetName() {
        return "错误数据";
    }

    @Override
    public String reasonTitle() {
        return "错误原因";
    }

    @Override
    public String reason(RowProblem problem, @Nullable Field field) {
        String label = field == null ? "" : field.label();
        return switch (problem.reason()) {
            case REQUIRED -> "必填字段未填写";
            case OUTDATED_TEMPLATE -> "请使用最新的模板";
            case NO_SUCH_CUSTOMER -> "填写的客户不存在";
            case NO_SUCH_NAME -> label + "填写的内容不存在";
            case SEVERAL_MATCHES -> "数据与多条唯一性字段重复";
            case NOT_OVERWRITABLE -> "数据无覆盖权限";
            case TAKEN -> (label.isEmpty() ? "客户名称" : label) + "已存在";
            case INVALID -> label + rule(problem);
            case LIMIT -> "拥有客户数已达上限";
            case LOCKED -> "客户已锁定";
            case WON -> "客户已成交";
            case IN_POOL -> "客户在公海中";
            case NOT_IN_POOL -> "客户不在公海中";
            case COOLING_DOWN -> "冷却期内不能领取";
            case CONVERTED -> "已转化线索不能再次转化";
            case ENDED -> "已结束";
            case IN_USE -> "存在关联数据";
            case NO_RIGHT -> "没有权限";
            case FAILED -> "导入失败，请重试";
        };
    }

    private static String rule(RowProblem problem) {
        return switch (problem.rule()) {
            case null -> "填写错误";
            case REQUIRED -> "不能为空";
            case WRONG_TYPE -> "类型错误";
            case TOO_LONG -> "超过最大长度";
            case TOO_SHORT -> "长度不足";
            case NOT_A_CHOICE -> "不是允许的选项";
            case OUT_OF_RANGE -> "超出允许范围";
            case MALFORMED -> "格式错误";
            case UNKNOWN -> "不是允许的字段";
            case FORBIDDEN_CHARACTER -> "包含非法字符";
        };
    }
}
