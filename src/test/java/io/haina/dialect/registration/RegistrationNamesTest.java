package io.haina.dialect.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.activity.ActivityKind;
import io.haina.stats.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RegistrationNamesTest {

    @Test
    void a_rate_is_won_among_decided_with_two_decimals_rounded_half_up() {
        assertThat(RegistrationNames.rate(3, 2)).isEqualTo("60.00%");
        assertThat(RegistrationNames.rate(1, 2)).isEqualTo("33.33%");
        assertThat(RegistrationNames.rate(2, 1)).isEqualTo("66.67%");
        assertThat(RegistrationNames.rate(1, 799)).isEqualTo("0.13%");
        assertThat(RegistrationNames.rate(0, 5)).isEqualTo("0.00%");
        assertThat(RegistrationNames.rate(5, 0)).isEqualTo("100.00%");
        assertThat(RegistrationNames.rate(0, 0)).isEqualTo("0.00%");
    }

    @Test
    void a_period_is_called_by_day_iso_week_or_month() {
        assertThat(RegistrationNames.label(LocalDate.of(2024, 1, 1), Period.DAY))
                .isEqualTo("2024-01-01");
        assertThat(RegistrationNames.label(LocalDate.of(2024, 1, 15), Period.WEEK))
                .isEqualTo("2024-W03");
        assertThat(RegistrationNames.label(LocalDate.of(2024, 12, 30), Period.WEEK))
                .isEqualTo("2025-W01");
        assertThat(RegistrationNames.label(LocalDate.of(2027, 1, 1), Period.WEEK))
                .isEqualTo("2026-W53");
        assertThat(RegistrationNames.label(LocalDate.of(2024, 2, 1), Period.MONTH))
                .isEqualTo("2024-02");
    }

    @Test
    void times_are_shown_in_the_zone() {
        Instant instant = Instant.parse("2024-02-20T02:30:00.987Z");
        assertThat(RegistrationNames.time(instant, ZoneId.of("Asia/Shanghai"))).isEqualTo("2024-02-20 10:30:00");
        assertThat(RegistrationNames.time(instant, ZoneId.of("America/New_York")))
                .isEqualTo("2024-02-19 21:30:00");
    }

    @Test
    void kinds_of_follow_up_that_the_document_does_not_know_are_other() {
        assertThat(RegistrationNames.followupType(ActivityKind.VISIT)).isEqualTo("visit");
        assertThat(RegistrationNames.followupType(ActivityKind.AFTER_SALES)).isEqualTo("other");
    }

    @Test
    void a_field_is_called_as_the_endpoint_calls_it() {
        assertThat(RegistrationNames.field("reason", "/api/pool/release")).isEqualTo("release_reason");
        assertThat(RegistrationNames.field("reason", "/api/approvals")).isEqualTo("reason");
        assertThat(RegistrationNames.field("name", "/api/customers")).isEqualTo("customer_name");
        assertThat(RegistrationNames.field("limit", "/api/customers")).isEqualTo("limit");
    }
}
