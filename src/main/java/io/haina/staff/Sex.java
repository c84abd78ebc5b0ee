package io.haina.staff;

/** What a person is addressed as, where that is known. */
public enum Sex {
    MALE,
    FEMALE
}
