package io.haina.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a company knows of one of its people beside how they sign in; null for what it does not know. Days are calendar
 * days, without a zone.
 *
 * @param jobNumber occurs once in a company
 * @param nickname what colleagues and customers call the person
 * @param avatarUrl where a picture of the person lies
 * @param title the number of a position, in a list that the company keeps elsewhere
 * @param rankId the number of a rank, in such a list, as is its type
 * @param enteredOn the first day of work
 * @param officialOn the first day after probation
 * @param resignedOn the last day of work
 */
public record StaffDetails(
        @Nullable String jobNumber,
        @Nullable String nickname,
        @Nullable String avatarUrl,
        @Nullable Sex sex,
        @Nullable LocalDate birthday,
        @Nullable Integer title,
        @Nullable String address,
        @Nullable String school,
        @Nullable String education,
        @Nullable Integer rankId,
        @Nullable Integer rankType,
        @Nullable LocalDate enteredOn,
        @Nullable LocalDate officialOn,
        @Nullable LocalDate resignedOn) {}
