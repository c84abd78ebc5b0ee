/** The way to PostgreSQL: filters become SQL, several writes become one statement. */
@NullMarked
package io.haina.database;

import org.jspecify.annotations.NullMarked;
