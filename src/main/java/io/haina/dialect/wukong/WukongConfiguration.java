package io.haina.dialect.wukong;

import io.haina.catalog.Catalogs;
import io.haina.dialect.ApiDocs;
import io.haina.dialect.Dialect;
import io.haina.dialect.LenientJson;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** Registers document 002. */
@Configuration(proxyBeanMethods = false)
class WukongConfiguration {

    static final JsonMapper JSON = LenientJson.builder().build();

    /** Paths that are this document's even where there is nothing at them. */
    private static final List<String> PREFIXES = List.of(
            "/api/Crm", "/api/field/", "/api/scene/", "/api/system/", "/api/sysConfig/", "/api/login", "/api/logout");

    @Bean
    Dialect wukongDialect(WukongDoorkeeper doorkeeper, Catalogs catalogs) {
        return new Dialect(
                WukongNames.DIALECT,
                WukongConfiguration.class,
                WukongWire.class,
                JSON,
                PREFIXES,
                doorkeeper,
                new WukongErrors(catalogs::of));
    }

    @Bean
    @Lazy
    GroupedOpenApi wukongDocument() {
        return ApiDocs.of(WukongNames.DIALECT, WukongConfiguration.class)
                .addOpenApiCustomizer(WukongConfiguration::complete)
                .build();
    }

    private static void complete(OpenAPI api) {
        api.info(new Info()
                .title("Haina: leads, customers, contacts, opportunities")
                .version("002")
                .description("线索、客户、联系人、商机;所有接口均可用 GET 或 POST 调用,参数可为查询串、表单或 JSON"));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(WukongDoorkeeper.HEADER));
        api.addSecurityItem(new SecurityRequirement().addList("token"));
        if (api.getPaths() != null) {
            api.getPaths().values().forEach(WukongConfiguration::keepTwo);
        }
    }

    /** Any verb is served, but the document speaks of two. */
    private static void keepTwo(PathItem path) {
        path.setPut(null);
        path.setPatch(null);
        path.setDelete(null);
        path.setHead(null);
        path.setOptions(null);
        path.setTrace(null);
    }
}
