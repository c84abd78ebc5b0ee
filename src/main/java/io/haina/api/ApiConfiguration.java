package io.haina.api;

import io.haina.dialect.ApiDocs;
import io.haina.dialect.Dialect;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Registers the native API. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    Dialect nativeDialect(ApiDoorkeeper doorkeeper) {
        return new Dialect(
                ApiNames.DIALECT,
                ApiConfiguration.class,
                ApiWire.class,
                JsonNames.json(),
                List.of("/api/v1/"),
                doorkeeper,
                new ApiErrors());
    }

    @Bean
    @Lazy
    GroupedOpenApi nativeDocument() {
        return ApiDocs.of(ApiNames.DIALECT, ApiConfiguration.class)
                .addOpenApiCustomizer(ApiConfiguration::complete)
                .build();
    }

    private static void complete(OpenAPI api) {
        api.info(new Info()
                .title("Haina: native API")
                .version("1")
                .description("Refusals are application/problem+json (RFC 9457)."));
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
        api.getComponents()
                .addSecuritySchemes(
                        "cookie",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(ApiDoorkeeper.COOKIE)
                                .description("Every method but GET and HEAD also needs the header "
                                        + ApiDoorkeeper.GUARD + ", whatever its value"));
        api.addSecurityItem(new SecurityRequirement().addList("bearer"));
        api.addSecurityItem(new SecurityRequirement().addList("cookie"));
        DocumentNames.complete(api);
    }
}
