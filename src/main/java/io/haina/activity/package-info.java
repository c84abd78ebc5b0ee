/** Follow-ups: calls, visits and the like, by whom and when. */
@NullMarked
package io.haina.activity;

import org.jspecify.annotations.NullMarked;
