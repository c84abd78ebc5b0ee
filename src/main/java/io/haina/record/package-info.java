/** Reading and writing of records by their catalogue: what all kinds have in common, whatever their fields are. */
@NullMarked
package io.haina.record;

import org.jspecify.annotations.NullMarked;
