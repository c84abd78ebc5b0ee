package io.haina.dialect.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shapes of customers. A customer itself is a map, for its keys are the fields that the tenant has. */
sealed interface CrmWire extends OpenapiWire {

    /** A customer to be added or changed, by the keys of its fields. */
    record Draft(Map<String, JsonNode> fields) implements CrmWire {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Draft {}
    }

    /**
     * A wish for a list.
     *
     * @param search conditions of which all hold; null for none
     */
    record Wish(
            @Nullable Integer page,
            @Nullable Integer limit,
            @Nullable List<Condition> search) implements CrmWire {}

    /**
     * A condition.
     *
     * @param value a list of texts, numbers or truths, or a single one
     */
    record Condition(
            @Nullable String field,
            @Nullable String operator,
            @Nullable JsonNode value) implements CrmWire {}

    /**
     * A page.
     *
     * @param count how many there are, or at least so many where {@code exact} is false
     */
    record Listed(List<Map<String, @Nullable Object>> list, long count, boolean exact) implements CrmWire {}

    /** One customer: {@code _id} counts as well. */
    record One(
            @Nullable JsonNode id,
            @JsonProperty("_id") @Nullable JsonNode own) implements CrmWire {}

    /** One way to reach a customer. */
    record Way(String value, @Nullable String memo) implements CrmWire {}
}
