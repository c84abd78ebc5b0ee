package io.haina.dialect.outreach;

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
import java.util.Map;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Registers document 003. */
@Configuration(proxyBeanMethods = false)
class OutreachConfiguration {

    static final JsonMapper JSON = StrictJson.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Under which exported files are fetched. */
    static final String EXPORTS = "/media/exports";

    @Bean
    Dialect outreachDialect(OutreachDoorkeeper doorkeeper) {
        return new Dialect(
                OutreachNames.DIALECT,
                OutreachConfiguration.class,
                OutreachWire.class,
                JSON,
                List.of("/api/contacts", EXPORTS),
                doorkeeper,
                new OutreachErrors());
    }

    @Bean
    @Lazy
    GroupedOpenApi outreachDocument() {
        return ApiDocs.of(OutreachNames.DIALECT, OutreachConfiguration.class)
                .addOpenApiCustomizer(OutreachConfiguration::complete)
                .build();
    }

    private static void complete(OpenAPI api) {
        api.info(new Info().title("Haina: outreach records").version("003").description("联系记录、导出与转线索"));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        api.addSecurityItem(new SecurityRequirement().addList("bearer"));
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().values().forEach(OutreachConfiguration::rename);
        }
    }

    /** The generator sees the names of record components; on the wire they are in snake_case. */
    @SuppressWarnings("rawtypes") // as the generator's own map is
    private static void rename(Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> renamed = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> renamed.put(OutreachNames.field(name), property));
        schema.setProperties(renamed);
    }
}
