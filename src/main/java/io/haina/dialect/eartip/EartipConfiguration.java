package io.haina.dialect.eartip;

import io.haina.dialect.ApiDocs;
import io.haina.dialect.Dialect;
import io.haina.dialect.LenientJson;
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
import tools.jackson.databind.json.JsonMapper;

/** Registers document 001. */
@Configuration(proxyBeanMethods = false)
class EartipConfiguration {

    static final JsonMapper JSON = LenientJson.builder().build();

    /** Paths that are this document's even where there is nothing at them; two of its chapters lie among 000's. */
    private static final List<String> PREFIXES = List.of(
            "/api/user/",
            "/api/record/",
            "/api/feedback/",
            "/api/contract/",
            "/api/customers/customers",
            "/api/customers/organization",
            "/api/stats/sign",
            "/api/stats/demand",
            "/api/stats/follow");

    @Bean
    Dialect eartipDialect(EartipDoorkeeper doorkeeper) {
        return new Dialect(
                EartipNames.DIALECT,
                EartipConfiguration.class,
                EartipWire.class,
                JSON,
                PREFIXES,
                doorkeeper,
                new EartipErrors());
    }

    @Bean
    @Lazy
    GroupedOpenApi eartipDocument() {
        return ApiDocs.of(EartipNames.DIALECT, EartipConfiguration.class)
                .addOpenApiCustomizer(EartipConfiguration::complete)
                .build();
    }

    private static void complete(OpenAPI api) {
        api.info(new Info()
                .title("Haina: staff, visits, demands, satisfaction, contracts")
                .version("001")
                .description("员工与菜单、客户、走访与需求记录、满意度、合同与统计;POST 的参数可为 JSON 或表单"));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        EartipDoorkeeper.SID,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(EartipDoorkeeper.SID));
        api.addSecurityItem(new SecurityRequirement().addList(EartipDoorkeeper.SID));
    }
}
