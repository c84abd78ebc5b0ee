/** The PostgreSQL that a server brings along and runs itself when no {@code spring.datasource.url} is given. */
@NullMarked
package io.haina.database.embedded;

import org.jspecify.annotations.NullMarked;
