/** Files that belong to a record, kept under the home folder. */
@NullMarked
package io.haina.attachment;

import org.jspecify.annotations.NullMarked;
