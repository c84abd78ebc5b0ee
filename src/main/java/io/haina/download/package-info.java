/** Files that are made to be fetched for a while, by a link that opens without a credential. */
@NullMarked
package io.haina.download;

import org.jspecify.annotations.NullMarked;
