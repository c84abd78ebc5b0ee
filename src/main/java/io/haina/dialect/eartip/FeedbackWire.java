package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.dialect.Numbers;
import io.haina.feedback.Satisfaction;
import io.haina.staff.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shapes of satisfaction. */
sealed interface FeedbackWire extends EartipWire {

    /** Whose satisfaction is asked for. */
    record WantedFeedback(
            @JsonProperty("customers_id") @Nullable Long customer,
            @JsonProperty("start_time") @Nullable String start,
            @JsonProperty("end_time") @Nullable String end,
            @Nullable Integer page,
            @Nullable Integer count)
            implements FeedbackWire {}

    /** A satisfaction as it came in. */
    record FeedbackDraft(
            @JsonProperty("satisfy_id") @Nullable Long id,
            @JsonProperty("customers_id") @Nullable Object customer,
            @JsonProperty("record_time") @Nullable Object time,

            @JsonProperty("follower_id") @JsonAlias("follower_id[]") @Nullable
            Numbers followers,

            @Nullable Object attach,
            @Nullable Object value,
            @Nullable Object note)
            implements FeedbackWire {}

    /** Which satisfaction. */
    record NamedFeedback(
            @JsonProperty("satisfy_id") @Nullable Long id) implements FeedbackWire {}

    /** A satisfaction that was written down. */
    record MadeFeedback(@JsonProperty("satisfy_id") long id) implements FeedbackWire {}

    /** Somebody of a company that one sells to. */
    record Customer(String nickName, String realName, String organization) implements FeedbackWire {}

    /** A satisfaction. {@code follower}: who was praised or criticised. */
    record Feedback(
            long id,
            int value,
            @Nullable String attach,
            String recordTime,
            @Nullable String note,
            @JsonProperty("operator_id") long operatorId,
            @JsonProperty("customers_id") long customersId,
            List<Person> follower,
            Person operator,
            Customer customers)
            implements FeedbackWire {

        static Feedback of(Satisfaction each, Customer customer, Map<Long, Profile> people, ZoneId zone) {
            return new Feedback(
                    each.id(),
                    each.value(),
                    each.attachment(),
                    EartipNames.time(each.recordedAt(), zone),
                    each.note(),
                    each.operator(),
                    each.contact(),
                    each.staff().stream().map(id -> person(id, people)).toList(),
                    person(each.operator(), people),
                    customer);
        }

        private static Person person(long id, Map<Long, Profile> people) {
            return Person.of(Objects.requireNonNull(people.get(id)));
        }
    }
}
