/** Customers as the other systems of a company read and write them: all of the company's, whoever holds them. */
@NullMarked
package io.haina.integration;

import org.jspecify.annotations.NullMarked;
