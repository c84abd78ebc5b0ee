package io.haina.opportunity;

import static io.haina.field.Field.stored;
import static io.haina.field.RecordKind.OPPORTUNITY;

import io.haina.access.Actor;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import io.haina.field.Values;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the product lines of a draft, and computes what they come to; sums that clients send are not believed. */
final class LineReader {

    private static final String PRODUCTS = "products";
    private static final int MOST = 500;
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999999.99");
    private static final BigDecimal MOST_OF_ONE = new BigDecimal("99999999999999");
    private static final BigDecimal LARGEST_DISCOUNT = new BigDecimal("99999.99");

    private static final FieldCatalog CATALOG = new FieldCatalog(List.of(
            stored(OPPORTUNITY, "productId", "", FieldType.RECORD, "product_id", 0)
                    .asRequired(),
            stored(OPPORTUNITY, "price", "", FieldType.MONEY, "price", 0),
            stored(OPPORTUNITY, "salesPrice", "", FieldType.MONEY, "sales_price", 0),
            stored(OPPORTUNITY, "num", "", FieldType.DECIMAL, "num", 0),
            stored(OPPORTUNITY, "discount", "", FieldType.MONEY, "discount", 0),
            stored(OPPORTUNITY, "subtotal", "", FieldType.DECIMAL, "subtotal", 0),
            stored(OPPORTUNITY, "unit", "", FieldType.TEXT, "unit", 50)));

    private LineReader() {}

    /** The lines of a draft, in its order. @throws Refused if a line has no product, or a value breaks a rule */
    static List<ProductLine> read(Actor actor, List<? extends Map<String, ? extends @Nullable Object>> raw) {
        if (raw.size() > MOST) {
            throw new Refused(new Problem.Invalid(PRODUCTS, Rule.TOO_LONG, MOST));
        }
        return raw.stream().map(each -> line(actor, each)).toList();
    }

    private static ProductLine line(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        Map<String, @Nullable Object> draft = new HashMap<>(raw);
        draft.remove("subtotal");
        Values values = CATALOG.readNew(draft, actor.role(), actor.tenant().zone());
        if (!(values.get("productId") instanceof Long product)) {
            throw Refused.invalid("productId", Rule.REQUIRED);
        }
        BigDecimal salesPrice = upTo(values, "salesPrice", LARGEST);
        BigDecimal num = upTo(values, "num", MOST_OF_ONE);
        BigDecimal discount = number(values, "discount");
        if (discount.abs().compareTo(LARGEST_DISCOUNT) > 0) {
            throw new Refused(new Problem.Invalid("discount", Rule.OUT_OF_RANGE, LARGEST_DISCOUNT));
        }
        return new ProductLine(
                product,
                null,
                upTo(values, "price", LARGEST),
                salesPrice,
                num,
                discount,
                within("subtotal", salesPrice.multiply(num).setScale(2, RoundingMode.HALF_UP)),
                (String) values.get("unit"));
    }

    private static BigDecimal number(Values values, String name) {
        return values.get(name) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    private static BigDecimal upTo(Values values, String name, BigDecimal most) {
        BigDecimal number = number(values, name);
        if (number.signum() < 0 || number.compareTo(most) > 0) {
            throw new Refused(new Problem.Invalid(name, Rule.OUT_OF_RANGE, most));
        }
        return number;
    }

    private static BigDecimal within(String name, BigDecimal amount) {
        if (amount.compareTo(LARGEST) > 0) {
            throw new Refused(new Problem.Invalid(name, Rule.OUT_OF_RANGE, LARGEST));
        }
        return amount;
    }

    /** A discount that a draft names, zero where it names none. @throws Refused if it is not from 0 to 100 */
    static BigDecimal discount(Values values) {
        return upTo(values, OpportunityFields.DISCOUNT_RATE, HUNDRED);
    }

    /** What lines come to after a discount in per cent, in two digits. @throws Refused if that is more than can be kept */
    static BigDecimal total(List<ProductLine> lines, BigDecimal discount) {
        BigDecimal sum = lines.stream().map(ProductLine::subtotal).reduce(BigDecimal.ZERO, BigDecimal::add);
        return within(
                OpportunityFields.TOTAL_PRICE,
                sum.multiply(HUNDRED.subtract(discount)).divide(HUNDRED, 2, RoundingMode.HALF_UP));
    }
}
