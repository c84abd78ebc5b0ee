/** Document 004: the signed customer API for other companies' servers. */
@NullMarked
package io.haina.dialect.openapi;

import org.jspecify.annotations.NullMarked;
