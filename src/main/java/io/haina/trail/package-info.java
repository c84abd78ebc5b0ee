/** What the audit kept, read again: who changed what, what happened to a record, and the feed of changes. */
@NullMarked
package io.haina.trail;

import org.jspecify.annotations.NullMarked;
