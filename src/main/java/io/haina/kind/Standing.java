package io.haina.kind;

/**
 * As what a record stands there.
 *
 * @param version another one after every change of the record
 * @param mayChange what the actor may do with it, as is what follows
 */
public record Standing(String version, boolean mayChange, boolean mayDelete, boolean mayTransfer) {}
