package io.haina.outreach;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a worker wrote to.
 *
 * @param contact a phone number, a chat name, or whatever leads to the person
 * @param replyStatus in the workers' own words
 * @param accountId the account from which the worker wrote, as the worker numbers it
 * @param workerId who or what wrote, as the worker says
 * @param contactedAt to the second
 * @param leadId the lead that became of it, or null
 */
public record OutreachRecord(
        long id,
        UUID uuid,
        String name,
        @Nullable String position,
        @Nullable String contact,
        String replyStatus,
        boolean wechatExchanged,
        @Nullable Long accountId,
        @Nullable String workerId,
        @Nullable String notes,
        @Nullable Instant contactedAt,
        @Nullable Long leadId,
        long ownerId,
        @Nullable Long teamId,
        Instant createdAt) {}
