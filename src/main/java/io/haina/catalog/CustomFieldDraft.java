package io.haina.catalog;

import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;

/**
 * What an admin says of a field of the tenant's own.
 *
 * @param maximumLength in characters, for texts; 0 for the usual
 */
public record CustomFieldDraft(RecordKind kind, String label, FieldType type, int maximumLength, FieldRules rules) {}
