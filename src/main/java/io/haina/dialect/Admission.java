package io.haina.dialect;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Before a dialect's handler runs: the dialect's own doorkeeper says who acts. The handler's package decides whose that
 * is, because two documents share paths. The handler gets the person as its {@link Actor} parameter.
 */
@Component
final class Admission implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String ACTOR = Admission.class.getName() + ".actor";

    private static final String FORESEEN = Admission.class.getName() + ".foreseen";

    private static final Set<MediaType> JSON = Set.of(MediaType.APPLICATION_JSON);

    private final Dialects dialects;

    Admission(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Dialect dialect = dialects.of(method.getBeanType());
            if (dialect != null) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.setHeader("X-Content-Type-Options", "nosniff");
                if (!method.getMethod().isAnnotationPresent(Open.class)) {
                    admit(dialect, method, request);
                }
                BodyLimit.check(request);
                answerJson(request);
            }
        }
        return true;
    }

    private void admit(Dialect own, HandlerMethod method, HttpServletRequest request) {
        Optional<Foreseen> foreseen =
                ForeseenHandlers.takes(request, method) ? own.doorkeeper().foresee(request) : Optional.empty();
        if (foreseen.isPresent() && others(own, request).isEmpty()) {
            request.setAttribute(FORESEEN, foreseen.get());
            return;
        }
        Actor actor = own.doorkeeper().admit(request);
        for (Dialect other : others(own, request)) {
            if (!isSame(actor, other, request)) {
                throw new Refused(new Problem.ConflictingCredentials());
            }
        }
        request.setAttribute(ACTOR, actor);
    }

    /**
     * The documents of which a request carries a credential that its own does not read. One that is good for nobody says
     * nothing; one of another person does.
     */
    private List<Dialect> others(Dialect own, HttpServletRequest request) {
        Set<String> read = own.doorkeeper().credentials(request);
        return dialects.all().stream()
                .filter(other -> !other.name().equals(own.name())
                        && !read.containsAll(other.doorkeeper().credentials(request)))
                .toList();
    }

    /** What every handler writes that names no type of its own: Spring need not ask each converter what it could write. */
    private static void answerJson(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null) {
            request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, JSON);
        }
    }

    private static boolean isSame(Actor actor, Dialect other, HttpServletRequest request) {
        try {
            return other.doorkeeper().admit(request).uuid().equals(actor.uuid());
        } catch (Refused refused) {
            return !(refused.problem() instanceof Problem.ConflictingCredentials);
        }
    }

    /** Who probably sent a request whose handler has not run yet, or null. */
    static @Nullable Foreseen foreseen(NativeWebRequest request) {
        return (Foreseen) request.getAttribute(FORESEEN, RequestAttributes.SCOPE_REQUEST);
    }

    /** Lets somebody act in a request. */
    static void admit(NativeWebRequest request, Actor actor) {
        request.setAttribute(ACTOR, actor, RequestAttributes.SCOPE_REQUEST);
    }

    /** Who was admitted, or null. */
    static @Nullable Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(ACTOR);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object actor = request.getAttribute(ACTOR, RequestAttributes.SCOPE_REQUEST);
        if (actor == null) {
            throw new IllegalStateException("nobody was admitted to " + parameter.getMethod());
        }
        return actor;
    }
}
