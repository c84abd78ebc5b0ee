/** Spreadsheets in and out: as jobs that show their progress, can be cancelled and undone, and survive a restart. */
@NullMarked
package io.haina.exchange;

import org.jspecify.annotations.NullMarked;
