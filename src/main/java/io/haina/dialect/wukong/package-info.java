/** The Wukong contract (document 002): leads, customers, contacts, opportunities, scenes, custom fields, Excel in and out. */
@NullMarked
package io.haina.dialect.wukong;

import org.jspecify.annotations.NullMarked;
