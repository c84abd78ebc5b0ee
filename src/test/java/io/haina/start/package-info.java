@NullMarked
package io.haina.start;

import org.jspecify.annotations.NullMarked;
