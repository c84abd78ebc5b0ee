/** The kinds of record, each with its use cases, for what treats all of them alike. */
@NullMarked
package io.haina.kind;

import org.jspecify.annotations.NullMarked;
