package io.haina.exchange;

import io.haina.access.UseCase;
import io.haina.field.RecordKind;

/**
 * The list that an export of a kind is made of.
 *
 * @param useCase how far it reaches
 */
record Listing(RecordKind kind, UseCase useCase) {}
