/** The catalogue of fields of every kind of record: their types, limits and where they are stored. */
@NullMarked
package io.haina.field;

import org.jspecify.annotations.NullMarked;
