/** What all tests share: a running server, companies to work with, a clock that can be moved, a client. */
@NullMarked
package io.haina.testing;

import org.jspecify.annotations.NullMarked;
