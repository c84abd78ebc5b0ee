package io.haina.api;

import io.haina.access.Actor;
import io.haina.app.Network;
import io.haina.app.Replay;
import io.haina.dialect.Inputs;
import io.haina.field.Moments;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.RecordProblems;
import io.haina.tenant.AppRight;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the native API spells what is no text: words are small, with hyphens; durations are ISO 8601. */
final class ApiNames {

    static final String DIALECT = "v1";

    /** Where the records of a kind are. */
    static final String RECORDS = "/api/v1/{kind:leads|customers|contacts|opportunities|products}";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int LONGEST_DURATION = 32;
    private static final int USUAL_SIZE = 25;
    private static final int MOST_IDS = 1000;

    private ApiNames() {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words(Set<? extends Enum<?>> values) {
        return values.stream().map(ApiNames::word).toList();
    }

    /**
     * Whether somebody would like to read Chinese, and else English.
     *
     * @param language {@code zh-CN} or {@code en}; null to go by the languages
     * @param languages as in {@code Accept-Language}; the first counts
     * @param usual where nothing is said
     * @throws Refused for a language that there is not
     */
    static boolean isChinese(@Nullable String language, @Nullable String languages, boolean usual) {
        if (language != null) {
            return switch (language) {
                case "zh-CN" -> true;
                case "en" -> false;
                default -> throw Refused.invalid("language", Rule.NOT_A_CHOICE);
            };
        }
        return languages == null
                ? usual
                : languages.strip().toLowerCase(Locale.ROOT).startsWith("zh");
    }

    /** @throws Refused for a text that is missing or empty */
    static String text(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        return text;
    }

    /** The text of a value, null where it is null. @throws Refused if it is something else */
    static @Nullable String text(String field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refused.invalid(field, Rule.WRONG_TYPE);
        }
        return value.stringValue();
    }

    /**
     * The number that a link is written as, or the object that it is shown as; null where it is null.
     *
     * @throws Refused if it is something else
     */
    static @Nullable Long link(String field, @Nullable JsonNode value) {
        JsonNode id = value == null || !value.isObject() ? value : value.path("id");
        if (id == null || id.isNull()) {
            return null;
        }
        if (!id.isIntegralNumber()) {
            throw Refused.invalid(field, Rule.WRONG_TYPE);
        }
        if (!id.canConvertToLong()) {
            throw Refused.invalid(field, Rule.OUT_OF_RANGE);
        }
        return id.longValue();
    }

    /** What the API calls a value that the core calls otherwise. */
    static String field(String core) {
        return switch (core) {
            case "username" -> "userName";
            case "realName" -> "name";
            case "extensionDays" -> "days";
            case "limit" -> "size";
            case "num" -> "quantity";
            case "products" -> "items";
            default -> core;
        };
    }

    /** @throws Refused for a word that is none */
    static @Nullable Set<AppRight> rights(@Nullable List<@Nullable String> words) {
        if (words == null) {
            return null;
        }
        Set<AppRight> rights = EnumSet.noneOf(AppRight.class);
        words.forEach(word -> rights.add(choice("rights", word, AppRight.values())));
        return rights;
    }

    /** @throws Refused for a word that is none */
    static @Nullable Replay replay(@Nullable String word) {
        return word == null ? null : choice("replay", word, Replay.values());
    }

    /** The kind that a path names, as a plural. @throws Refused where there is nothing at such a path */
    static RecordKind kind(String word) {
        return switch (word) {
            case "leads" -> RecordKind.LEAD;
            case "customers" -> RecordKind.CUSTOMER;
            case "contacts" -> RecordKind.CONTACT;
            case "opportunities" -> RecordKind.OPPORTUNITY;
            case "products" -> RecordKind.PRODUCT;
            default -> throw new Refused(new Problem.NoSuchPath());
        };
    }

