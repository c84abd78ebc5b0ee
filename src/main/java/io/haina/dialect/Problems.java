package io.haina.dialect;

import io.haina.audit.RequestId;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads out of whatever a request ran into what is wrong with the request, if anything is. */
final class Problems {

    private static final int LONGEST_NAME = 64;
    private static final Duration BUSY = Duration.ofSeconds(5);
    /** Whoever stood in the way has gone on by now. */
    private static final Duration COLLIDED = Duration.ofSeconds(1);

    private Problems() {}

    /** The problem; a {@link Problem.Failure} where the fault is the server's. */
    static Problem of(Throwable thrown) {
        Refused refused = cause(thrown, Refused.class);
        if (refused != null) {
            return refused.problem();
        }
        return switch (thrown) {
            case HttpMessageNotReadableException e -> unreadable(e);
            case MissingServletRequestParameterException e -> Problem.Invalid.sent(e.getParameterName(), Rule.REQUIRED);
            case MissingServletRequestPartException e -> Problem.Invalid.sent(e.getRequestPartName(), Rule.REQUIRED);
            case MethodArgumentTypeMismatchException e -> Problem.Invalid.sent(name(e.getName()), Rule.MALFORMED);
            case HttpRequestMethodNotSupportedException e ->
                new Problem.MethodNotAllowed(
                        e.getSupportedMethods() == null ? Set.of() : Set.of(e.getSupportedMethods()));
            case HttpMediaTypeNotSupportedException _ -> new Problem.MediaTypeRefused();
            case MaxUploadSizeExceededException _ -> new Problem.TooLarge(BodyLimit.MAXIMUM_FILE);
            case MultipartException _ -> new Problem.Unreadable();
            case NoResourceFoundException _ -> new Problem.NoSuchPath();
            case NoHandlerFoundException _ -> new Problem.NoSuchPath();
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default -> ofOther(thrown);
        };
    }

    private static Problem ofOther(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof HttpException http) {
                return ofStatus(http.getCode());
            }
        }
        if (cause(thrown, ConcurrencyFailureException.class) != null) {
            return new Problem.Unavailable(COLLIDED);
        }
        return cause(thrown, TransientDataAccessResourceException.class) == null
                ? failure()
                : new Problem.Unavailable(BUSY);
    }

    /** The problem behind a bare HTTP status. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> new Problem.NoSuchPath();
            case 405 -> new Problem.MethodNotAllowed(Set.of());
            case 413 -> new Problem.TooLarge(BodyLimit.MAXIMUM);
            case 415 -> new Problem.MediaTypeRefused();
            default -> status >= 400 && status < 500 ? new Problem.Unreadable() : failure();
        };
    }

    private static Problem failure() {
        return new Problem.Failure(Objects.requireNonNullElse(RequestId.current(), "-"));
    }

    private static Problem unreadable(HttpMessageNotReadableException thrown) {
        JacksonException e = cause(thrown, JacksonException.class);
        if (e == null) {
            return new Problem.Unreadable();
        }
        String path = path(e.getPath());
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                Problem.Invalid.sent(name(unknown.getPropertyName()), Rule.UNKNOWN);
            case MismatchedInputException _ when path.isEmpty() -> new Problem.Unreadable();
            case InvalidFormatException format
            when format.getTargetType() == UUID.class -> Problem.Invalid.sent(path, Rule.MALFORMED);
            case MismatchedInputException _
            when cause(e, InputCoercionException.class) != null -> Problem.Invalid.sent(path, Rule.OUT_OF_RANGE);
            case MismatchedInputException _ -> Problem.Invalid.sent(path, Rule.WRONG_TYPE);
            case InputCoercionException _ when !path.isEmpty() -> Problem.Invalid.sent(path, Rule.OUT_OF_RANGE);
            default -> new Problem.Unreadable();
        };
    }

    private static String path(List<JacksonException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() != null) {
                text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return name(text.toString());
    }

    /** A name that a client sent, fit to be shown to the client. */
    static String name(@Nullable String name) {
        String shown = name == null ? "" : name.replaceAll("[^\\p{L}\\p{N}_.\\-]", "?");
        return shown.substring(
                0, shown.offsetByCodePoints(0, Math.min(LONGEST_NAME, shown.codePointCount(0, shown.length()))));
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < 20; depth++) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
            each = each.getCause();
        }
        return null;
    }
}
