package io.haina.api;

import static java.util.Map.entry;

import io.haina.dialect.Asked;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.tenant.Role;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the document of the native API says of refusals: for each status what it means, with the answers themselves. */
final class DocumentErrors {

    private static final String PROBLEM_JSON = "application/problem+json";

    /** Every status that is no success, with what is told so most. */
    private static final Map<Integer, Problem[]> TOLD = new TreeMap<>(Map.ofEntries(
            entry(400, problems(new Problem.Invalid("name", Rule.REQUIRED), new Problem.Unreadable())),
            entry(401, problems(new Problem.NoCredential(), new Problem.BadCredential())),
            entry(403, problems(new Problem.RoleRequired(Set.of(Role.ADMIN)), new Problem.FieldReadOnly("createdAt"))),
            entry(404, problems(new Problem.NotFound(Problem.Kind.CUSTOMER))),
            entry(
                    409,
                    problems(
                            new Problem.KeyReused(),
                            new Problem.RecordInUse(Problem.Kind.CUSTOMER),
                            new Problem.DuplicateCustomer(
                                    "百炼科技", "张三", "华东团队", Instant.parse("2026-11-20T02:00:00Z"), false))),
            entry(412, problems(new Problem.ChangedMeanwhile())),
            entry(413, problems(new Problem.TooLarge(20_971_520))),
            entry(415, problems(new Problem.MediaTypeRefused())),
            entry(429, problems(new Problem.TooManyFailures(Duration.ofMinutes(5)))),
            entry(500, problems(new Problem.Failure("1sp0p1uig6le3"))),
            entry(503, problems(new Problem.Unavailable(Duration.ofSeconds(5))))));

    private static final Map<Integer, String> MEANING = Map.ofEntries(
            entry(400, "a value breaks a rule, or the request cannot be read"),
            entry(401, "nobody is signed in"),
            entry(403, "the role, the token's scope or the field does not let one"),
            entry(404, "there is none, or none that one sees"),
            entry(409, "not as things stand"),
            entry(412, "it has changed since it was read"),
            entry(413, "the body is too large"),
            entry(415, "the body is of another type"),
            entry(429, "too often; Retry-After says when again"),
            entry(500, "the server failed; the log knows the requestId"),
            entry(503, "the database is away or has too much to do; Retry-After says when again"));

    private DocumentErrors() {}

    private static Problem[] problems(Problem... problems) {
        return problems;
    }

    /** Puts the refusals where operations can refer to them. */
    static void describe(OpenAPI api, JsonMapper json) {
        TOLD.forEach((status, problems) -> {
            MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
            Arrays.stream(problems).forEach(problem -> {
                JsonNode body = json.valueToTree(new ApiErrors()
                        .answer(problem, new Asked("/api/v1/customers", null))
                        .getBody());
                String type = body.path("type").asString();
                media.addExamples(
                        type.substring(type.lastIndexOf(':') + 1),
                        new Example().value(json.convertValue(body, Map.class)));
            });
            api.getComponents()
                    .addResponses(
                            name(status),
                            new ApiResponse()
                                    .description(MEANING.getOrDefault(status, ""))
                                    .content(new Content().addMediaType(PROBLEM_JSON, media)));
        });
    }

    /** Says of an operation how it may be refused. */
    static void refer(Operation operation, HttpMethod method, String path) {
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        boolean body = operation.getRequestBody() != null;
        boolean asked = body || operation.getParameters() != null;
        refer(operation, 400, asked);
        refer(operation, 401, true);
        refer(operation, 403, !open);
        refer(operation, 404, path.contains("{"));
        refer(operation, 409, method != HttpMethod.GET && !open);
        refer(operation, 412, asked && isVersioned(operation));
        refer(operation, 413, body);
        refer(operation, 415, body);
        refer(operation, 429, open);
        refer(operation, 500, true);
        refer(operation, 503, true);
    }

    private static boolean isVersioned(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static void refer(Operation operation, int status, boolean possible) {
        if (possible) {
            operation
                    .getResponses()
                    .addApiResponse(
                            Integer.toString(status), new ApiResponse().$ref("#/components/responses/" + name(status)));
        }
    }

    private static String name(int status) {
        return "Problem" + status;
    }
}
