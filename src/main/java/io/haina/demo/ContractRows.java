package io.haina.demo;

import org.jspecify.annotations.Nullable;

/** A won customer's contract, with a payment on it and a word of satisfaction at most. */
final class ContractRows {

    private final LifeRows rows;
    private final long owner;
    private final @Nullable Long team;
    private final Dice dice;

    ContractRows(LifeRows rows, long owner, @Nullable Long team, Dice dice) {
        this.rows = rows;
        this.owner = owner;
        this.team = team;
        this.dice = dice;
    }

    void write(int index, long customer, long contact, Life life) {
        long signed = life.updatedAt;
        int thousands = 20 + dice.below(500);
        long id = rows.next(Sheet.CONTRACT);
        rows.row(Sheet.CONTRACT)
                .number(id)
                .uuid(LifeRows.uuid(signed, dice))
                .number(customer)
                .text(life.company.name() + "服务合同")
                .text("HT-" + (100_000 + index))
                .numeric(thousands * 1000)
                .instant(signed)
                .instant(signed)
                .instant(signed)
                .instant(signed + 365 * WorkCalendar.DAY)
                .number(owner)
                .number(team)
                .number(owner)
                .number(team)
                .number(owner)
                .number(owner)
                .instant(signed)
                .instant(signed);
        rows.row(Sheet.FOLLOWER).number(id).number(owner).integer(1).instant(signed);
        if (dice.chance(0.7)) {
            rows.row(Sheet.PAYMENT)
                    .number(rows.next(Sheet.PAYMENT))
                    .number(id)
                    .numeric(thousands * (dice.chance(0.5) ? 1000 : 300))
                    .instant(signed)
                    .number(owner)
                    .instant(signed);
        }
        if (contact != 0 && dice.chance(0.5)) {
            rows.row(Sheet.SATISFACTION)
                    .number(rows.next(Sheet.SATISFACTION))
                    .uuid(LifeRows.uuid(signed, dice))
                    .number(contact)
                    .integer(dice.below(13) - 2)
                    .instant(signed)
                    .text(dice.pick(Phrases.REPLIES))
                    .number(owner)
                    .instant(signed)
                    .instant(signed);
        }
    }
}
