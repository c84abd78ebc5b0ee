/** What a company's clients show in their menus, and to whom. */
@NullMarked
package io.haina.menu;

import org.jspecify.annotations.NullMarked;
