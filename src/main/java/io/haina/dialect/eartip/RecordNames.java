package io.haina.dialect.eartip;

import io.haina.activity.ActivityKind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The document's numbers for what was done with a customer. */
final class RecordNames {

    /** What the document numbers from 1 on, in its order. */
    private static final ActivityKind[] EVENTS = {
        ActivityKind.INTAKE, ActivityKind.VISIT, ActivityKind.CALL, ActivityKind.SIGNING, ActivityKind.AFTER_SALES
    };

    private RecordNames() {}

    /** The number of a kind; 0 for one that only other documents know. */
    static int event(ActivityKind kind) {
        return Arrays.asList(EVENTS).indexOf(kind) + 1;
    }

    /**
     * The kind of a number; null for none.
     *
     * @throws Refused if the document has no such number
     */
    static @Nullable ActivityKind kind(@Nullable Integer event) {
        if (event == null) {
            return null;
        }
        if (event < 1 || event > EVENTS.length) {
            throw Refused.invalid("event", Rule.NOT_A_CHOICE);
        }
        return EVENTS[event - 1];
    }

    /** The document's word for a kind, or a word in its manner. */
    static String word(ActivityKind kind) {
        return switch (kind) {
            case INTAKE -> "接入";
            case VISIT -> "走访拜访";
            case CALL -> "电话拜访";
            case SIGNING -> "签约";
            case AFTER_SALES -> "售后";
            case WECHAT -> "微信";
            case EMAIL -> "邮件";
            case MEETING -> "会议";
            case OTHER -> "其他";
        };
    }
}
