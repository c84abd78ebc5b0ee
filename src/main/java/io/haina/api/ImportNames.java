package io.haina.api;

import io.haina.dialect.Inputs;
import io.haina.dialect.StrictJson;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes as text beside a file. */
final class ImportNames {

    private static final int LONGEST_MAPPING = 50_000;
    private static final int MOST_COLUMNS = 500;
    private static final JsonMapper JSON = StrictJson.builder().build();

    private ImportNames() {}

    /** What tells a file from every other. */
    static String digest(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return file.getOriginalFilename() + " " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** Fields by column. @throws Refused for what is no JSON object of names by numbers; null leaves a column out */
    static Map<Integer, String> mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        JsonNode json = read(text);
        if (!json.isObject()) {
            throw Refused.invalid("mapping", Rule.WRONG_TYPE);
        }
        Map<Integer, String> mapping = new HashMap<>();
        json.properties().forEach(entry -> {
            if (!entry.getKey().matches("[0-9]{1,3}")) {
                throw Refused.invalid("mapping", Rule.MALFORMED);
            }
            int column = Integer.parseInt(entry.getKey());
            if (column >= MOST_COLUMNS) {
                throw new Refused(new Problem.Invalid("mapping", Rule.OUT_OF_RANGE, MOST_COLUMNS));
            }
            if (entry.getValue().isString()) {
                mapping.put(column, entry.getValue().stringValue());
            } else if (!entry.getValue().isNull()) {
                throw Refused.invalid("mapping", Rule.WRONG_TYPE);
            }
        });
        if (mapping.isEmpty()) {
            throw Refused.invalid("mapping", Rule.REQUIRED);
        }
        return mapping;
    }

    private static JsonNode read(String text) {
        if (text.length() > LONGEST_MAPPING) {
            throw new Refused(new Problem.Invalid("mapping", Rule.TOO_LONG, LONGEST_MAPPING));
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw Refused.invalid("mapping", Rule.MALFORMED);
        }
    }

    /** The number of a record; null where nothing was sent. @throws Refused for what is none */
    static @Nullable Long id(String field, @Nullable String text) {
        String plain = Inputs.text(field, text);
        if (plain == null) {
            return null;
        }
        if (!plain.matches("[1-9][0-9]{0,17}")) {
            throw Refused.invalid(field, Rule.WRONG_TYPE);
        }
        return Long.valueOf(plain);
    }

    /** True or false; false where nothing was sent. @throws Refused for another word */
    static boolean truth(String field, @Nullable String text) {
        return switch (Inputs.text(field, text)) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.invalid(field, Rule.NOT_A_CHOICE);
        };
    }
}
