/** Companies that are reported, found, followed and won, and the check that keeps them single. */
@NullMarked
package io.haina.customer;

import org.jspecify.annotations.NullMarked;
