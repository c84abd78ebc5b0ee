package io.haina.dialect.openapi;

import io.haina.dialect.ApiDocs;
import io.haina.dialect.Dialect;
import io.haina.dialect.StrictJson;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Registers document 004. */
@Configuration(proxyBeanMethods = false)
class OpenapiConfiguration {

    static final JsonMapper JSON = StrictJson.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> CREDENTIAL = List.of(
            OpenapiDoorkeeper.APPID, OpenapiDoorkeeper.NONCE, OpenapiDoorkeeper.TIMESTAMP, OpenapiDoorkeeper.SIGNATURE);

    @Bean
    Dialect openapiDialect(OpenapiDoorkeeper doorkeeper) {
        return new Dialect(
                OpenapiNames.DIALECT,
                OpenapiConfiguration.class,
                OpenapiWire.class,
                JSON,
                List.of("/openapi/"),
                doorkeeper,
                new OpenapiErrors());
    }

    @Bean
    @Lazy
    GroupedOpenApi openapiDocument() {
        return ApiDocs.of(OpenapiNames.DIALECT, OpenapiConfiguration.class)
                .addOpenApiCustomizer(OpenapiConfiguration::complete)
                .build();
    }

    private static void complete(OpenAPI api) {
        api.info(new Info()
                .title("Haina: signed customer API")
                .version("004")
                .description("CRM客户管理接口;signature = Base64(HMAC-SHA256(secret, appid + timestamp + nonce)),"
                        + "signature-version: 2 另对方法、路径与请求体签名"));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        SecurityRequirement all = new SecurityRequirement();
        for (String name : CREDENTIAL) {
            api.getComponents()
                    .addSecuritySchemes(
                            name,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.HEADER)
                                    .name(name));
            all.addList(name);
        }
        api.addSecurityItem(all);
    }
}
