/** Spreadsheet files, read and written row by row; knows nothing of what is in them. */
@NullMarked
package io.haina.sheet;

import org.jspecify.annotations.NullMarked;
