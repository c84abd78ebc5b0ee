package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.activity.ActivityKind;
import io.haina.activity.JournalEntry;
import io.haina.dialect.Numbers;
import io.haina.staff.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shapes of visits and demands, and of how often there were any. */
sealed interface RecordWire extends EartipWire {

    /** What is reported: a demand where there is {@code content}, a visit where there is {@code event}, or both. */
    record Upload(
            @JsonProperty("customers_id") @Nullable Long customer,
            @JsonProperty("organization_id") @Nullable Long organization,

            @JsonProperty("follower_id") @JsonAlias("follower_id[]") @Nullable
            Numbers followers,

            @JsonProperty("record_time") @Nullable String time,
            @Nullable String content,
            @JsonProperty("content_attach") @Nullable String contentAttach,
            @JsonProperty("content_note") @Nullable String contentNote,
            @Nullable Integer event,
            @Nullable String gain,
            @JsonProperty("event_attach") @Nullable String eventAttach,
            @JsonProperty("event_note") @Nullable String eventNote)
            implements RecordWire {}

    /** What was made of it. */
    record Uploaded(
            @JsonProperty("follow_id") @Nullable Long follow,
            @JsonProperty("demand_id") @Nullable Long demand) implements RecordWire {}

    /** A visit as it shall be. */
    record FollowChange(
            @JsonProperty("follow_id") @Nullable Long id,
            @JsonProperty("customers_id") @Nullable Long customer,
            @JsonProperty("organization_id") @Nullable Long organization,

            @JsonProperty("follower_id") @JsonAlias("follower_id[]") @Nullable
            Numbers followers,

            @JsonProperty("record_time") @Nullable String time,
            @Nullable Integer event,
            @Nullable String gain,
            @JsonProperty("event_attach") @Nullable String attach,
            @JsonProperty("event_note") @Nullable String note)
            implements RecordWire {}

    /** A demand as it shall be; the document lets its time stay. */
    record DemandChange(
            @JsonProperty("demand_id") @Nullable Long id,
            @JsonProperty("customers_id") @Nullable Long customer,
            @JsonProperty("organization_id") @Nullable Long organization,

            @JsonProperty("follower_id") @JsonAlias("follower_id[]") @Nullable
            Numbers followers,

            @JsonProperty("record_time") @Nullable String time,
            @Nullable String content,
            @JsonProperty("demand_attach") @Nullable String attach,
            @JsonProperty("demand_note") @Nullable String note)
            implements RecordWire {}

    /** Which visits or demands are asked for. */
    record Wanted(
            @JsonProperty("follow_id") @Nullable Long follow,
            @JsonProperty("demand_id") @Nullable Long demand,
            @JsonProperty("customers_id") @Nullable Long customer,
            @JsonProperty("start_time") @Nullable String start,
            @JsonProperty("end_time") @Nullable String end,
            @Nullable Integer page,
            @Nullable Integer count)
            implements RecordWire {}

    /** A visit. {@code event} is 0 for a way of being in touch that the document does not number. */
    record Follow(
            long id,
            @JsonProperty("customers_id") @Nullable Long customer,
            @JsonProperty("organization_id") long organization,
            int event,
            @JsonProperty("event_name") String eventName,
            List<Person> follower,
            @Nullable String attach,
            String recordTime,
            @JsonProperty("operator_id") long operatorId,
            @Nullable String gain,
            String createTime,
            @Nullable String note,
            Person operator,
            Customers customers,
            @JsonProperty("customers_group") @Nullable Group group)
            implements RecordWire {

        static Follow of(JournalEntry entry, Map<Long, Profile> people, ZoneId zone) {
            ActivityKind kind = entry.kind() == null ? ActivityKind.OTHER : entry.kind();
            return new Follow(
                    entry.id(),
                    entry.contact(),
                    entry.customer(),
                    RecordNames.event(kind),
                    RecordNames.word(kind),
                    persons(entry, people),
                    entry.attachment(),
                    EartipNames.time(entry.happenedAt(), zone),
                    entry.operator(),
                    entry.content().isEmpty() ? null : entry.content(),
                    EartipNames.time(entry.createdAt(), zone),
                    entry.note(),
                    person(entry.operator(), people),
                    Customers.of(entry),
                    Group.of(entry));
        }
    }

    /** A demand. */
    record Demand(
            long id,
            @JsonProperty("customers_id") @Nullable Long customer,
            @JsonProperty("organization_id") long organization,
            String content,
            List<Person> follower,
            @Nullable String attach,
            String recordTime,
            @JsonProperty("operator_id") long operatorId,
            String createTime,
            @Nullable String note,
            Person operator,
            Customers customers,
            @JsonProperty("customers_group") @Nullable Group group)
            implements RecordWire {

        static Demand of(JournalEntry entry, Map<Long, Profile> people, ZoneId zone) {
            return new Demand(
                    entry.id(),
                    entry.contact(),
                    entry.customer(),
                    entry.content(),
                    persons(entry, people),
                    entry.attachment(),
                    EartipNames.time(entry.happenedAt(), zone),
                    entry.operator(),
                    EartipNames.time(entry.createdAt(), zone),
                    entry.note(),
                    person(entry.operator(), people),
                    Customers.of(entry),
                    Group.of(entry));
        }
    }

    private static List<Person> persons(JournalEntry entry, Map<Long, Profile> people) {
        return entry.followers().stream().map(id -> person(id, people)).toList();
    }

    private static Person person(long id, Map<Long, Profile> people) {
        return Person.of(Objects.requireNonNull(people.get(id)));
    }

    /** With whom it was; empty names where it was with a company alone. */
    record Customers(String nickName, String realName, String organization) implements RecordWire {

        static Customers of(JournalEntry entry) {
            return new Customers(
                    EartipNames.text(entry.contactNickname()),
                    EartipNames.text(entry.contactName()),
                    entry.customerName());
        }
    }

    /** With which company it was, where it was with nobody in particular. */
    record Group(long id, String groupName) implements RecordWire {

        static @Nullable Group of(JournalEntry entry) {
            return entry.contact() == null ? new Group(entry.customer(), entry.customerName()) : null;
        }
    }

    /** Of which companies the demands are counted. */
    record DemandsWanted(
            @JsonProperty("organization_ids") @JsonAlias("organization_ids[]") @Nullable
            Numbers organizations,

            @JsonProperty("start_time") @Nullable String start,
            @JsonProperty("end_time") @Nullable String end,
            @Nullable Integer page,
            @Nullable Integer count)
            implements RecordWire {}

    /** Of which company the visits are counted. */
    record FollowsWanted(
            @JsonProperty("organization_id") @Nullable Long organization,
            @JsonProperty("start_time") @Nullable String start,
            @JsonProperty("end_time") @Nullable String end,
            @Nullable Integer page,
            @Nullable Integer count)
            implements RecordWire {}

    /** How often a company's demands changed, and when first. */
    record DemandCount(
            @JsonProperty("organization_id") long organization,
            @JsonProperty("demand_count") long count,
            @JsonProperty("m_recordTime") String first)
            implements RecordWire {}

    /** How often a company was followed up, and when first: the document calls that a time of signing. */
    record FollowCount(
            @JsonProperty("organization_id") long organization,
            @JsonProperty("follow_count") long count,
            @JsonProperty("min_sign_time") String first)
            implements RecordWire {}
}
