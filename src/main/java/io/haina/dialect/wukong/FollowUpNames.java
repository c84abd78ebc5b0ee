package io.haina.dialect.wukong;

import io.haina.activity.ActivityKind;
import io.haina.activity.RecordActivity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document's words for ways of being in touch. A company may use others: they are kept as they come. */
final class FollowUpNames {

    private static final Map<String, ActivityKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("打电话", ActivityKind.CALL);
        KINDS.put("发邮件", ActivityKind.EMAIL);
        KINDS.put("发短信", ActivityKind.OTHER);
        KINDS.put("见面拜访", ActivityKind.VISIT);
        KINDS.put("活动", ActivityKind.MEETING);
        KINDS.put("微信", ActivityKind.WECHAT);
    }

    /** What a client offers. */
    static final List<String> CATEGORIES = List.copyOf(KINDS.keySet());

    private FollowUpNames() {}

    /** What a word means; another word is another way. */
    static ActivityKind kind(@Nullable String category) {
        return category == null ? ActivityKind.OTHER : KINDS.getOrDefault(category.strip(), ActivityKind.OTHER);
    }

    /** The word that a follow-up came with, or the document's for its kind. */
    static String category(RecordActivity activity) {
        if (activity.category() != null) {
            return activity.category();
        }
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == activity.kind() && entry.getValue() != ActivityKind.OTHER)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("其他");
    }
}
