/** Document 003: outreach records, their export, and leads made of them. */
@NullMarked
package io.haina.dialect.outreach;

import org.jspecify.annotations.NullMarked;
