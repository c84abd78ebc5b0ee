package io.haina.opportunity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * So much of a product in an opportunity.
 *
 * @param productName null in a line that is not stored yet
 * @param price of one by the list
 * @param salesPrice of one as it is offered
 * @param discount from the one to the other, in per cent, as it was agreed
 * @param subtotal the price as offered times the number, in two digits
 */
public record ProductLine(
        long productId,
        @Nullable String productName,
        BigDecimal price,
        BigDecimal salesPrice,
        BigDecimal num,
        BigDecimal discount,
        BigDecimal subtotal,
        @Nullable String unit) {}
