package io.haina.dialect;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.access.Actor;
import io.haina.idempotency.Once;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI documents, one for each dialect. The library that makes them is left asleep until somebody asks for one:
 * a server that starts has better things to do.
 */
@Component
public final class ApiDocs implements BeanFactoryPostProcessor {

    private static final String LIBRARY = "org.springdoc.";

    /** Answers the page which documents there are: those that the other has said there are, once it exists. */
    private static final String ANSWERS_PAGE = "swaggerConfigResource";

    private static final String SAYS_DOCUMENTS = "multipleOpenApiResource";

    /** Teaches the library what an answer's wrapper is; nobody asks for it by name, so asleep it would never wake. */
    private static final String TEACHES = "modelConverterRegistrar";

    /** Builds one document, so each needs one of its own. */
    private static final String BUILDS = "openAPIBuilder";

    /** The document of the handlers of a dialect's package, to which the dialect adds what it likes. */
    public static GroupedOpenApi.Builder of(String dialect, Class<?> configuration) {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, Once.class, Edition.class)
                .addAnnotationsToIgnore(Sent.class)
                .replaceWithSchema(JsonNode.class, new Schema<>());
        return GroupedOpenApi.builder()
                .group(dialect)
                .packagesToScan(configuration.getPackageName())
                .addOperationCustomizer(ApiDocs::described);
    }

    /** Says what a request may say, wherever it says it. */
    private static Operation described(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == Once.class) {
                operation.addParametersItem(new HeaderParameter()
                        .name(Once.HEADER)
                        .description("makes the request count once, however often it is sent within a day")
                        .example("order-4711")
                        .schema(new StringSchema().minLength(1).maxLength(200)));
            }
            if (parameter.getParameterType() == Edition.class && !handler.hasMethodAnnotation(GetMapping.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(HttpHeaders.IF_MATCH)
                        .description("the ETag of what was read; another version is not changed")
                        .example("\"4711\"")
                        .schema(new StringSchema()));
            }
            if (parameter.hasParameterAnnotation(Sent.class)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    operation.addParametersItem(
                            new QueryParameter().name(name(component)).schema(schema(component.getType())));
                }
            }
        }
        return operation;
    }

    private static String name(RecordComponent component) {
        JsonProperty called = component.getAccessor().getAnnotation(JsonProperty.class);
        return called == null ? component.getName() : called.value();
    }

    private static Schema<?> schema(Class<?> type) {
        if (Number.class.isAssignableFrom(type)) {
            return new IntegerSchema();
        }
        return type == JsonNode.class ? new ObjectSchema() : new StringSchema();
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            String origin = Objects.requireNonNullElse(
                    definition.getFactoryBeanName(), Objects.requireNonNullElse(definition.getBeanClassName(), ""));
            if (origin.startsWith(LIBRARY)) {
                definition.setLazyInit(true);
            }
            if (name.equals(ANSWERS_PAGE)) {
                definition.setDependsOn(SAYS_DOCUMENTS);
            }
            if (name.equals(SAYS_DOCUMENTS)) {
                definition.setDependsOn(TEACHES);
            }
            if (name.equals(BUILDS)) {
                definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
            }
        }
    }
}
