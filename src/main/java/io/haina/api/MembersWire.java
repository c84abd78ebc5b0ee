package io.haina.api;

import io.haina.sharing.Member;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapter on members. */
sealed interface MembersWire extends ApiWire {

    /**
     * People to be members, beside those who are.
     *
     * @param staff their numbers
     * @param power read or write
     */
    @Schema(name = "MembersDraft")
    record Joining(
            @Nullable List<@Nullable Long> staff, @Nullable String power) implements MembersWire {}

    /**
     * Somebody who works on a record.
     *
     * @param power read or write
     * @param owner whether it is whose record it is
     */
    @Schema(name = "RecordMember")
    record Shown(long id, String name, @Nullable String department, String power, boolean owner)
            implements MembersWire {

        static Shown of(Member member) {
            return new Shown(
                    member.staffId(),
                    member.name(),
                    member.department(),
                    ApiNames.word(member.power()),
                    member.owner());
        }
    }
}
