package io.haina.dialect;

import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the parameters marked with {@link Sent}. */
@Component
final class SentArguments implements HandlerMethodArgumentResolver {

    /** Digits before or behind the point that no value of a record needs, and that would take long to write out. */
    private static final int LARGEST_SCALE = 64;

    private final Dialects dialects;

    SentArguments(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Sent.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        Dialect dialect = dialects.of(parameter.getContainingClass());
        if (dialect == null) {
            throw new IllegalStateException(parameter.getContainingClass() + " belongs to no dialect");
        }
        JsonMapper json = dialect.json();
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        try {
            ObjectNode sent = parameters(json, request);
            if (isJson(request)) {
                sent.setAll(body(json, request));
            }
            sent.properties().forEach(entry -> check(Problems.name(entry.getKey()), entry.getValue()));
            return json.treeToValue(sent, json.constructType(parameter.getGenericParameterType()));
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("not as it should be", e, new ServletServerHttpRequest(request));
        }
    }

    /**
     * Query and form as one object of texts; what comes more than once is a list.
     *
     * @throws Refused if they cannot be read
     */
    private static ObjectNode parameters(JsonMapper json, HttpServletRequest request) {
        Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Refused(new Problem.Unreadable());
        }
        ObjectNode object = json.createObjectNode();
        parameters.forEach((name, values) -> {
            Set<String> distinct = new LinkedHashSet<>(List.of(values));
            if (distinct.size() == 1) {
                object.put(name, distinct.iterator().next());
            } else {
                ArrayNode list = object.putArray(name);
                distinct.forEach(list::add);
            }
        });
        return object;
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return false;
        }
        MediaType media;
        try {
            media = MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException e) {
            throw new Refused(new Problem.MediaTypeRefused());
        }
        if (media.isPresentIn(List.of(MediaType.APPLICATION_FORM_URLENCODED))
                || media.getType().equals("multipart")) {
            return false;
        }
        if (MediaType.APPLICATION_JSON.isCompatibleWith(media)
                || media.getSubtype().endsWith("+json")) {
            return true;
        }
        if (request.getContentLengthLong() == 0) {
            return false;
        }
        throw new Refused(new Problem.MediaTypeRefused());
    }

    /**
     * The object that a body is; nothing, and null, count as an empty one.
     *
     * @throws Refused if it is something else
     */
    private static ObjectNode body(JsonMapper json, HttpServletRequest request) throws IOException {
        JsonNode body = json.readTree(request.getInputStream());
        if (body == null || body.isMissingNode() || body.isNull()) {
            return json.createObjectNode();
        }
        if (!(body instanceof ObjectNode object)) {
            throw new Refused(new Problem.Unreadable());
        }
        return object;
    }

    /** Numbers that can be written out, and texts that can be stored: blanks and NUL alone would count as nothing sent. */
    private static void check(String name, JsonNode node) {
        if (node.isString() && !Texts.isStorable(node.stringValue())) {
            throw Refused.sent(name, Rule.FORBIDDEN_CHARACTER);
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            if (Math.abs((long) number.scale()) > LARGEST_SCALE || number.precision() > LARGEST_SCALE) {
                throw Refused.sent(name, Rule.OUT_OF_RANGE);
            }
        } else if (node.isContainer()) {
            node.values().forEach(child -> check(name, child));
        }
    }
}
