package io.haina.dialect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** Reads {@link Numbers}. Only an empty list is a list of none: a text that lists nothing is as good as not sent. */
final class NumbersReader extends ValueDeserializer<Numbers> {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern BRACKETS = Pattern.compile("\\[(.*)]");
    private static final Pattern QUOTES = Pattern.compile("\"(.*)\"");

    @Override
    public @Nullable Numbers deserialize(JsonParser parser, DeserializationContext context) {
        Set<Long> numbers = new LinkedHashSet<>();
        JsonNode node = context.readTree(parser);
        add(numbers, node, context);
        return numbers.isEmpty() && !isEmptyList(node) ? null : new Numbers(List.copyOf(numbers));
    }

    private static boolean isEmptyList(JsonNode node) {
        if (node.isArray()) {
            return node.isEmpty();
        }
        String text = node.asString();
        return !text.isBlank() && inner(BRACKETS, text).isEmpty();
    }

    private static void add(Set<Long> numbers, JsonNode node, DeserializationContext context) {
        if (node.isArray()) {
            node.values()
                    .forEach(each ->
                            addText(numbers, each.isValueNode() && !each.isNull() ? each.asString() : "[", context));
        } else if (node.isValueNode() && !node.isNull()) {
            addText(numbers, node.asString(), context);
        } else if (!node.isNull()) {
            context.reportInputMismatch(Numbers.class, "not a list of numbers");
        }
    }

    private static void addText(Set<Long> numbers, String text, DeserializationContext context) {
        for (String part : inner(BRACKETS, text).split(",", -1)) {
            String number = inner(QUOTES, part);
            if (NUMBER.matcher(number).matches()) {
                numbers.add(Long.valueOf(number));
            } else if (!number.isEmpty()) {
                context.reportInputMismatch(Numbers.class, "not a number");
            }
        }
    }

    private static String inner(Pattern frame, String text) {
        String stripped = text.strip();
        var framed = frame.matcher(stripped);
        return framed.matches() ? framed.group(1).strip() : stripped;
    }
}
