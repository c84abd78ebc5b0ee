package io.haina.exchange;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is refused.
 *
 * @param field the core's name of the field that it is about; null for the whole row
 * @param rule that a value breaks; null where it breaks none
 */
public record RowProblem(
        RowReason reason, @Nullable String field, @Nullable Rule rule) {

    static RowProblem of(RowReason reason) {
        return new RowProblem(reason, null, null);
    }

    static RowProblem of(RowReason reason, String field) {
        return new RowProblem(reason, field, null);
    }

    /** What a refusal of a use case means for a row. */
    static RowProblem of(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid ->
                new RowProblem(
                        invalid.rule() == Rule.REQUIRED ? RowReason.REQUIRED : RowReason.INVALID,
                        invalid.field(),
                        invalid.rule());
            case Problem.DuplicateCustomer duplicate -> of(RowReason.TAKEN);
            case Problem.HoldingLimitReached limit -> of(RowReason.LIMIT);
            case Problem.RoleRequired required -> of(RowReason.NO_RIGHT);
            case Problem.ValueTaken taken -> of(RowReason.TAKEN, taken.field());
            case Problem.CustomerLocked() -> of(RowReason.LOCKED);
            case Problem.CustomerWon() -> of(RowReason.WON);
            case Problem.InPool() -> of(RowReason.IN_POOL);
            case Problem.NotInPool() -> of(RowReason.NOT_IN_POOL);
            case Problem.CoolingDown cooling -> of(RowReason.COOLING_DOWN);
            case Problem.ClaimQuotaUsed quota -> of(RowReason.LIMIT);
            case Problem.AlreadyConverted() -> of(RowReason.CONVERTED);
            case Problem.ProtectionEnded(), Problem.OpportunityEnded() -> of(RowReason.ENDED);
            case Problem.RecordInUse inUse -> of(RowReason.IN_USE);
            case Problem.FieldReadOnly readOnly -> of(RowReason.NO_RIGHT);
            case Problem.NotFound(Problem.Kind kind) ->
                of(kind == Problem.Kind.CUSTOMER ? RowReason.NO_SUCH_CUSTOMER : RowReason.NO_RIGHT);
            default -> of(RowReason.FAILED);
        };
    }
}
