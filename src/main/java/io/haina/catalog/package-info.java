/** The fields of every kind of record as a tenant has them: the program's and its own, with the rules it sets for each. */
@NullMarked
package io.haina.catalog;

import org.jspecify.annotations.NullMarked;
