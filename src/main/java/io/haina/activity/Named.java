package io.haina.activity;

/** Somebody or something that an entry speaks of, as far as it is shown there. */
public record Named(long id, String name) {}
