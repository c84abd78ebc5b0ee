package io.haina.dialect.wukong;

import io.haina.exchange.Repeat;
import io.haina.field.RecordKind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import org.jspecify.annotations.Nullable;

/** What document 002 calls chapters, files and sheets of the kinds of record. */
final class ExcelNames {

    private ExcelNames() {}

    /** The kind that a path is about. */
    static RecordKind kind(String path) {
        if (path.contains("/CrmLeads/")) {
            return RecordKind.LEAD;
        }
        if (path.contains("/CrmContacts/")) {
            return RecordKind.CONTACT;
        }
        if (path.contains("/CrmBusiness/")) {
            return RecordKind.OPPORTUNITY;
        }
        return path.contains("/CrmProduct/") ? RecordKind.PRODUCT : RecordKind.CUSTOMER;
    }

    /** The name of an exported file, without its ending. */
    static String file(RecordKind kind) {
        return switch (kind) {
            case LEAD -> "leads";
            case CUSTOMER -> "customer";
            case CONTACT -> "contacts";
            case OPPORTUNITY -> "business";
            case PRODUCT -> "product";
        };
    }

    static String word(RecordKind kind) {
        return switch (kind) {
            case LEAD -> "线索";
            case CUSTOMER -> "客户";
            case CONTACT -> "联系人";
            case OPPORTUNITY -> "商机";
            case PRODUCT -> "产品";
        };
    }

    /** What stands above the header of the file that people fill in. */
    static String templateTitle(RecordKind kind) {
        return word(kind) + "导入模板(*)为必填项";
    }

    /** What stands above the header of an exported file. */
    static String exportTitle(RecordKind kind) {
        return word(kind) + "信息";
    }

    /** What a number says about records that are there; where nothing is said, they stay as they are. */
    static Repeat repeat(@Nullable Integer number) {
        return switch (number) {
            case null -> Repeat.SKIP;
            case 1 -> Repeat.OVERWRITE;
            case 2 -> Repeat.SKIP;
            default -> throw Refused.invalid("repeatHandling", Rule.NOT_A_CHOICE);
        };
    }
}
