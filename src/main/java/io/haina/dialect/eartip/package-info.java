/** Document 001: staff and their menus, customers, visits, demands, satisfaction, contracts and statistics. */
@NullMarked
package io.haina.dialect.eartip;

import org.jspecify.annotations.NullMarked;
