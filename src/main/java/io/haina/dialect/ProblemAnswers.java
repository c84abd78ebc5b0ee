package io.haina.dialect;

import io.haina.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Whatever goes wrong in a request is answered in the envelope of the document that the client speaks: of the handler's
 * dialect, or before there is a handler, of the dialect that the path looks like.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAnswers implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Dialects dialects;

    ProblemAnswers(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        Problem problem = Problems.of(thrown);
        if (problem instanceof Problem.Failure && isDisconnect(thrown)) {
            log.debug("the client went away: {}", thrown.toString());
            return new ModelAndView();
        }
        if (problem instanceof Problem.Failure) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        } else if (problem instanceof Problem.Unavailable) {
            log.warn(
                    "{} {} was not served: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    NestedExceptionUtils.getMostSpecificCause(thrown).toString());
        }
        if (response.isCommitted()) {
            return new ModelAndView();
        }
        try {
            if (thrown instanceof MultipartException) {
                // Jetty gives up a connection on which a form was broken off; a client must not send the next request
                // there.
                response.setHeader(HttpHeaders.CONNECTION, "close");
            }
            write(problem, handler, request, response);
        } catch (IOException e) {
            log.debug("the client went away: {}", e.toString());
        }
        return new ModelAndView();
    }

    private static boolean isDisconnect(Exception thrown) {
        return thrown instanceof AsyncRequestNotUsableException
                || DisconnectedClientHelper.isClientDisconnectedException(thrown);
    }

    private void write(
            Problem problem, @Nullable Object handler, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        Dialect dialect = dialects.of(handler, path);
        dialect.doorkeeper().refused(request, problem);
        ResponseEntity<?> answer = dialect.wording().answer(problem, new Asked(path, Admission.actor(request)));
        byte[] body = dialect.json().writeValueAsBytes(answer.getBody());
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        MediaType type = answer.getHeaders().getContentType();
        response.setContentType(type == null ? MediaType.APPLICATION_JSON_VALUE : type.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
