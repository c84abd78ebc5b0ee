package io.haina.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A printed answer as a lower bound: every key that it shows is there, with that JSON type. A list that is printed with
 * elements has some, and each has the keys of the first; one whose elements are of different types has each at its place. A
 * printed null may be anything; texts may differ. A text that is printed empty may be null, which is how an absent value is
 * shown.
 */
final class Shape {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Shape() {}

    /** Where an answer is less than what was printed; empty if nowhere. */
    static List<String> missing(String printed, JsonNode answered) {
        List<String> missing = new ArrayList<>();
        compare("", MAPPER.readTree(printed), answered, missing);
        return missing;
    }

    private static void compare(String place, JsonNode printed, JsonNode answered, List<String> missing) {
        if (answered.isMissingNode()) {
            missing.add(place + " is not there");
        } else if (printed.isNull()
                || printed.isString() && printed.stringValue().isEmpty() && answered.isNull()) {
            return;
        } else if (printed.getNodeType() != answered.getNodeType()) {
            missing.add(place + " is " + answered.getNodeType() + ", not " + printed.getNodeType());
        } else if (printed.isObject()) {
            printed.propertyNames()
                    .forEach(name -> compare(place + "/" + name, printed.get(name), answered.path(name), missing));
        } else if (printed.isArray() && !printed.isEmpty()) {
            if (answered.isEmpty()) {
                missing.add(place + " is empty");
            } else if (isTuple(printed) && answered.size() != printed.size()) {
                missing.add(place + " has " + answered.size() + " elements");
                return;
            }
            for (int n = 0; n < answered.size(); n++) {
                compare(place + "/" + n, printed.get(isTuple(printed) ? n : 0), answered.get(n), missing);
            }
        } else if (printed.isBoolean() && !printed.equals(answered)) {
            missing.add(place + " is " + answered);
        }
    }

    /** Whether each element of a list is another thing, as in document 001's statistics. */
    private static boolean isTuple(JsonNode printed) {
        return printed.size() > 1
                && printed.get(0).getNodeType() != printed.get(1).getNodeType();
    }
}
