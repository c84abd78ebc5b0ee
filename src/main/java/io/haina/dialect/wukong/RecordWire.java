package io.haina.dialect.wukong;

import io.haina.dialect.Numbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the chapters on leads, customers, contacts, opportunities and products have in common on the wire. */
sealed interface RecordWire extends WukongWire {

    /**
     * A wish for a page of a list.
     *
     * @param data conditions by key, as an object or as its JSON in a text
     * @param order 2 for ascending
     */
    record ListAsked(
            @Nullable Integer page,
            @Nullable Integer limit,
            @Nullable String search,
            @Nullable Integer type,
            @Nullable Long sceneId,
            @Nullable JsonNode data,
            @Nullable Integer order,
            @Nullable String sortField,
            @Nullable Long poolId)
            implements RecordWire {}

    /** One condition of a list. */
    record Condition(
            @Nullable String name,
            @Nullable String condition,
            @Nullable JsonNode value,
            @Nullable String formType,
            @Nullable String start,
            @Nullable String end,
            @Nullable String typeId,
            @Nullable String statusId)
            implements RecordWire {}

    /** A page of a list: rows by the document's keys, a company's own fields by their names. */
    record Listed(
            long totalRow,
            int pageNumber,
            int pageSize,
            long totalPage,
            boolean firstPage,
            boolean lastPage,
            List<Map<String, @Nullable Object>> list,
            @Nullable Map<String, String> money)
            implements RecordWire {

        /** The same page, with sums over all that the wish finds. */
        Listed with(Map<String, String> sums) {
            return new Listed(totalRow, pageNumber, pageSize, totalPage, firstPage, lastPage, list, sums);
        }
    }

    /** The number of a new record. */
    record Made(long id) implements RecordWire {}

    /**
     * A draft of a record: new without an id, a change with one.
     *
     * @param entity the document's fields
     * @param field the company's own fields, replaced as a whole; null leaves them
     * @param product the lines of an opportunity; null leaves them
     */
    record Draft(
            @Nullable JsonNode entity,
            @Nullable JsonNode field,
            @Nullable JsonNode product,
            @Nullable Long leadsId,
            @Nullable Long customerId,
            @Nullable Long contactsId,
            @Nullable Long businessId,
            @Nullable Long productId)
            implements RecordWire {

        public Draft {
            entity = read(entity);
            field = read(field);
            product = read(product);
        }

        /** What it says: queries and forms have JSON as a text. What is none stays, and is refused where it is used. */
        private static @Nullable JsonNode read(@Nullable JsonNode sent) {
            if (sent == null || !sent.isString()) {
                return sent;
            }
            try {
                return sent.asString().isBlank() ? null : WukongConfiguration.JSON.readTree(sent.asString());
            } catch (JacksonException e) {
                return sent;
            }
        }
    }

    /** One of the company's own fields in a draft. */
    record OwnField(
            @Nullable Long fieldId,
            @Nullable String name,
            @Nullable String fieldName,
            @Nullable JsonNode value) implements RecordWire {}

    /** One record. */
    record One(
            @Nullable Long leadsId,
            @Nullable Long customerId,
            @Nullable Long contactsId,
            @Nullable Long businessId,
            @Nullable Long productId,
            @Nullable Long id)
            implements RecordWire {}

    /**
     * Several records, their numbers under any of the names that clients use.
     *
     * @param newOwnerUserId who gets them
     */
    record Several(
            @Nullable Numbers ids,
            @Nullable Numbers leadsIds,
            @Nullable Numbers leadsId,
            @Nullable Numbers customerIds,
            @Nullable Numbers contactsIds,
            @Nullable Numbers businessIds,
            @Nullable Numbers productIds,
            @Nullable Long newOwnerUserId,
            @Nullable Integer transferType,
            @Nullable Integer power,
            @Nullable Numbers changeType)
            implements RecordWire {}
}
