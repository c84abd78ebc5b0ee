package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.contract.Contract;
import io.haina.contract.Payment;
import io.haina.contract.Signings;
import io.haina.dialect.Numbers;
import io.haina.staff.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shapes of contracts, and of what was signed. */
sealed interface ContractWire extends EartipWire {

    /** Of which companies contracts or what they signed are asked for. */
    record Wanted(
            @JsonProperty("organization_ids") @JsonAlias("organization_ids[]") @Nullable
            Numbers organizations,

            @JsonProperty("start_time") @Nullable String start,
            @JsonProperty("end_time") @Nullable String end,
            @Nullable Integer page,
            @Nullable Integer count)
            implements ContractWire {}

    /** A contract as it came in. Who made and who changed it is known from the sid, whatever the request says. */
    record Draft(
            @JsonProperty("contract_id") @Nullable Long id,
            @JsonProperty("organization_id") @Nullable Object organization,
            @JsonProperty("business_id") @Nullable Object business,
            @Nullable Object name,
            @Nullable Object code,
            @Nullable Object amount,
            @JsonProperty("sign_time") @Nullable Object signTime,
            @JsonProperty("aging_start_time") @Nullable Object agingStart,
            @JsonProperty("aging_end_time") @Nullable Object agingEnd,
            @JsonProperty("remit_amount") @Nullable Object remitAmount,
            @JsonProperty("remit_time") @Nullable Object remitTime,

            @JsonProperty("follower_id") @JsonAlias("follower_id[]") @Nullable
            Numbers followers,

            @Nullable Object note)
            implements ContractWire {}

    /** Which contract. */
    record Named(@JsonProperty("contract_id") @Nullable Long id) implements ContractWire {}

    /** A contract that was made. */
    record MadeContract(@JsonProperty("contract_id") long id) implements ContractWire {}

    /** A payment on a contract; negative where it takes something back. */
    record Remit(
            @Nullable String amount,
            @JsonProperty("remit_time") String time,
            @JsonProperty("operator_id") long operator)
            implements ContractWire {

        static Remit of(Payment payment, ZoneId zone) {
            return new Remit(
                    EartipNames.money(payment.amount()),
                    EartipNames.time(payment.paidAt(), zone),
                    payment.recordedBy());
        }
    }

    /** A contract. */
    record Row(
            long id,
            @JsonProperty("organization_id") long organization,
            @JsonProperty("business_id") @Nullable Long business,
            String name,
            String code,
            @Nullable String amount,
            @JsonProperty("sign_time") @Nullable String signTime,
            List<Person> follower,
            int status,
            @JsonProperty("aging_start_time") @Nullable String agingStart,
            @JsonProperty("aging_end_time") @Nullable String agingEnd,
            @JsonProperty("remit_amount") @Nullable String remitAmount,
            @JsonProperty("remit_time") @Nullable String remitTime,
            List<Remit> remits,
            String createTime,
            String updateTime,
            @Nullable String note,
            Person editor,
            Person creator)
            implements ContractWire {

        static Row of(Contract contract, Map<Long, Profile> people, ZoneId zone) {
            return new Row(
                    contract.id(),
                    contract.customer(),
                    contract.opportunity(),
                    contract.name(),
                    EartipNames.text(contract.code()),
                    EartipNames.money(ContractNames.amount(contract)),
                    EartipNames.timeOrNull(contract.signedAt(), zone),
                    contract.followers().stream().map(id -> person(id, people)).toList(),
                    contract.status(),
                    EartipNames.timeOrNull(contract.agesFrom(), zone),
                    EartipNames.timeOrNull(contract.agesUntil(), zone),
                    EartipNames.money(contract.paid()),
                    EartipNames.timeOrNull(contract.paidAt(), zone),
                    contract.payments().stream()
                            .map(each -> Remit.of(each, zone))
                            .toList(),
                    EartipNames.time(contract.createdAt(), zone),
                    EartipNames.time(contract.updatedAt(), zone),
                    contract.note(),
                    person(contract.editor(), people),
                    person(contract.creator(), people));
        }

        private static Person person(long id, Map<Long, Profile> people) {
            return Person.of(Objects.requireNonNull(people.get(id)));
        }
    }

    /** What a company signed. */
    record Signed(
            @JsonProperty("organization_id") long organization,
            @JsonProperty("sign_amount") @Nullable String amount,
            @JsonProperty("sign_count") long count,
            @JsonProperty("min_sign_time") String first)
            implements ContractWire {

        static Signed of(Signings signings, ZoneId zone) {
            return new Signed(
                    signings.customer(),
                    EartipNames.money(signings.amount()),
                    signings.count(),
                    EartipNames.time(signings.first(), zone));
        }
    }
}
