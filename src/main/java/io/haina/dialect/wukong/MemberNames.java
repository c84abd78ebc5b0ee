package io.haina.dialect.wukong;

import io.haina.field.RecordKind;
import io.haina.ownership.Handover;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.sharing.Power;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The document's numbers for the powers of team members. */
final class MemberNames {

    private static final int LEAVES = 1;
    private static final int STAYS = 2;

    private MemberNames() {}

    /** 1 reads, 2 writes too. @throws Refused if it is another number */
    static Power power(@Nullable Integer power) {
        return switch (power) {
            case 1 -> Power.READ;
            case 2 -> Power.WRITE;
            case null, default -> throw Refused.invalid("power", Rule.NOT_A_CHOICE);
        };
    }

    static int number(@Nullable Power power) {
        return power == Power.WRITE ? 2 : 1;
    }

    /** How customers are handed over: along with them may go 1 contacts, 2 opportunities, 3 contracts. */
    static Handover handover(@Nullable Power stays, Collection<Long> changeTypes) {
        Set<RecordKind> along = EnumSet.noneOf(RecordKind.class);
        boolean contracts = false;
        for (long type : changeTypes) {
            switch ((int) type) {
                case 1 -> along.add(RecordKind.CONTACT);
                case 2 -> along.add(RecordKind.OPPORTUNITY);
                case 3 -> contracts = true;
                default -> throw Refused.invalid("changeType", Rule.NOT_A_CHOICE);
            }
        }
        return new Handover(stays, along, contracts);
    }

    /** The power with which a former owner stays; null for one who leaves. @throws Refused if a number is another */
    static @Nullable Power staying(@Nullable Integer transferType, @Nullable Integer power) {
        if (transferType == null || transferType == LEAVES) {
            return null;
        }
        if (transferType != STAYS) {
            throw Refused.invalid("transferType", Rule.NOT_A_CHOICE);
        }
        return power == null ? Power.READ : power(power);
    }
}
