package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.staff.Profile;
import java.util.List;
import java.util.Map;

/** Everything that document 001 reads and writes as JSON. Status 0 means that it was done, 1 that it was not. */
sealed interface EartipWire
        permits UserWire,
                HandoverWire,
                ContractWire,
                FeedbackWire,
                RecordWire,
                MenuWire,
                CustomerWire,
                EartipWire.MadeId,
                EartipWire.Envelope,
                EartipWire.PageInfo,
                EartipWire.Person {

    /** The frame around every answer. */
    sealed interface Envelope extends EartipWire permits Done, Made, Found, Listed, Refusal {}

    /** It was done, and there is nothing to show for it. */
    record Done(int status, String msg) implements Envelope {
        Done(String msg) {
            this(0, msg);
        }
    }

    /** What was made, or who has come in. */
    record Made<T>(T data, int status, String msg) implements Envelope {
        Made(T data, String msg) {
            this(data, 0, msg);
        }

        /** Made, where the document shows {@code "data": {}}. */
        static Made<Map<String, Object>> nothing(String msg) {
            return new Made<>(Map.of(), msg);
        }
    }

    /** What was asked for, where the document shows no {@code page_info} beside it. */
    record Found<T>(T data, int status) implements Envelope {
        Found(T data) {
            this(data, 0);
        }
    }

    /** A page of what was asked for. */
    record Listed<T>(
            List<T> data,
            int status,
            @JsonProperty("page_info") PageInfo pageInfo) implements Envelope {
        static <T> Listed<T> of(Slice<T> slice) {
            return new Listed<>(slice.rows(), 0, PageInfo.of(slice));
        }
    }

    /** Why something was not done. */
    record Refusal(int status, String msg) implements Envelope {
        Refusal(String msg) {
            this(1, msg);
        }
    }

    /** The number that something new has got. */
    record MadeId(long id) implements EartipWire {}

    /**
     * Where in a list the rows of an answer lie.
     *
     * @param count the rows of a page, after cutting to the largest
     */
    record PageInfo(long total, int page, int count) implements EartipWire {
        static PageInfo of(long total, Page page) {
            return new PageInfo(total, page.number(), page.size());
        }

        static PageInfo of(Slice<?> slice) {
            return of(slice.total(), slice.page());
        }
    }

    /** Somebody of the company, wherever one is named. */
    record Person(String nickName, String realName, String phoneNumber) implements EartipWire {
        static Person of(Profile profile) {
            return new Person(profile.nickname(), profile.realName(), phoneNumber(profile));
        }

        /** The phone number, which the document calls the user name; who has none is called by the user name. */
        static String phoneNumber(Profile profile) {
            return profile.phone() == null ? profile.username() : profile.phone();
        }
    }
}
