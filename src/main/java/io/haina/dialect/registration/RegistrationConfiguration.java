package io.haina.dialect.registration;

import io.haina.dialect.ApiDocs;
import io.haina.dialect.Dialect;
import io.haina.dialect.StrictJson;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.PropertyNamingStrategies;

/** Registers document 000. Since it owns the plainest envelope, it also answers for paths that are nobody's. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    Dialect registrationDialect(RegistrationDoorkeeper doorkeeper) {
        return new Dialect(
                RegistrationNames.DIALECT,
                RegistrationConfiguration.class,
                RegistrationWire.class,
                StrictJson.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build(),
                List.of("/"),
                doorkeeper,
                new RegistrationErrors());
    }

    @Bean
    @Lazy
    GroupedOpenApi registrationDocument() {
        return ApiDocs.of(RegistrationNames.DIALECT, RegistrationConfiguration.class)
                .addOpenApiCustomizer(RegistrationConfiguration::complete)
                .build();
    }

    private static void complete(OpenAPI api) {
        api.info(new Info().title("Haina: customer registration").version("000").description("客户报备、保护期、公海、审批与团队统计"));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        api.addSecurityItem(new SecurityRequirement().addList("bearer"));
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().values().forEach(RegistrationConfiguration::rename);
        }
    }

    /** The generator sees the names of record components; on the wire they are in snake_case. */
    @SuppressWarnings("rawtypes") // as the generator's own map is
    private static void rename(Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> renamed = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> renamed.put(snake(name), property));
        schema.setProperties(renamed);
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
