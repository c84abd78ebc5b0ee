/** Requests that a manager decides, and whose decision is carried out in the same transaction. */
@NullMarked
package io.haina.approval;

import org.jspecify.annotations.NullMarked;
