/** Why the core refuses: facts without wording; each dialect finds its own words for them. */
@NullMarked
package io.haina.problem;

import org.jspecify.annotations.NullMarked;
