/** Whom outreach workers wrote to, what came of it, and the leads that become of it. */
@NullMarked
package io.haina.outreach;

import org.jspecify.annotations.NullMarked;
