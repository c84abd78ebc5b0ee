/** The one folder on disk that belongs to a server: its database, secrets and files. */
@NullMarked
package io.haina.home;

import org.jspecify.annotations.NullMarked;
