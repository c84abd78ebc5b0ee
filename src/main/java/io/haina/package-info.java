@NullMarked
package io.haina;

import org.jspecify.annotations.NullMarked;