    /** The kind that a value names as paths do. @throws Refused for a word that is none */
    static RecordKind namedKind(String field, String word) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, Rule.NOT_A_CHOICE));
    }

    /** How paths name a kind. */
    static String kind(RecordKind kind) {
        return switch (kind) {
            case LEAD -> "leads";
            case CUSTOMER -> "customers";
            case CONTACT -> "contacts";
            case OPPORTUNITY -> "opportunities";
            case PRODUCT -> "products";
        };
    }

    /** An instant in ISO 8601, or a day, which is its first moment in the company's zone. @throws Refused if it is none */
    static @Nullable Instant instant(Actor actor, String field, @Nullable String text) {
        return text == null ? null : Moments.instant(field, text, actor.tenant().zone());
    }

    /** @throws Refused for a page that is none */
    static Page page(@Nullable String page, @Nullable String size) {
        return new Page(Inputs.integer("page", page, 1), size(size));
    }

    /** How many rows a page has. @throws Refused for more than any list serves at once, rather than answering fewer */
    static int size(@Nullable String size) {
        int rows = Inputs.integer("size", size, USUAL_SIZE);
        if (rows < 1 || rows > Page.MAXIMUM_SIZE) {
            throw new Refused(new Problem.Invalid("size", Rule.OUT_OF_RANGE, Page.MAXIMUM_SIZE));
        }
        return rows;
    }

    /** The value that a word means. @throws Refused for a word that is none, or missing */
    static <E extends Enum<E>> E choice(String field, @Nullable String word, E[] choices) {
        return Arrays.stream(choices)
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, word == null ? Rule.REQUIRED : Rule.NOT_A_CHOICE));
    }

    /** @throws Refused for a text that is no address and no range of addresses */
    static @Nullable List<Network> networks(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? null
                : texts.stream()
                        .map(text -> Optional.ofNullable(text)
                                .flatMap(Network::of)
                                .orElseThrow(() -> Refused.invalid("networks", Rule.MALFORMED)))
                        .toList();
    }

    /** @throws Refused for a text that is no duration */
    static Duration duration(String field, String text) {
        try {
            if (text.length() <= LONGEST_DURATION) {
                return Duration.parse(text);
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // told below
        }
        throw Refused.invalid(field, Rule.MALFORMED);
    }

    /** A value that must be there. @throws Refused if it is not */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        return value;
    }

    /** The number of an app in an address; what is no number is no app's. */
    static long appid(String text) {
        return id(Problem.Kind.APP, text);
    }

    /** The number of a record in an address; what is no number is no record's. */
    static long id(Problem.Kind kind, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Refused.notFound(kind);
        }
        return Long.parseLong(text);
    }

    /** A calendar period in ISO 8601, such as {@code P1M}; null for none. @throws Refused for a text that is none */
    static @Nullable Period period(String field, @Nullable String text) {
        try {
            if (text == null) {
                return null;
            }
            if (text.length() <= LONGEST_DURATION) {
                return Period.parse(text);
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // told below
        }
        throw Refused.invalid(field, Rule.MALFORMED);
    }

    /** Numbers of records, each once. @throws Refused if one is missing, or there are more than anybody names */
    static List<Long> ids(String field, @Nullable List<@Nullable Long> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.size() > MOST_IDS) {
            throw new Refused(new Problem.Invalid(field, Rule.TOO_LONG, MOST_IDS));
        }
        return ids.stream()
                .map(id -> Optional.ofNullable(id).orElseThrow(() -> Refused.invalid(field, Rule.REQUIRED)))
                .distinct()
                .toList();
    }

    /** As {@link #ids}, of which there must be some. @throws Refused also if there are none */
    static List<Long> someIds(String field, @Nullable List<@Nullable Long> ids) {
        if (ids == null || ids.isEmpty()) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        return ids(field, ids);
    }

    /** A number that must be there. @throws Refused if it is missing */
    static long required(String field, @Nullable Long number) {
        if (number == null) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        return number;
    }

    /** As {@link #id(Problem.Kind, String)}, of a record of a kind. */
    static long id(RecordKind kind, String text) {
        return id(RecordProblems.kind(kind), text);
    }

    /** The line of the audit behind which to go on; null from the newest. @throws Refused for a text that is none */
    static @Nullable Long line(@Nullable String cursor) {
        String text = Inputs.text("cursor", cursor);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw Refused.invalid("cursor", Rule.MALFORMED);
        }
        return Long.valueOf(text);
    }
}
